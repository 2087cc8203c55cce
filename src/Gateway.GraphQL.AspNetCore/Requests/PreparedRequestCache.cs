using Gateway.GraphQL.Execution;
using Gateway.Shared;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// Bodies that came more than once, with what they say prepared to be run. A body is compared byte for byte each time, so that nobody gets
/// another's operation; what came once leaves a hash behind and nothing else, so that bodies of one use push nothing out.
/// </summary>
internal sealed class PreparedRequestCache
{
    private const int MaxCount = 1024;
    private const int MaxLength = 8 * 1024;
    private const int Hashes = 4096;

    private readonly BoundedCache<BytesKey, Prepared> _requests = new(MaxCount);
    private readonly int[] _seenOnce = new int[Hashes];

    /// <param name="body">A whole body.</param>
    /// <param name="executor">Prepares what a body says.</param>
    /// <returns>Null for a body that is not known, and for one whose request has to be looked at each time.</returns>
    public PreparedOperation? Find(ReadOnlyMemory<byte> body, IRequestExecutor executor)
    {
        if (body.Length is 0 or > MaxLength)
        {
            return null;
        }

        var key = new BytesKey(body);
        if (_requests.Find(key) is { } known)
        {
            return known.Operation;
        }

        var hash = key.GetHashCode();
        ref var seen = ref _seenOnce[(uint)hash % Hashes];
        if (seen != hash)
        {
            seen = hash;
            return null;
        }

        // The operation reads from its body, which must not change.
        var copy = body.ToArray();
        var prepared = new Prepared(Prepare(copy, executor));
        _requests.Set(new BytesKey(copy), prepared);
        return prepared.Operation;
    }

    private static PreparedOperation? Prepare(byte[] body, IRequestExecutor executor)
    {
        // Not disposed of, as long as the operation is: it may hold the document's text.
        var request = new GraphQLRequest();
        return !JsonRequestParser.IsBatch(body) && JsonRequestParser.Parse(body, request) is null
            ? executor.PrepareForReuse(request)
            : null;
    }

    /// <param name="Operation">Null where the request is refused or must be executed as a whole each time.</param>
    private sealed record Prepared(PreparedOperation? Operation);
}
