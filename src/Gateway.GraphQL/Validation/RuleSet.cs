namespace Gateway.GraphQL.Validation;

/// <summary>The rules that check a <typeparamref name="T"/>, in the order of <see cref="DocumentValidator.Rules"/>.</summary>
internal static class RuleSet<T>
{
    private static readonly IRule<T>[] Rules = [.. DocumentValidator.Rules.OfType<IRule<T>>()];

    public static void Check(T subject, ValidationContext context)
    {
        foreach (var rule in Rules)
        {
            if (context.IsFinished)
            {
                return;
            }

            rule.Check(subject, context);
        }
    }
}
