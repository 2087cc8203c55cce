using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>A scalar type (§3.5).</summary>
public abstract class ScalarType(string name, string? description, string? specifiedBy) : NamedType(name, description)
{
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>The URL of its specification; null for the specification's own scalars.</summary>
    public string? SpecifiedBy => specifiedBy;

    /// <summary>The C# type that its input values have.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>What kind of input would be right, to finish the sentence "expects …".</summary>
    internal abstract string Expectation { get; }

    /// <summary>Coerces a literal that is neither null nor a variable.</summary>
    internal abstract bool TryCoerce(ValueNode literal, [NotNullWhen(true)] out object? value);

    /// <summary>Coerces a JSON value that is not null.</summary>
    internal abstract bool TryCoerce(JsonElement json, [NotNullWhen(true)] out object? value);
}

/// <summary>A scalar whose input values have the C# type <typeparamref name="T"/>.</summary>
public abstract class ScalarType<T>(string name, string? description = null, string? specifiedBy = null)
    : ScalarType(name, description, specifiedBy)
    where T : notnull
{
    public sealed override Type RuntimeType => typeof(T);

    /// <summary>Result coercion (§3.5): writes one JSON value; false where the value has no form in this scalar.</summary>
    public abstract bool TryWrite(T value, JsonOutput output);

    /// <summary>Input coercion of a literal that is neither null nor a variable (§3.5).</summary>
    protected abstract bool TryParse(ValueNode literal, [MaybeNullWhen(false)] out T value);

    /// <summary>Input coercion of a JSON value that is not null (§3.5).</summary>
    protected abstract bool TryParse(JsonElement json, [MaybeNullWhen(false)] out T value);

    internal sealed override bool TryCoerce(ValueNode literal, [NotNullWhen(true)] out object? value)
    {
        value = TryParse(literal, out var parsed) ? parsed : null;
        return value is not null;
    }

    internal sealed override bool TryCoerce(JsonElement json, [NotNullWhen(true)] out object? value)
    {
        value = TryParse(json, out var parsed) ? parsed : null;
        return value is not null;
    }
}
