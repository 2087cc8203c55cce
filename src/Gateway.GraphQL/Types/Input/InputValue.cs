using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>A value as it is given: as JSON where a request's variables have it, else as a literal.</summary>
internal readonly record struct InputValue(JsonElement Json, ValueNode? Literal = null)
{
    public bool IsNull => Literal is null ? Json.ValueKind == JsonValueKind.Null : Literal is NullValueNode;

    /// <summary>The items of a list; null where it is none.</summary>
    public IReadOnlyList<InputValue>? Items => Literal is null
        ? Json.ValueKind == JsonValueKind.Array ? [.. Json.EnumerateArray()] : null
        : Literal is ListValueNode list ? [.. list.Items] : null;

    /// <summary>The fields of an input object; null where it is none.</summary>
    public IReadOnlyList<(string Name, InputValue Value)>? Fields => Literal is null
        ? Json.ValueKind == JsonValueKind.Object
            ? [.. Json.EnumerateObject().Select(static member => (member.Name, (InputValue)member.Value))]
            : null
        : Literal is ObjectValueNode node ? [.. node.Fields.Select(static member => (member.Name, (InputValue)member.Value))] : null;

    public static implicit operator InputValue(JsonElement json) => new(json);

    public static implicit operator InputValue(ValueNode literal) => new(default, literal);
}
