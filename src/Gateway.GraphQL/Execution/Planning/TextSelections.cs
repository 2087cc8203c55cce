using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// Writes objects that store the JSON of all selected fields. It tracks neither paths nor positions. If a field's JSON is missing or
/// throws, <see cref="SelectionSet{T}"/> writes the object instead.
/// </summary>
internal sealed class TextSelections<T>
{
    private readonly byte[][] _names;
    private readonly LeafText<T>[] _texts;

    private TextSelections(byte[][] names, LeafText<T>[] texts) => (_names, _texts) = (names, texts);

    /// <summary>Creates the writer. Null if any selected field has no stored JSON.</summary>
    public static TextSelections<T>? Of(Selection[] selections, FieldExecutor<T>[] executors)
    {
        if (executors.Length == 0 || !Array.TrueForAll(executors, static executor => executor is TextField<T>))
        {
            return null;
        }

        return new TextSelections<T>(
            Array.ConvertAll(selections, static selection => selection.Json),
            Array.ConvertAll(executors, static executor => ((TextField<T>)executor).Text));
    }

    /// <returns>False if nothing was written.</returns>
    public bool TryWrite(in T value, JsonOutput output)
    {
        var start = output.Position;
        try
        {
            for (var index = 0; index < _texts.Length; index++)
            {
                var json = _texts[index](in value);
                if (json.IsEmpty)
                {
                    output.Rewind(start);
                    return false;
                }

                output.WriteRaw(_names[index], json);
            }

            output.WriteRaw((byte)'}');
            return true;
        }
        catch (Exception exception) when (exception is not ResponseLimitException)
        {
            // SelectionSet gets the same exception, and reports it with the field's path.
            output.Rewind(start);
            return false;
        }
    }
}
