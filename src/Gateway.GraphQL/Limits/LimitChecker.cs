using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Limits;

/// <summary>Refuses documents beyond <see cref="DocumentLimits"/>, whether or not they are valid.</summary>
internal static class LimitChecker
{
    public static IError? Check(DocumentNode document, DocumentLimits limits)
    {
        var measure = new DocumentMeasure(document, limits);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation
                && Check(operation, measure.Measure(operation.SelectionSet), limits) is { } error)
            {
                return error;
            }
        }

        if (measure.Introspection is { } introspection && !limits.AllowIntrospection)
        {
            return new Error("Introspection is not allowed for the current request.")
            {
                Code = "HC0046",
                Locations = [introspection.Location],
                Extensions = new Dictionary<string, object?> { ["field"] = introspection.Name },
            };
        }

        return measure.TooDeepIntrospection is { } tooDeep
            ? new Error("Maximum allowed introspection depth exceeded.") { Code = "HC0086", Locations = [tooDeep.Location] }
            : null;
    }

    private static Error? Check(OperationDefinitionNode operation, in Extent extent, DocumentLimits limits)
    {
        if (extent.Fields > limits.MaxAllowedExpandedFields)
        {
            return Refuse(operation, $"The operation has more than {limits.MaxAllowedExpandedFields} fields once its fragments are spread.");
        }

        if (extent.Depth > limits.MaxAllowedExecutionDepth)
        {
            return Refuse(
                operation,
                $"The GraphQL document has an execution depth of {extent.Depth} which exceeds the max allowed execution depth of {limits.MaxAllowedExecutionDepth}.",
                new Dictionary<string, object?>
                {
                    ["allowedExecutionDepth"] = limits.MaxAllowedExecutionDepth,
                    ["detectedExecutionDepth"] = extent.Depth,
                });
        }

        return extent.Nesting > limits.MaxAllowedNesting
            ? Refuse(operation, $"The operation nests deeper than {limits.MaxAllowedNesting} levels once its fragments are spread.")
            : null;
    }

    private static Error Refuse(OperationDefinitionNode operation, string message, IReadOnlyDictionary<string, object?>? extensions = null)
        => new(message) { Locations = [operation.Location], Extensions = extensions };
}
