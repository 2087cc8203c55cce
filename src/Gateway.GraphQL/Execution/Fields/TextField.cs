using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Copies the JSON of a leaf from its parent object. If there is none, the C# value is written instead.</summary>
internal sealed class TextField<TParent>(LeafText<TParent> text, FieldExecutor<TParent> typed) : FieldExecutor<TParent>
{
    public LeafText<TParent> Text => text;

    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        var json = text(in parent);
        if (json.IsEmpty)
        {
            return typed.Write(parent, selection, context);
        }

        context.Output.WriteRaw(json);
        return true;
    }
}
