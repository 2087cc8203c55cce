using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A leaf field whose parent object stores the JSON of its value.</summary>
internal abstract class FieldText(string name)
{
    public string Name => name;

    public abstract void Bind(Schema schema);
}

internal sealed class FieldText<T>(string name, LeafText<T> text) : FieldText(name)
{
    /// <exception cref="SchemaException">The schema has no such leaf field.</exception>
    public override void Bind(Schema schema)
    {
        var type = schema.Types.OfType<ObjectType>().FirstOrDefault(static type => type.RuntimeType == typeof(T))
            ?? throw new SchemaException(
                $"`{Name}` of {typeof(T)} is to be written as text, and no object type of the schema has its objects.");
        if (!type.TryGetField(Name, out var output))
        {
            throw new SchemaException($"`{type}` has no field `{Name}`, which is to be written as text.");
        }

        if (output.Type.Nullable is not (ScalarType or EnumType)
            || output.Arguments.Count > 0
            || output.Resolver is not FieldExecutor<T> { IsAsync: false } typed)
        {
            throw new SchemaException($"`{type}.{Name}` is to be written as text, and is no leaf that is read off its object.");
        }

        output.Resolver = new TextField<T>(text, typed);
    }
}

/// <summary>A C# type of lists of leaves that store their JSON.</summary>
internal abstract class ListText
{
    public abstract Type ListType { get; }

    /// <param name="writer">The writer of lists that have no JSON.</param>
    public abstract object Bind(object writer);
}

internal sealed class ListText<TList>(LeafText<TList> text) : ListText
{
    public override Type ListType => typeof(TList);

    public override object Bind(object writer) => new TextListWriter<TList>(text, (ValueWriter<TList>)writer);
}
