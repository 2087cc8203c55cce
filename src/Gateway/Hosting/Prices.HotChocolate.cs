using System.Globalization;
using System.Text.Json;
using HotChocolate.Configuration;
using HotChocolate.CostAnalysis.Types;
using HotChocolate.Data.Sorting;
using HotChocolate.Execution;
using HotChocolate.Internal;
using HotChocolate.Language.Visitors;
using HotChocolate.Types.Descriptors.Configurations;
using RequestDelegate = HotChocolate.Execution.RequestDelegate;

namespace Gateway.Hosting;

/// <summary>
/// Prices operations as the gateway's own engine does. HotChocolate prices a document before it has variables, and assumes something for
/// each. So it gets the document with their values in their places, only while it prices it.
/// </summary>
internal sealed class Prices : SyntaxRewriter<Dictionary<string, IValueNode>>
{
    private const string Original = "Gateway.Prices";

    private static readonly Prices Rewriter = new();

    public static void AddTo(IRequestExecutorBuilder server) => server
        .TryAddTypeInterceptor(static _ => new Weights())
        .UseRequest(
            static (_, next) => context => PriceAsync(context, next),
            key: nameof(PriceAsync),
            before: WellKnownRequestMiddleware.CostAnalyzerMiddleware)
        .UseRequest(
            static (_, next) => context =>
            {
                Restore(context);
                return next(context);
            },
            key: nameof(Restore),
            after: WellKnownRequestMiddleware.CostAnalyzerMiddleware);

    protected override ISyntaxNode? OnRewrite(ISyntaxNode node, Dictionary<string, IValueNode> context) => node switch
    {
        VariableDefinitionNode => node,
        VariableNode variable => OnRewrite(context.GetValueOrDefault(variable.Name.Value) ?? NullValueNode.Default, context),

        // A size that is out of bounds is refused when the field is executed. It must not lower the price of others until then.
        IntValueNode number => int.TryParse(number.Value, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? number
            : new IntValueNode(number.Value.StartsWith('-') ? 0 : int.MaxValue),
        ObjectValueNode => Flatten((ObjectValueNode)base.OnRewrite(node, context)!),
        _ => base.OnRewrite(node, context),
    };

    /// <summary>What <c>and</c> and <c>or</c> of a filter join stands beside it: they cost nothing.</summary>
    private static ObjectValueNode Flatten(ObjectValueNode value) => value.Fields.Any(IsJoin)
        ? new([.. value.Fields.SelectMany(static field => IsJoin(field) ? JoinedBy(field) : [field])])
        : value;

    private static bool IsJoin(ObjectFieldNode field) => field.Name.Value is "and" or "or";

    private static IEnumerable<ObjectFieldNode> JoinedBy(ObjectFieldNode join) =>
        (join.Value is ListValueNode list ? list.Items : [join.Value]).OfType<ObjectValueNode>().SelectMany(static each => each.Fields);

    private static async ValueTask PriceAsync(RequestContext context, RequestDelegate next)
    {
        var info = context.OperationDocumentInfo;
        var document = info.Document!;
        var priced = (DocumentNode)Rewriter.Rewrite(document, ValuesOf(context.Request, document))!;
        if (priced == document)
        {
            await next(context);
            return;
        }

        // HotChocolate keeps prices by the id of the operation.
        context.SetOperationId($"{Guid.NewGuid():N}");
        context.ContextData[Original] = document;
        info.Document = priced;
        try
        {
            await next(context);
        }
        finally
        {
            // It was refused: HotChocolate caches the document.
            Restore(context);
        }
    }

    private static void Restore(RequestContext context)
    {
        if (context.ContextData.Remove(Original, out var document))
        {
            context.OperationDocumentInfo.Document = (DocumentNode)document!;

            // As before: it asks whether there are any.
            context.SetOperationId(null!);
            context.SetOperationDefinition(null!);
        }
    }

    private static Dictionary<string, IValueNode> ValuesOf(IOperationRequest request, DocumentNode document)
    {
        var values = new Dictionary<string, IValueNode>(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (request.OperationName is null || operation.Name?.Value == request.OperationName)
            {
                foreach (var variable in operation.VariableDefinitions.Where(static variable => variable.DefaultValue is not null))
                {
                    values[variable.Variable.Name.Value] = variable.DefaultValue!;
                }
            }
        }

        if (request is OperationRequest { VariableValues.Document.RootElement: { ValueKind: JsonValueKind.Object } variables })
        {
            foreach (var variable in variables.EnumerateObject())
            {
                values[variable.Name] = new JsonValueParser().Parse(variable.Value);
            }
        }

        return values;
    }

    /// <summary>
    /// An input object costs what its fields cost, unless the schema says more. HotChocolate adds one for itself, and to an order a key.
    /// </summary>
    private sealed class Weights : TypeInterceptor
    {
        public override void OnBeforeCompleteType(ITypeCompletionContext completionContext, TypeSystemConfiguration configuration)
        {
            IEnumerable<ArgumentConfiguration> inputs = configuration switch
            {
                ObjectTypeConfiguration type => type.Fields.SelectMany(static field => field.Arguments),
                InputObjectTypeConfiguration type => type.Fields,
                _ => [],
            };
            foreach (var field in (configuration as ObjectTypeConfiguration)?.Fields.Where(IsZone) ?? [])
            {
                if (CostOf(field) is { } call)
                {
                    field.Directives.Remove(call);
                }

                field.AddDirective(new CostDirective(1), completionContext.TypeInspector);
            }

            foreach (var input in inputs)
            {
                var cost = CostOf(input);
                var type = completionContext.TryGetType<IType>(input.Type!, out var known) ? known.NamedType() : null;
                if (cost is not null && configuration is InputObjectTypeConfiguration && type is SortInputType)
                {
                    input.Directives.Remove(cost);
                    cost = null;
                }

                if (cost is null && type is InputObjectType)
                {
                    input.AddDirective(new CostDirective(0), completionContext.TypeInspector);
                }
            }
        }

        private static DirectiveConfiguration? CostOf(IDirectiveConfigurationProvider provider) =>
            provider.Directives.FirstOrDefault(static directive => directive.Value is CostDirective);

        /// <summary>HotChocolate takes it for a call, which only what is below it makes.</summary>
        private static bool IsZone(ObjectFieldConfiguration field) => field.Name is "zone" or "zones";
    }
}
