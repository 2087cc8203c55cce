using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution.Input;

/// <summary>
/// Counts the values of an operation's variables, at each use by its arguments. A variable is coerced at each use, so a large one that is
/// used often costs as much as many large ones.
/// </summary>
internal sealed class VariableValueCount
{
    // A text takes memory like several values.
    private const int TextUnit = 16;

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly long _defaults;

    /// <param name="operation">The operation.</param>
    /// <param name="fragments">The document's fragments. They count even if only another operation spreads them.</param>
    public VariableValueCount(OperationDefinitionNode operation, IEnumerable<FragmentDefinitionNode> fragments)
    {
        Count(operation.SelectionSet);
        foreach (var fragment in fragments)
        {
            Count(fragment.SelectionSet);
        }

        _defaults = operation.VariableDefinitions.Sum(variable =>
            variable.DefaultValue is { } value ? (long)SizeOf(value) * UsesOf(variable.Variable.Name) : 0);
    }

    /// <summary>
    /// Counts the values in a request's variables and in default values, each as often as its variable is used, and at least once. A text
    /// counts once more for each 16 bytes. Stops beyond <paramref name="most"/>, so that a refusal takes no longer than an accepted
    /// request.
    /// </summary>
    /// <exception cref="JsonException">The JSON is invalid before the limit is reached.</exception>
    /// <exception cref="InvalidOperationException">A text before the limit has half of a surrogate pair, so it can't be read.</exception>
    public long CountValues(int most, ReadOnlySpan<byte> variables)
    {
        var reader = new Utf8JsonReader(variables);
        var (values, uses) = (_defaults, 1L);
        while (values <= most && !variables.IsEmpty && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    values += reader.ValueSpan.Length / TextUnit;
                    uses = reader.CurrentDepth == 1 && values <= most ? UsesOf(reader.GetString()!) : uses;
                    break;
                case not (JsonTokenType.EndObject or JsonTokenType.EndArray) when reader.CurrentDepth > 0:
                    values += uses * (1 + (reader.ValueSpan.Length / TextUnit));
                    break;
            }

            // A coercion would fail unexpectedly at a text that can't be read.
            if (reader.ValueIsEscaped && values <= most)
            {
                _ = reader.GetString();
            }
        }

        return values;
    }

    private static int SizeOf(ValueNode value) => 1 + value switch
    {
        ListValueNode list => list.Items.Sum(SizeOf),
        ObjectValueNode node => node.Fields.Sum(static field => SizeOf(field.Value)),
        StringValueNode text => text.Value.Length / TextUnit,
        _ => 0,
    };

    private int UsesOf(string name) => Math.Max(1, _uses.GetValueOrDefault(name));

    private void Count(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    foreach (var argument in field.Arguments)
                    {
                        Count(argument.Value);
                    }

                    if (field.SelectionSet is { } below)
                    {
                        Count(below);
                    }

                    break;
                case InlineFragmentNode inline:
                    Count(inline.SelectionSet);
                    break;
            }
        }
    }

    private void Count(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _uses[variable.Name] = _uses.GetValueOrDefault(variable.Name) + 1;
                break;
            case ListValueNode list:
                foreach (var item in list.Items)
                {
                    Count(item);
                }

                break;
            case ObjectValueNode node:
                foreach (var field in node.Fields)
                {
                    Count(field.Value);
                }

                break;
        }
    }
}
