using HotChocolate.Internal;
using HotChocolate.Resolvers;

namespace HotChocolate.Types.Pagination;

public class PagingOptions;

public abstract class CursorPagingProvider
{
    public abstract bool CanHandle(IExtendedType source);

    protected abstract CursorPagingHandler CreateHandler(IExtendedType source, PagingOptions options);
}

public abstract class CursorPagingHandler
{
    protected CursorPagingHandler(PagingOptions options) => throw null!;

    protected abstract ValueTask<Connection> SliceAsync(IResolverContext context, object source, CursorPagingArguments arguments);
}

public readonly record struct CursorPagingArguments
{
    public CursorPagingArguments(int? first = null, int? last = null, string? after = null, string? before = null) => throw null!;

    public int? First => throw null!;

    public int? Last => throw null!;

    public string? After => throw null!;

    public string? Before => throw null!;
}

public interface IEdge
{
    string Cursor { get; }
}

public interface IEdge<out T> : IEdge;

public class Edge<T> : IEdge<T>
{
    public Edge(T node, string cursor) => throw null!;

    public Edge(T node, Func<T, string> resolveCursor) => throw null!;

    public Edge(T node, int index, Func<int, string> resolveCursor) => throw null!;

    public Edge(T node, Func<Edge<T>, string> resolveCursor) => throw null!;

    public string Cursor => throw null!;
}

public class ConnectionPageInfo
{
    public ConnectionPageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor) => throw null!;
}

public class Connection
{
    public Connection(IReadOnlyList<IEdge> edges, ConnectionPageInfo info, int totalCount = 0) => throw null!;
}

public class Connection<T> : Connection
{
    public Connection(IReadOnlyList<IEdge<T>> edges, ConnectionPageInfo info, int totalCount = 0)
        : base(edges, info, totalCount) =>
        throw null!;

    public Connection(ConnectionPageInfo info, int totalCount = 0)
        : base([], info, totalCount) =>
        throw null!;
}
