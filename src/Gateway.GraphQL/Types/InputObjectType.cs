using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>An input object type (§3.10).</summary>
public sealed class InputObjectType(string name, string? description, bool isOneOf) : NamedType(name, description)
{
    private readonly OrderedDictionary<string, InputField> _fields = new(StringComparer.Ordinal);

    public override TypeKind Kind => TypeKind.InputObject;

    public IReadOnlyList<InputField> Fields => _fields.Values;

    /// <summary>Whether exactly one field must be given (§3.10.1).</summary>
    public bool IsOneOf => isOneOf;

    public bool TryGetField(string name, [NotNullWhen(true)] out InputField? field) => _fields.TryGetValue(name, out field);

    /// <summary>The position of a field among <see cref="Fields"/>; -1 for a name that is none of them.</summary>
    internal int IndexOf(string name) => _fields.IndexOf(name);

    /// <summary>How what is given becomes a C# value; set when the type has its fields.</summary>
    internal InputBinding Binding { get; set; } = null!;

    internal bool TryAdd(InputField field) => _fields.TryAdd(field.Name, field);
}
