using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Caches the JSON of parts of a value, for further runs of the same prepared operation. The cache belongs to the value and has the same
/// lifetime. The implementation is thread-safe and bounds its own size.
/// </summary>
public interface IResponseFragments
{
    /// <summary>Finds a fragment.</summary>
    /// <param name="operation">The identity of a prepared operation: a document, an operation and variables.</param>
    /// <param name="part">The identity of some selections of the operation.</param>
    /// <returns>The JSON; empty for a miss.</returns>
    ReadOnlyMemory<byte> Find(object operation, object part);

    /// <summary>Adds a fragment, unless it is too long or known.</summary>
    /// <param name="operation">The identity of the prepared operation.</param>
    /// <param name="part">The identity of the selections.</param>
    /// <param name="length">The length of the JSON, in bytes.</param>
    /// <param name="copy">Copies the JSON. It is called only if the fragment is added.</param>
    void Add(object operation, object part, int length, Action<Span<byte>> copy);
}

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
