using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>What the attributes of a resolver's method add to its field.</summary>
public sealed class DescribedField
{
    private readonly Func<IReadOnlyList<InputField>> _create;

    internal DescribedField(string? description, Func<IReadOnlyList<InputField>> create) => (Description, _create) = (description, create);

    /// <summary>The description; null for that of the method.</summary>
    public string? Description { get; }

    /// <summary>
    /// Further arguments. They stand where the method has its <c>IResolverContext</c>, and their types become part of the schema when they
    /// are asked for here, in the order of the arguments.
    /// </summary>
    public IReadOnlyList<InputField> Arguments => field ??= _create();
}
