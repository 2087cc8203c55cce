using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>A C# type of immutable objects that hold a cache of their own JSON.</summary>
internal abstract class CachedFragment(string[] volatileFields)
{
    public string[] VolatileFields => volatileFields;

    protected abstract Type RuntimeType { get; }

    /// <exception cref="SchemaException">The schema has no such type, or the type no such field.</exception>
    public void Bind(Schema schema)
    {
        var type = schema.Types.OfType<ObjectType>().FirstOrDefault(type => type.RuntimeType == RuntimeType)
            ?? throw new SchemaException($"`{RuntimeType}` is to be rendered once, and no type of the schema has its objects.");
        foreach (var field in volatileFields)
        {
            if (!type.TryGetField(field, out _))
            {
                throw new SchemaException($"`{type}` has no field `{field}`, which is to be written anew each time.");
            }
        }

        IObjectBinding.Of(type).Fragment = this;
    }
}

internal sealed class CachedFragment<T>(Func<T, IResponseFragments> of, string[] volatileFields) : CachedFragment(volatileFields)
{
    public Func<T, IResponseFragments> Of => of;

    protected override Type RuntimeType => typeof(T);
}
