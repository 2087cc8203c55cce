using System.Text;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary><c>__typename</c> (§4.4).</summary>
internal sealed class TypeNameField<TParent>(string typeName) : FieldExecutor<TParent>
{
    private readonly byte[] _json = Encoding.UTF8.GetBytes($"\"{typeName}\"");

    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        context.Output.WriteRaw(_json);
        return true;
    }

    public override ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
        => new(new ResolvedField());

    public override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
    {
        context.Output.WriteRaw(_json);
        return true;
    }
}
