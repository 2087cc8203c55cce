using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>An input value: JSON from a request's variables, or a literal from a document.</summary>
internal readonly record struct InputValue(JsonElement Json, ValueNode? Literal = null)
{
    public bool IsNull => Literal is null ? Json.ValueKind == JsonValueKind.Null : Literal is NullValueNode;

    /// <summary>The number of items of a list; null for any other value.</summary>
    public int? Count => Literal is null
        ? Json.ValueKind == JsonValueKind.Array ? Json.GetArrayLength() : null
        : (Literal as ListValueNode)?.Items.Length;

    /// <summary>The items of a list; null for any other value.</summary>
    public IReadOnlyList<InputValue>? Items => Literal is null
        ? Json.ValueKind == JsonValueKind.Array ? [.. Json.EnumerateArray()] : null
        : Literal is ListValueNode list ? [.. list.Items] : null;

    /// <summary>The fields of an input object; null for any other value.</summary>
    public IEnumerable<(string Name, InputValue Value)>? Fields => Literal is null
        ? Json.ValueKind == JsonValueKind.Object
            ? Json.EnumerateObject().Select(static member => (member.Name, (InputValue)member.Value))
            : null
        : (Literal as ObjectValueNode)?.Fields.Select(static member => (member.Name, (InputValue)member.Value));

    public static implicit operator InputValue(JsonElement json) => new(json);

    public static implicit operator InputValue(ValueNode literal) => new(default, literal);
}
