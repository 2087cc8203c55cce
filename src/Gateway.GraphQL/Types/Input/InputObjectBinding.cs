using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>§3.10: collects the fields in the order of their definition and makes the C# object of them.</summary>
/// <param name="type">The input object type.</param>
/// <param name="create">Makes the object; an omitted field is <see cref="Missing"/>.</param>
internal sealed class InputObjectBinding(InputObjectType type, Func<object?[], object> create) : InputBinding
{
    /// <summary>Stands for a field that is not there, which is not the same as null.</summary>
    public static readonly object Missing = new();

    protected override bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return coercion.Refuse(Expected(InputText.Of(json)));
        }

        var values = new object?[type.Fields.Count];
        var given = 0;
        foreach (var property in json.EnumerateObject())
        {
            if (!type.TryGetField(property.Name, out _))
            {
                return coercion.Refuse(Unknown(property.Name));
            }

            given++;
        }

        for (var index = 0; index < values.Length; index++)
        {
            var field = type.Fields[index];
            var isGiven = json.TryGetProperty(field.Name, out var element);
            coercion.Enter(field.Name);
            if (!(isGiven ? field.Binding.TryCoerce(element, coercion, out values[index]) : TryDefault(field, coercion, out values[index])))
            {
                return false;
            }

            coercion.Leave();
        }

        return Finish(values, given, coercion, out value);
    }

    protected override bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode node)
        {
            return coercion.Refuse(Expected(InputText.Of(literal)));
        }

        var values = new object?[type.Fields.Count];
        var given = 0;
        foreach (var field in node.Fields)
        {
            if (!type.TryGetField(field.Name, out _))
            {
                return coercion.Refuse(Unknown(field.Name));
            }

            given += coercion.IsProvided(field.Value) ? 1 : 0;
        }

        for (var index = 0; index < values.Length; index++)
        {
            var field = type.Fields[index];
            var written = node.Fields.Find(field.Name);
            coercion.Enter(field.Name);
            if (!(written is not null && coercion.IsProvided(written)
                ? field.Binding.TryCoerce(written, coercion, out values[index])
                : TryDefault(field, coercion, out values[index])))
            {
                return false;
            }

            coercion.Leave();
        }

        // §3.10.1: with @oneOf, an omitted variable is no field, and the literal must not have a second one.
        return type.IsOneOf && node.Fields.Length != 1
            ? coercion.Refuse(ExactlyOne)
            : Finish(values, given, coercion, out value);
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

    private bool Finish(object?[] values, int given, InputCoercion coercion, out object? value)
    {
        value = null;
        if (type.IsOneOf && (given != 1 || Array.Exists(values, v => v is null)))
        {
            return coercion.Refuse(ExactlyOne);
        }

        value = create(values);
        return true;
    }

    private string ExactlyOne => $"expects exactly one field of `{type}`, and that not null";

    private string Expected(string given) => $"expects an input object `{type}`, not {given}";

    private string Unknown(string name) => $"has no field `{name}` (`{type}`)";
}
