namespace Gateway.GraphQL.Data;

/// <summary>
/// Adds the argument <c>where</c> to a field that returns a list of objects. Conditions are made of the properties of the objects. Needs
/// <see cref="DataSchemaBuilderExtensions.AddFiltering"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class UseFilteringAttribute : Attribute;

/// <summary>
/// Adds the argument <c>order</c> to a field that returns a list of objects. The keys are properties of the objects. Needs
/// <see cref="DataSchemaBuilderExtensions.AddSorting"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class UseSortingAttribute : Attribute;

/// <summary>
/// Makes a connection of a field that returns a list (https://relay.dev/graphql/connections.htm). Together with the others, it stands
/// first: <c>[UsePaging] [UseFiltering] [UseSorting]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>What the names of the types begin with: <c>Books</c> of <c>BooksConnection</c>. Default: the field's name.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>The number of items of a page without <c>first</c> and <c>last</c>: 1 or more. Default: 10.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>The most items of a page: 1 or more. Default: 50.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Whether the connection has the field <c>totalCount</c>. Default: false.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Whether there are <c>last</c> and <c>before</c>. Default: true.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>Whether <c>first</c> or <c>last</c> must be given. Default: false.</summary>
    public bool RequirePagingBoundaries { get; set; }
}
