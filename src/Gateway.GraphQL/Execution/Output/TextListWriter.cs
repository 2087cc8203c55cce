using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>Copies the JSON of a list of leaves. A list without JSON is written item by item.</summary>
internal sealed class TextListWriter<TList>(LeafText<TList> text, ValueWriter<TList> typed) : ValueWriter<TList>
{
    public override bool Write(TList value, Selection selection, OperationContext context)
    {
        var json = text(in value);
        if (json.IsEmpty)
        {
            return typed.Write(value, selection, context);
        }

        context.Output.WriteRaw(json);
        return true;
    }
}
