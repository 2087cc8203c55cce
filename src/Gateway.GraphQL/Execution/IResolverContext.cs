namespace Gateway.GraphQL.Execution;

/// <summary>The context of a resolver call.</summary>
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

    /// <summary>The sub-selections of this field with the given field name, including aliased ones and those in fragments.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether this field has a sub-selection with the given field name.</summary>
    bool IsSelected(string fieldName);
}

/// <summary>The selections of one level of an operation, after <c>@skip</c> and <c>@include</c>.</summary>
public interface ISelectionCollection : IReadOnlyList<ISelection>
{
    /// <summary>The sub-selections with the given field name, one level below these selections.</summary>
    ISelectionCollection Select(string fieldName);

    /// <summary>Whether a field with the given name is selected one level below these selections.</summary>
    bool IsSelected(string fieldName);
}
