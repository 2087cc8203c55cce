using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Limits;

/// <summary>Rejects documents beyond <see cref="DocumentLimits"/>, before validation.</summary>
internal sealed class LimitStep : RequestStep
{
    public DocumentLimits Limits { get; set; } = new();

    public override IError? Check(DocumentNode document)
    {
        var measure = new DocumentMeasure(document, Limits);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (Check(operation, measure.Measure(operation.SelectionSet)) is { } error)
            {
                return error;
            }
        }

        if (measure.Introspection is { } introspection && !Limits.AllowIntrospection)
        {
            return new Error("Introspection is not allowed for the current request.")
            {
                Code = ErrorCodes.IntrospectionNotAllowed,
                Locations = [introspection.Location],
                Extensions = new Dictionary<string, object?> { ["field"] = introspection.Name },
            };
        }

        return measure.TooDeepIntrospection is { } tooDeep
            ? new Error("Maximum allowed introspection depth exceeded.") { Code = ErrorCodes.TooDeep, Locations = [tooDeep.Location] }
            : null;
    }

    private Error? Check(OperationDefinitionNode operation, in Extent extent)
    {
        if (extent.Fields > Limits.MaxAllowedExpandedFields)
        {
            return Refuse(
                operation, $"The operation has more than {Limits.MaxAllowedExpandedFields} fields once its fragments are spread.");
        }

        if (extent.Depth > Limits.MaxAllowedExecutionDepth)
        {
            return Refuse(
                operation,
                $"The GraphQL document has an execution depth of {extent.Depth} which exceeds the max allowed execution depth of "
                    + $"{Limits.MaxAllowedExecutionDepth}.",
                new Dictionary<string, object?>
                {
                    ["allowedExecutionDepth"] = Limits.MaxAllowedExecutionDepth,
                    ["detectedExecutionDepth"] = extent.Depth,
                });
        }

        return extent.Nesting > Limits.MaxAllowedNesting
            ? Refuse(operation, $"The operation nests deeper than {Limits.MaxAllowedNesting} levels once its fragments are spread.")
            : null;
    }

    private static Error Refuse(
        OperationDefinitionNode operation, string message, IReadOnlyDictionary<string, object?>? extensions = null) =>
        new(message) { Code = ErrorCodes.ValidationFailed, Locations = [operation.Location], Extensions = extensions };
}
