using Gateway.GraphQL.Language;

namespace Gateway.GraphQL;

/// <summary>
/// An entry of a response's <c>errors</c> (GraphQL September 2025, §7.1.6, https://spec.graphql.org/September2025/#sec-Errors).
/// </summary>
public interface IError
{
    /// <summary>The message, for developers.</summary>
    string Message { get; }

    /// <summary><c>extensions.code</c>, for programs.</summary>
    string? Code { get; }

    /// <summary>The path of the field: response names (string) and list indices (int). Null for an error without a field.</summary>
    IReadOnlyList<object>? Path { get; }

    /// <summary>The locations in the document; empty if there are none.</summary>
    IReadOnlyList<Location> Locations { get; }

    /// <summary>
    /// The <c>extensions</c>, with the code as <c>code</c>. Values are null, strings, booleans, numbers,
    /// <c>IReadOnlyList&lt;object?&gt;</c> and <c>IReadOnlyDictionary&lt;string, object?&gt;</c> of the same.
    /// </summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }
}
