using System.Text;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Binds an object type to the C# type of its values. The executor of <c>__typename</c> implements it.</summary>
internal interface IObjectBinding
{
    /// <summary>The caching of the objects' JSON; null for types without it.</summary>
    CachedFragment? Fragment { get; set; }

    SelectionSet CreateSelectionSet(ObjectType type, Selection[] selections, IError? fault);

    static IObjectBinding Of(ObjectType type) => (IObjectBinding)type.TypeName.Resolver!;
}

/// <summary>The same, which writes <c>__typename</c> (§4.4).</summary>
internal sealed class ObjectBinding<TParent>(string typeName) : FieldExecutor<TParent>, IObjectBinding
{
    private readonly byte[] _json = Encoding.UTF8.GetBytes($"\"{typeName}\"");

    public CachedFragment? Fragment { get; set; }

    public SelectionSet CreateSelectionSet(ObjectType type, Selection[] selections, IError? fault) =>
        new SelectionSet<TParent>(type, selections, fault, (CachedFragment<TParent>?)Fragment);

    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        context.Output.WriteRaw(_json);
        return true;
    }
}
