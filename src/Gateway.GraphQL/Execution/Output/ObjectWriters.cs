using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>Writes objects of an object type whose values have the C# type <typeparamref name="T"/>.</summary>
internal sealed class ObjectWriter<T>(ObjectType type) : ValueWriter<T>
{
    public override bool Write(T value, Selection selection, OperationContext context) =>
        ((SelectionSet<T>)selection.SelectionSetFor(type)).Write(value, context);

    public override TextSelections<T>? TextsOf(Selection selection) => ((SelectionSet<T>)selection.SelectionSetFor(type)).Texts;
}

/// <summary>
/// Writes values of an interface or union. The C# type decides the object type (ResolveAbstractType, GraphQL September 2025, §6.4.3,
/// https://spec.graphql.org/September2025/#sec-Value-Completion).
/// </summary>
internal sealed class AbstractWriter<T>(NamedType type) : ValueWriter<T>
    where T : notnull
{
    public override bool Write(T value, Selection selection, OperationContext context) =>
        context.Schema.ObjectTypeOf(value, type) is { } objectType
            ? selection.SelectionSetFor(objectType).WriteObject(value, context)
            : context.RefuseAbstract(selection, type);
}
