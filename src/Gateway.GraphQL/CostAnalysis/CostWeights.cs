using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>The weights of what says none: a resolver that is waited for 10, a field of objects 1, an object 1, all else nothing.</summary>
internal static class CostWeights
{
    public const double AsyncResolver = 10;

    public static double Of(OutputField field)
        => field.Cost ?? (field.Resolver is { IsAsync: true } ? AsyncResolver : field.Type.Named.IsComposite ? 1 : 0);

    public static double Of(NamedType type) => type.Cost ?? (type.IsComposite ? 1 : 0);
}
