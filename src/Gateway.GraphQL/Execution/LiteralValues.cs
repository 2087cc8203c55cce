using System.Text.Json;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>Converts the values of variables to literals, for resolvers that look ahead at the arguments of other fields.</summary>
internal static class LiteralValues
{
    public static ValueNode? Replace(ValueNode? literal, IReadOnlyDictionary<string, InputValue> variables) => literal switch
    {
        VariableNode variable => variables.TryGetValue(variable.Name, out var value) ? Of(value, variable.Location) : null,
        ListValueNode list => list with
        {
            Items = [.. list.Items.Select(item => Replace(item, variables) ?? new NullValueNode(item.Location))],
        },
        ObjectValueNode node => node with
        {
            Fields =
            [
                .. node.Fields
                    .Select(f => Replace(f.Value, variables) is { } value ? f with { Value = value } : null)
                    .OfType<ObjectFieldNode>(),
            ],
        },
        _ => literal,
    };

    private static ValueNode Of(InputValue value, Location location) => value.Literal ?? Of(value.Json, location);

    // In JSON, enum values and strings look the same. An enum literal reads as either.
    private static ValueNode Of(JsonElement json, Location location) => json.ValueKind switch
    {
        JsonValueKind.String => new EnumValueNode(json.GetString()!, location),
        JsonValueKind.Number => new FloatValueNode(json.GetRawText(), location),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(json.GetBoolean(), location),
        JsonValueKind.Array => new ListValueNode([.. json.EnumerateArray().Select(item => Of(item, location))], location),
        JsonValueKind.Object => new ObjectValueNode(
            [.. json.EnumerateObject().Select(p => new ObjectFieldNode(p.Name, Of(p.Value, location), location))], location),
        _ => new NullValueNode(location),
    };
}
