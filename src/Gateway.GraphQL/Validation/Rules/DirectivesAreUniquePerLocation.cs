using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.7.3: directives that are not repeatable stand once at one place.</summary>
internal sealed class DirectivesAreUniquePerLocation() : ValidationRule("Directives-Are-Unique-per-Location"), IRule<AppliedDirectives>
{
    public void Check(AppliedDirectives directives, ValidationContext context)
    {
        foreach (var node in Repetitions.Find(directives.Nodes, static node => node.Name))
        {
            if (context.Schema.TryGetDirective(node.Name, out var definition) && !definition.IsRepeatable)
            {
                context.Report(this, $"The directive `@{node.Name}` can stand only once at one place.", node.Location);
            }
        }
    }
}
