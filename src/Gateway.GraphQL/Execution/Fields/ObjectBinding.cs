using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Ties an object type to the C# type of its values.</summary>
internal abstract class ObjectBinding
{
    public abstract Type RuntimeType { get; }

    /// <summary>The meta-field <c>__typename</c> of the type (§4.4).</summary>
    public abstract OutputField TypeName { get; }

    /// <summary>How objects that never change are written once; null for all others.</summary>
    public CachedFragment? Rendering { get; set; }

    public abstract SelectionSet CreateSelectionSet(ObjectType type, Selection[] selections, IError? fault);
}

internal sealed class ObjectBinding<T>(ObjectType type, GraphQLType nonNullString) : ObjectBinding
{
    public override Type RuntimeType => typeof(T);

    public override OutputField TypeName { get; } =
        new("__typename", "The name of the object's type.", nonNullString, [], deprecationReason: null)
        {
            Executor = new TypeNameField<T>(type.Name),
        };

    public override SelectionSet CreateSelectionSet(ObjectType type, Selection[] selections, IError? fault)
        => new SelectionSet<T>(type, selections, fault, (CachedFragment<T>?)Rendering);
}
