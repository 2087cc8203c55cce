using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>An input object type (§3.10).</summary>
public sealed class InputObjectType : NamedType
{
    private readonly Dictionary<string, InputField> _byName = new(StringComparer.Ordinal);
    private readonly List<InputField> _fields = [];

    internal InputObjectType(string name, string? description, bool isOneOf)
        : base(name, description) => IsOneOf = isOneOf;

    public override TypeKind Kind => TypeKind.InputObject;

    public IReadOnlyList<InputField> Fields => _fields;

    /// <summary>Whether exactly one field must be given (§3.10.1).</summary>
    public bool IsOneOf { get; }

    public bool TryGetField(string name, [NotNullWhen(true)] out InputField? field) => _byName.TryGetValue(name, out field);

    internal bool TryAdd(InputField field)
    {
        if (!_byName.TryAdd(field.Name, field))
        {
            return false;
        }

        _fields.Add(field);
        return true;
    }
}
