namespace Gateway.GraphQL.Data;

/// <summary>An order of values of a C# type, which a sort input becomes: the first key that differs decides.</summary>
internal sealed record Order<T>(IReadOnlyList<Comparison<T>> Keys);

/// <summary>The direction of a key.</summary>
public enum SortDirection
{
    Ascending,
    Descending,
}
