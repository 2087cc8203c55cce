using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>A valid document with its executable operations.</summary>
internal sealed class ExecutableDocument
{
    private readonly ImmutableArray<ExecutableOperation> _operations;

    /// <param name="schema">The schema.</param>
    /// <param name="document">The valid document.</param>
    /// <param name="length">The length of the document's text in bytes.</param>
    public ExecutableDocument(Schema schema, DocumentNode document, int length)
    {
        Size = new DocumentSize(length);
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(
            fragment => fragment.Name, StringComparer.Ordinal);
        var conditions = Conditions.VariablesOf(document);
        _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()
            .Select(node => new ExecutableOperation(schema, node, fragments, conditions, Size))];
    }

    public DocumentSize Size { get; }

    /// <summary>The text by which the document is cached; empty if it is not.</summary>
    public ReadOnlyMemory<byte> Text { get; set; }

    /// <summary>Compiles the plans of all operations for variables that are left out, before a request asks.</summary>
    public void CompilePlans()
    {
        foreach (var operation in _operations)
        {
            operation.PlanFor(ReadOnlyDictionary<string, InputValue>.Empty);
        }
    }

    /// <summary>GetOperation (GraphQL September 2025, §6.1, https://spec.graphql.org/September2025/#sec-Executing-Requests).</summary>
    public ExecutableOperation? Find(string? name, out IError? error)
    {
        error = null;
        if (name is null && _operations.Length == 1)
        {
            return _operations[0];
        }

        foreach (var operation in _operations)
        {
            if (name is not null && operation.Node.Name == name)
            {
                return operation;
            }
        }

        error = new Error((name, _operations.Length) switch
        {
            (_, 0) => "The document has no operation.",
            (null, _) => "The document has several operations: `operationName` must say which one to run.",
            _ => $"The document has no operation named `{name}`.",
        });
        return null;
    }
}
