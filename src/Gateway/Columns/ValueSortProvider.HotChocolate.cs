using HotChocolate.Data.Sorting.Expressions;

namespace Gateway.Columns;

/// <summary>Sorts structs too. HotChocolate.Data would compare each item of a list in memory with null.</summary>
internal sealed class ValueSortProvider() : QueryableSortProvider(static provider => provider.AddDefaultFieldHandlers())
{
    protected override bool IsInMemoryQuery<TEntityType>(object? input) =>
        !typeof(TEntityType).IsValueType && base.IsInMemoryQuery<TEntityType>(input);
}
