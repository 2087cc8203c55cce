using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Data;

/// <summary>
/// Defines an input object type whose value is a condition: each of its fields is one, and all of them have to be met. What the generator
/// writes of an object type derives from it.
/// </summary>
/// <typeparam name="T">The C# type of the values that the condition is on.</typeparam>
public abstract class FilterDefinition<T>(string name, string? description = null)
    : NamedDefinition(typeof(Filter<T>), name, description), IInputObjectDefinition
{
    /// <summary>Whether the type has the fields <c>and</c> and <c>or</c>.</summary>
    protected virtual bool Combines => true;

    internal sealed override NamedType Create(DefinitionSet definitions) => new InputObjectType(Name, Description, isOneOf: false);

    void IInputObjectDefinition.Complete(InputObjectType type, TypeContext types)
    {
        var fields = new FilterFieldCollection<T>(type, types);
        if (Combines)
        {
            fields.Combination("and", Filter<T>.All);
            fields.Combination("or", Filter<T>.Any);
        }

        AddFields(fields);
        type.Binding = fields.Bind();
    }

    protected abstract void AddFields(FilterFieldCollection<T> fields);
}
