using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// Bodies that came more than once, with what they say prepared to be run. A body is compared byte for byte each time, so that nobody gets
/// another's operation; what came once leaves a hash behind and nothing else, so that bodies of one use push nothing out.
/// </summary>
internal sealed class PreparedRequestCache
{
    // 1,024 bodies of at most 8 KiB. A body may stand in any of the ways of its set; where all are taken, one that was not used lately goes.
    private const int Sets = 256;
    private const int Ways = 4;
    private const int MaxLength = 8 * 1024;
    private const int Hashes = 4096;

    private readonly PreparedRequest?[] _requests = new PreparedRequest?[Sets * Ways];
    private readonly int[] _seenOnce = new int[Hashes];

    /// <param name="body">A whole body.</param>
    /// <param name="executor">Prepares what a body says.</param>
    /// <returns>Null for a body that is not known, and for one whose request has to be looked at each time.</returns>
    public PreparedOperation? Find(ReadOnlySpan<byte> body, IRequestExecutor executor)
    {
        if (body.Length is 0 or > MaxLength)
        {
            return null;
        }

        var hash = Hash(body);
        var set = _requests.AsSpan((int)((uint)hash % Sets) * Ways, Ways);
        foreach (ref var way in set)
        {
            if (Volatile.Read(ref way) is { } known && known.Is(hash, body))
            {
                return known.Operation;
            }
        }

        ref var seen = ref _seenOnce[(uint)hash % Hashes];
        if (seen != hash)
        {
            seen = hash;
            return null;
        }

        return Add(new PreparedRequest(hash, body.ToArray(), executor), set);
    }

    private static PreparedOperation? Add(PreparedRequest request, Span<PreparedRequest?> set)
    {
        var victim = 0;
        for (var way = set.Length - 1; way >= 0; way--)
        {
            if (Volatile.Read(ref set[way]) is not { } known || !known.TakeUse())
            {
                victim = way;
            }
        }

        Volatile.Write(ref set[victim], request);
        return request.Operation;
    }

    // Seeded at random: nobody can craft bodies that collide.
    private static int Hash(ReadOnlySpan<byte> body)
    {
        var hash = new HashCode();
        hash.AddBytes(body);
        return hash.ToHashCode();
    }
}
