using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation;

/// <summary>The state of one validation: what rules can query, and the errors that they report.</summary>
internal sealed class ValidationContext(Schema schema, DocumentFacts document, ValidationOptions options)
{
    private List<IError>? _errors;
    private bool _isGivenUp;

    public Schema Schema => schema;

    public DocumentFacts Document => document;

    public ValidationOptions Options => options;

    public IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    /// <summary>Whether validation has ended: the maximum of errors is reached, or a rule gave up.</summary>
    public bool IsFinished => _isGivenUp || _errors?.Count >= options.MaxAllowedErrors;

    /// <summary>Reports an error, unless validation has ended.</summary>
    public void Report(ValidationRule rule, string message, params ReadOnlySpan<Location> locations) =>
        Add(rule, message, ErrorCodes.ValidationFailed, locations);

    /// <summary>Reports that a check of the document takes too much work, and ends validation.</summary>
    public void GiveUp(ValidationRule rule, string message, string? code, params ReadOnlySpan<Location> locations)
    {
        Add(rule, message, code ?? ErrorCodes.ValidationFailed, locations);
        _isGivenUp = true;
    }

    /// <summary>The end of a message about an unknown name: similar names if suggestions are enabled, or else an empty string.</summary>
    public string Suggest(string name, IEnumerable<string> candidates) =>
        options.IncludeSuggestions ? Suggestions.For(name, candidates) : "";

    /// <summary>
    /// The uses of variables in an operation and its fragments. If finding them takes too much work, validation ends and the result is
    /// empty.
    /// </summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationFacts operation, ValidationRule rule)
    {
        if (document.UsagesOf(operation) is { } usages)
        {
            return usages;
        }

        GiveUp(rule, $"It takes too much work to find the variables that {operation.Title} uses.", code: null, operation.Node.Location);
        return [];
    }

    private void Add(ValidationRule rule, string message, string code, ReadOnlySpan<Location> locations)
    {
        if (!IsFinished)
        {
            (_errors ??= []).Add(new Error(message) { Code = code, Locations = locations.ToArray(), Extensions = rule.Extensions });
        }
    }
}
