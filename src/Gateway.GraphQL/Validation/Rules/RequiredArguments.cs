using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.4.3: arguments that are not null and have no default are given.</summary>
internal sealed class RequiredArguments() : ValidationRule("Required-Arguments"), IRule<AppliedArguments>
{
    public void Check(AppliedArguments arguments, ValidationContext context)
    {
        if (arguments.Definitions is not { } definitions)
        {
            return;
        }

        for (var index = 0; index < definitions.Count; index++)
        {
            var definition = definitions[index];
            if (definition.IsRequired && !IsGiven(definition, arguments))
            {
                context.Report(this, $"{arguments.Title} needs its argument `{definition.Name}: {definition.Type}`.", arguments.Owner.Location);
            }
        }
    }

    private static bool IsGiven(InputField definition, AppliedArguments arguments)
    {
        foreach (var node in arguments.Nodes)
        {
            if (node.Name == definition.Name)
            {
                return true;
            }
        }

        return false;
    }
}
