namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Coerces input objects (GraphQL September 2025, §3.10, https://spec.graphql.org/September2025/#sec-Input-Objects): collects the fields in
/// the order of their definition and creates the C# object.
/// </summary>
/// <param name="type">The input object type.</param>
/// <param name="create">Creates the object.</param>
internal sealed class InputObjectBinding(InputObjectType type, InputObjectBinding.Factory create) : InputBinding
{
    /// <summary>Creates the object. Null, with an error in the coercion, if it can't be.</summary>
    /// <param name="values">The coerced values of the fields, in the order of their definition. An omitted one is <see cref="Missing"/>.</param>
    /// <param name="given">The input object.</param>
    /// <param name="coercion">The state of the coercion.</param>
    public delegate object? Factory(object?[] values, InputValue given, InputCoercion coercion);

    /// <summary>The value of an omitted field, as opposed to null.</summary>
    public static readonly object Missing = new();

    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
    {
        value = null;
        if (given.Fields is not { } fields)
        {
            return coercion.Refuse($"expects an input object `{type}`, not {InputText.Of(given)}");
        }

        var own = new InputValue?[type.Fields.Count];
        var count = 0;
        foreach (var (name, field) in fields)
        {
            var index = type.IndexOf(name);
            if (index < 0)
            {
                return coercion.Refuse(
                    $"has no field `{InputText.Cut(name)}` (`{type}`)",
                    coercion.Suggest(name, type.Fields.Select(static candidate => candidate.Name)));
            }

            own[index] ??= field;
            count++;
        }

        var values = new object?[own.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var field = type.Fields[index];
            coercion.Enter(field.Name);
            if (!(own[index] is { } provided && coercion.IsProvided(provided)
                ? field.Binding.TryCoerce(provided, coercion, out values[index])
                : TryDefault(field, coercion, out values[index])))
            {
                return false;
            }

            coercion.Leave();
        }

        // @oneOf (§3.10.1): there must be exactly one field, and an omitted variable does not count as a value.
        if (type.IsOneOf
            && (count != 1 || !coercion.IsProvided(Array.Find(own, v => v is not null)!.Value) || Array.Exists(values, v => v is null)))
        {
            return coercion.Refuse($"expects exactly one field of `{type}`, and that not null");
        }

        value = create(values, given, coercion);
        return value is not null;
    }

    private static bool TryDefault(InputField field, InputCoercion coercion, out object? value)
    {
        if (field.DefaultValue is { } literal)
        {
            return field.Binding.TryCoerce(literal, coercion, out value);
        }

        value = Missing;
        return !field.Type.IsNonNull || coercion.Refuse($"is required: `{field.Type}`");
    }
}
