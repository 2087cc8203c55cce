using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// An argument must not be repeated (GraphQL September 2025, §5.4.2, https://spec.graphql.org/September2025/#sec-Argument-Uniqueness).
/// </summary>
internal sealed class ArgumentUniqueness() : ValidationRule("Argument-Uniqueness"), IRule<AppliedArguments>
{
    public void Check(AppliedArguments arguments, ValidationContext context)
    {
        foreach (var node in Repetitions.Find(arguments.Nodes, static node => node.Name))
        {
            context.Report(this, $"{arguments.Title} is given its argument `{node.Name}` more than once.", node.Location);
        }
    }
}
