using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation;

/// <summary>One validation under way: what rules may ask, and where they report.</summary>
internal sealed class ValidationContext(Schema schema, DocumentFacts document, ValidationOptions options)
{
    private List<IError>? _errors;
    private bool _isGivenUp;

    public Schema Schema => schema;

    public DocumentFacts Document => document;

    public ValidationOptions Options => options;

    public IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    /// <summary>Whether nothing more can be reported, so that nothing more needs to be looked at.</summary>
    public bool IsFinished => _isGivenUp || _errors?.Count >= options.MaxAllowedErrors;

    /// <summary>Reports an error, unless there are enough of them already.</summary>
    public void Report(ValidationRule rule, string message, params ReadOnlySpan<Location> locations) => Add(rule, message, null, locations);

    /// <summary>Reports that the document needs more work than is allowed, and ends the validation.</summary>
    public void GiveUp(ValidationRule rule, string message, string? code, params ReadOnlySpan<Location> locations)
    {
        Add(rule, message, code, locations);
        _isGivenUp = true;
    }

    /// <summary>The end of a message about a name that is not there: what may have been meant, where suggestions are on.</summary>
    public string Suggest(string name, IEnumerable<string> candidates) => options.IncludeSuggestions ? Suggestions.For(name, candidates) : "";

    /// <summary>The uses of variables that an operation reaches; none, with the validation at its end, where there is too much to look at.</summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationFacts operation, ValidationRule rule)
    {
        if (document.UsagesOf(operation) is { } usages)
        {
            return usages;
        }

        GiveUp(rule, $"It takes too much work to find the variables that {operation.Title} uses.", code: null, operation.Node.Location);
        return [];
    }

    private void Add(ValidationRule rule, string message, string? code, ReadOnlySpan<Location> locations)
    {
        if (!IsFinished)
        {
            (_errors ??= []).Add(new Error(message) { Code = code, Locations = locations.ToArray(), Extensions = rule.Extensions });
        }
    }
}
