using Gateway.GraphQL.Language;

namespace Gateway.GraphQL;

/// <summary>An entry of a response's <c>errors</c> (§7.1.2).</summary>
public interface IError
{
    /// <summary>What went wrong, for the developer who reads it.</summary>
    string Message { get; }

    /// <summary><c>extensions.code</c>: what went wrong, for programs.</summary>
    string? Code { get; }

    /// <summary>Response names (string) and list indices (int) down to the field; null where no field is concerned.</summary>
    IReadOnlyList<object>? Path { get; }

    /// <summary>Places in the document; empty where none is concerned.</summary>
    IReadOnlyList<Location> Locations { get; }

    /// <summary>
    /// What else programs can use, without the code. Values are null, strings, booleans, numbers,
    /// <c>IReadOnlyList&lt;object?&gt;</c> and <c>IReadOnlyDictionary&lt;string, object?&gt;</c> of the same.
    /// </summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }
}
