using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Caches the JSON of parts of a value, for further runs of the same prepared operation. The cache belongs to the value and has the same
/// lifetime. The implementation is thread-safe and bounds its own size.
/// </summary>
public interface IResponseFragments
{
    /// <summary>The longest fragment that can be added, in bytes.</summary>
    int MaxLength { get; }

    /// <summary>Finds a fragment.</summary>
    /// <param name="operation">The identity of a prepared operation: a document, an operation and variables.</param>
    /// <param name="part">The identity of some selections of the operation.</param>
    /// <returns>The JSON; empty for a miss.</returns>
    ReadOnlyMemory<byte> Find(object operation, object part);

    /// <summary>Adds a copy of <paramref name="json"/>, unless it is longer than <see cref="MaxLength"/>.</summary>
    void Add(object operation, object part, ReadOnlySpan<byte> json);
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
