using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>An input object type (GraphQL September 2025, §3.10, https://spec.graphql.org/September2025/#sec-Input-Objects).</summary>
public sealed class InputObjectType(string name, string? description, bool isOneOf) : NamedType(name, description)
{
    private readonly OrderedDictionary<string, InputField> _fields = new(StringComparer.Ordinal);

    // 0 until it is known, then 1 for yes and -1 for no.
    private int _hasCost;

    public override TypeKind Kind => TypeKind.InputObject;

    public IReadOnlyList<InputField> Fields => _fields.Values;

    /// <summary>Whether exactly one field must be provided (§3.10.1).</summary>
    public bool IsOneOf => isOneOf;

    public bool TryGetField(string name, [NotNullWhen(true)] out InputField? field) => _fields.TryGetValue(name, out field);

    /// <summary>The index of a field in <see cref="Fields"/>; -1 for an unknown name.</summary>
    internal int IndexOf(string name) => _fields.IndexOf(name);

    /// <summary>
    /// Whether a field has a cost, here or further below. If none has, the price of an operation doesn't read the values.
    /// </summary>
    internal bool HasCost
    {
        get
        {
            if (_hasCost == 0)
            {
                _hasCost = FindsCost([]) ? 1 : -1;
            }

            return _hasCost > 0;
        }
    }

    /// <summary>Coerces input values to C# objects. Set after the fields are added.</summary>
    internal InputBinding Binding { get; set; } = null!;

    internal bool TryAdd(InputField field) => _fields.TryAdd(field.Name, field);

    private bool FindsCost(HashSet<InputObjectType> seen) => seen.Add(this)
        && Fields.Any(field => field.Cost is not (null or 0) || (field.Type.Named is InputObjectType below && below.FindsCost(seen)));
}
