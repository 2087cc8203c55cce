using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>A scalar type (GraphQL September 2025, §3.5, https://spec.graphql.org/September2025/#sec-Scalars).</summary>
public abstract class ScalarType(string name, string? description, string? specifiedBy) : NamedType(name, description)
{
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>The URL of its specification; null for the specification's own scalars.</summary>
    public string? SpecifiedBy => specifiedBy;

    /// <summary>The C# type of its input values.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>What valid input is, for error messages: the end of a sentence "expects …".</summary>
    internal abstract string Expectation { get; }

    /// <summary>What helps beside <see cref="Expectation"/>: further sentences, with a space in front.</summary>
    /// <param name="given">The rejected value as it was written.</param>
    internal virtual string Advise(string given) => "";

    /// <summary>Input coercion of a literal that is neither null nor a variable (§3.5). Null if the literal is invalid.</summary>
    internal abstract object? Parse(ValueNode literal);

    /// <summary>Input coercion of a JSON value other than null (§3.5). Null if the value is invalid.</summary>
    internal abstract object? Parse(JsonElement json);
}

/// <summary>A scalar whose values have the C# type <typeparamref name="T"/>.</summary>
public abstract class ScalarType<T>(string name, string? description = null, string? specifiedBy = null)
    : ScalarType(name, description, specifiedBy)
    where T : notnull
{
    public sealed override Type RuntimeType => typeof(T);

    /// <summary>Result coercion (§3.5): writes a JSON value. False if the scalar can't represent it.</summary>
    public abstract bool TryWrite(T value, JsonOutput output);
}
