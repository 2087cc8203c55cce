using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>
/// The default weights: 10 for an asynchronous field, 1 for a field of composite type, 1 for an object, 0 for everything else.
/// </summary>
internal static class CostWeights
{
    public const double AsyncResolver = 10;

    public static double Of(OutputField field) =>
        field.Cost ?? (field.Resolver is { IsAsync: true } ? AsyncResolver : field.Type.Named.IsComposite ? 1 : 0);

    public static double Of(NamedType type) => type.Cost ?? (type.IsComposite ? 1 : 0);
}
