using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>What is refused of methods with <c>[DataLoader]</c>.</summary>
internal static class LoaderDiagnostics
{
    public static readonly DiagnosticDescriptor WrongForm = Error(
        "GQL0020",
        "A method has not the form of a data loader",
        "{0} can't be a data loader: {1}. It must be static, take an IReadOnlyList<TKey> and return a task of an "
            + "IReadOnlyDictionary<TKey, TValue> or an ILookup<TKey, TValue>; or take one key and return a task of its value.");

    public static readonly DiagnosticDescriptor NoService = Error(
        "GQL0021",
        "A data loader's parameter is no service",
        "{0}: {1} {2} is no service: after the keys, a data loader takes services, data loaders and a CancellationToken");

    public static readonly DiagnosticDescriptor Double = Error(
        "GQL0022", "Two data loaders have one name", "{0}: another data loader has the interface {1} too: name one by [DataLoader(name)]");

    public static readonly DiagnosticDescriptor NegativeSize = Error(
        "GQL0023", "A batch size is negative", "{0}: MaxBatchSize must be 0, for any number of keys, or more");

    // Those below have HotChocolate's ids.
    public static readonly DiagnosticDescriptor NoKeys = Error(
        "HC0074", "A data loader has no keys", "{0} must have its keys, or its key, as the first parameter");

    public static readonly DiagnosticDescriptor NotAccessible = Error(
        "HC0075", "Generated code can't call a data loader", "{0}: make it and the types around it internal or public");

    public static readonly DiagnosticDescriptor Generic = Error(
        "HC0111", "A data loader is generic", "{0} must not be generic, nor the types around it");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "GraphQL", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
