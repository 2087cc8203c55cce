namespace HotChocolate.Data.Sorting.Expressions;

public interface ISortProviderDescriptor<TContext>;

public class QueryableSortContext
{
    private QueryableSortContext() => throw null!;
}

public class QueryableSortProvider : ISortProvider
{
    public QueryableSortProvider() => throw null!;

    public QueryableSortProvider(Action<ISortProviderDescriptor<QueryableSortContext>> configure) => throw null!;

    protected virtual bool IsInMemoryQuery<TEntityType>(object? input) => throw null!;
}
