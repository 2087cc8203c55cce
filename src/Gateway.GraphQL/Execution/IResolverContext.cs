namespace Gateway.GraphQL.Execution;

/// <summary>The context of a resolver's call.</summary>
public interface IResolverContext
{
    /// <summary>Cancelled when the client disconnects or the request times out.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The parent object of the field; null for a root type without an object.</summary>
    T Parent<T>();

    /// <summary>The value of an argument by its name; the C# type's default if it is null or omitted.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>Adds an error with the path and the location of this field; the field's value stays what the resolver returns.</summary>
    void ReportError(IError error);

    /// <summary>The sub-selections of this field that have the given field name, whatever their aliases and fragments.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether this field has a sub-selection of that field name.</summary>
    bool IsSelected(string fieldName);
}

/// <summary>The selections of one level of an operation, after <c>@skip</c> and <c>@include</c>.</summary>
public interface ISelectionCollection : IReadOnlyList<ISelection>
{
    /// <summary>The selections of that field name one level below any of these.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether a field of that name is selected one level below any of these.</summary>
    bool IsSelected(string fieldName);
}
