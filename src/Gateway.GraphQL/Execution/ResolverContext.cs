using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution;

internal abstract class ResolverContext
{
    public abstract ValueNode? ReplaceVariables(ValueNode? literal);
}
