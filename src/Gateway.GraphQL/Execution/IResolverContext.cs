namespace Gateway.GraphQL.Execution;

/// <summary>What a resolver can ask of the execution that runs it.</summary>
public interface IResolverContext
{
    /// <summary>Fires when the client goes away or the request's time is up.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The object that the field is of; null for fields of root types without one.</summary>
    T Parent<T>();

    /// <summary>The value of an argument by its name; the type's default where it is null or left out.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>Adds an error with the path and the location of this field; the field's value stays what the resolver returns.</summary>
    void ReportError(IError error);

    /// <summary>The sub-selections of this field that have the given field name, whatever their aliases and fragments.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether this field has a sub-selection of that field name.</summary>
    bool IsSelected(string fieldName);
}

/// <summary>Selections of one level of an operation, those left out by <c>@skip</c> and <c>@include</c> removed.</summary>
public interface ISelectionCollection : IReadOnlyList<ISelection>
{
    /// <summary>The selections of that field name one level below any of these.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether a field of that name is selected one level below any of these.</summary>
    bool IsSelected(string fieldName);
}
