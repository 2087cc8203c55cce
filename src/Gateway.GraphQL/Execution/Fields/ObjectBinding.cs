using System.Text;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Binds an object type to the C# type of its values. The executor of <c>__typename</c> implements it.</summary>
internal interface IObjectBinding
{
    /// <summary>The cache of the objects' JSON; null for types without one.</summary>
    CachedFragment? Fragment { get; set; }

    SelectionSet CreateSelectionSet(ObjectType type, Selection[] selections, IError? fault);

    static IObjectBinding Of(ObjectType type) => (IObjectBinding)type.TypeName.Resolver!;
}

/// <summary>
/// Binds an object type to <typeparamref name="TParent"/>, and writes <c>__typename</c> (GraphQL September 2025, §4.1,
/// https://spec.graphql.org/September2025/#sec-Type-Name-Introspection).
/// </summary>
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
