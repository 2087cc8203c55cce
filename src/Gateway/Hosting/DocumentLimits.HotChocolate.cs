using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Requests;
using HotChocolate.Execution;
using HotChocolate.Validation;
using ErrorCodes = Gateway.GraphQL.ErrorCodes;
using RequestDelegate = HotChocolate.Execution.RequestDelegate;

namespace Gateway.Hosting;

/// <summary>Limits that HotChocolate has not: aliases, fields once fragments are spread, and values of variables.</summary>
internal sealed class DocumentLimits(GraphQLLimits limits) : IDocumentValidatorRule
{
    private static readonly JsonDocumentOptions VariablesOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Before all other rules, some of which spread fragments.</summary>
    public ushort Priority => 0;

    public bool IsCacheable => true;

    public static void AddTo(IRequestExecutorBuilder server, GraphQLLimits limits) => server
        .AddValidationRule((_, _) => new DocumentLimits(limits))
        .UseRequest(
            (_, next) => context => LimitValues(context, limits.Values, next),
            key: nameof(LimitValues),
            before: WellKnownRequestMiddleware.CostAnalyzerMiddleware);

    /// <summary>Why variables can't be read.</summary>
    public static RequestFault? FaultOf(ReadOnlyMemory<byte> variables)
    {
        try
        {
            if (!variables.IsEmpty)
            {
                using var json = JsonDocument.Parse(variables, VariablesOptions);
                for (var reader = new Utf8JsonReader(variables.Span); reader.Read();)
                {
                    if (reader.ValueIsEscaped)
                    {
                        _ = reader.GetString();
                    }
                }
            }

            return null;
        }
        catch (JsonException exception)
        {
            return Unreadable(exception.Message);
        }
        catch (InvalidOperationException)
        {
            return Unreadable("a text has half of a surrogate pair.");
        }
    }

    private static RequestFault Unreadable(string why) =>
        new(RequestOutcome.RequestError, $"The variables can't be read: {why}", ErrorCodes.UnreadableVariables);

    public void Validate(DocumentValidatorContext context, DocumentNode document)
    {
        if (AliasesOf(document) > limits.Aliases)
        {
            Refuse(context, $"Document contains more than {limits.Aliases} aliases. Parsing aborted.");
            return;
        }

        var fragments = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (FieldsOf(operation.SelectionSet, document, fragments) > limits.ExpandedFields)
            {
                Refuse(context, $"The operation has more than {limits.ExpandedFields} fields once its fragments are spread.");
            }
        }
    }

    private static void Refuse(DocumentValidatorContext context, string message)
    {
        context.FatalErrorDetected = true;
        context.ReportError(ErrorBuilder.New().SetMessage(message).Build());
    }

    private static int AliasesOf(ISyntaxNode node) =>
        (node is FieldNode { Alias: not null } ? 1 : 0) + node.GetNodes().Sum(AliasesOf);

    /// <summary>Each fragment is counted once. One that spreads itself, which another rule refuses, counts as nothing there.</summary>
    private static long FieldsOf(SelectionSetNode? set, DocumentNode document, Dictionary<string, long?> fragments)
    {
        var count = 0L;
        foreach (var selection in set?.Selections ?? [])
        {
            count = Math.Min(int.MaxValue, count + selection switch
            {
                FieldNode field => 1 + FieldsOf(field.SelectionSet, document, fragments),
                InlineFragmentNode inline => FieldsOf(inline.SelectionSet, document, fragments),
                FragmentSpreadNode spread => FieldsOf(spread.Name.Value, document, fragments),
                _ => 0,
            });
        }

        return count;
    }

    private static long FieldsOf(string fragment, DocumentNode document, Dictionary<string, long?> fragments)
    {
        if (!fragments.TryGetValue(fragment, out var count))
        {
            fragments[fragment] = null;
            fragments[fragment] = count = FieldsOf(
                document.Definitions.OfType<FragmentDefinitionNode>().FirstOrDefault(each => each.Name.Value == fragment)?.SelectionSet,
                document,
                fragments);
        }

        return count ?? 0;
    }

    private static ValueTask LimitValues(RequestContext context, int most, RequestDelegate next)
    {
        if (context.Request is OperationRequest { VariableValues: { } variables } && context.OperationDocumentInfo.Document is { } document
            && ValuesOf(variables.Document.RootElement, document) > most)
        {
            context.Result = OperationResult.FromError(ErrorBuilder.New()
                .SetMessage($"The variables have more than {most} values, each counted at each use of its variable, and a text once "
                    + "more for each 16 bytes. Send fewer, or split the operation.")
                .SetCode(ErrorCodes.UnreadableVariables)
                .Build());
            return default;
        }

        return next(context);
    }

    private static long ValuesOf(JsonElement variables, DocumentNode document)
    {
        var uses = new Dictionary<string, long>(StringComparer.Ordinal);
        AddUses(document, uses);
        return variables.ValueKind == JsonValueKind.Object
            ? variables.EnumerateObject().Sum(variable => uses.GetValueOrDefault(variable.Name) * SizeOf(variable.Value))
            : 0;
    }

    private static void AddUses(ISyntaxNode node, Dictionary<string, long> uses)
    {
        if (node is VariableNode { Name.Value: var name })
        {
            uses[name] = uses.GetValueOrDefault(name) + 1;
        }

        foreach (var below in node.GetNodes())
        {
            if (node is not VariableDefinitionNode)
            {
                AddUses(below, uses);
            }
        }
    }

    private static long SizeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => 1 + value.EnumerateArray().Sum(SizeOf),
        JsonValueKind.Object => 1 + value.EnumerateObject().Sum(static field => SizeOf(field.Value)),
        JsonValueKind.String => 1 + (value.GetRawText().Length / 16),
        _ => 1,
    };
}
