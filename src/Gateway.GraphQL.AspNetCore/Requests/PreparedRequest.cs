using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>A body, and the operation that it asks for.</summary>
internal sealed class PreparedRequest
{
    private readonly int _hash;
    private readonly byte[] _body;
    private volatile bool _wasUsed;

    /// <param name="hash">Of the body.</param>
    /// <param name="body">Not written to again: the operation reads from it.</param>
    /// <param name="executor">Prepares the operation.</param>
    public PreparedRequest(int hash, byte[] body, IRequestExecutor executor)
    {
        _hash = hash;
        _body = body;

        // Not disposed of, as long as the operation is: it may hold the document's text.
        var request = new GraphQLRequest();
        if (!JsonRequestParser.IsBatch(body) && JsonRequestParser.Parse(body, request) is null)
        {
            Operation = executor.PrepareToKeep(request);
        }
    }

    /// <summary>Null where the request is refused or must be executed as a whole each time: its answer is none of this type's business.</summary>
    public PreparedOperation? Operation { get; }

    public bool Is(int hash, ReadOnlySpan<byte> body)
    {
        if (_hash != hash || !body.SequenceEqual(_body))
        {
            return false;
        }

        // Read first: a flag that is written by every request would travel between the processors.
        if (!_wasUsed)
        {
            _wasUsed = true;
        }

        return true;
    }

    /// <summary>Whether it was used since the last time that this was asked.</summary>
    public bool TakeUse()
    {
        var wasUsed = _wasUsed;
        _wasUsed = false;
        return wasUsed;
    }
}
