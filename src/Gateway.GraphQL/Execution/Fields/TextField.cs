using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A leaf whose text its parent has; without one it is what it is in C#.</summary>
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
