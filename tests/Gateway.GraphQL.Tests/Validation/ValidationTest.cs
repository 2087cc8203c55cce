using System.Text;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Tests.Validation;

/// <summary>Validates documents against the test schema, and lists the errors of each rule.</summary>
public abstract class ValidationTest
{
    private const string Specification = "https://spec.graphql.org/September2025/#sec-";

    private protected static void IsValid(string document) => Validate(document).Select(error => error.Message).ShouldBeEmpty();

    /// <summary>All errors are of one section of §5; the first has the words in its message.</summary>
    private protected static void IsRefused(string document, string section, string words)
    {
        var errors = Validate(document);
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => SectionOf(error) == section);
        errors[0].Message.ShouldContain(words);
        errors.ShouldAllBe(error => error.Locations.Count > 0);
    }

    private protected static IReadOnlyList<IError> Validate(string document, ValidationOptions? options = null) =>
        Validate(Parse(document), options);

    private protected static IReadOnlyList<IError> Validate(DocumentNode document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(TestSchema.Harbour, document, options ?? new ValidationOptions());

    private protected static string SectionOf(IError error) => ((string)error.Extensions!["specifiedBy"]!)[Specification.Length..];

    private protected static DocumentNode Parse(string document) => TryParse(document).ShouldNotBeNull();

    private protected static DocumentNode? TryParse(string document) =>
        Utf8GraphQLParser.TryParse(Encoding.UTF8.GetBytes(document), ParserOptions.Trusted, out var parsed, out _) ? parsed : null;
}
