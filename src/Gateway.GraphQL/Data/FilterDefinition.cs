using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Data;

/// <summary>
/// Defines an input object type whose value is a condition: each of its fields is one, and all of them have to be met. What the generator
/// writes of an object type derives from it.
/// </summary>
/// <typeparam name="T">The C# type of the values that the condition is on.</typeparam>
public abstract class FilterDefinition<T>(string name, string description = "Conditions, all of which have to be met.")
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
            fields.Combination("and", "All of these have to be met.", Filter<T>.All);
            fields.Combination("or", "At least one of these has to be met. An empty list is no condition.", Filter<T>.Any);
        }

        AddFields(fields);
        foreach (var described in types.DescribedFieldsOf(typeof(T)))
        {
            described.Resolver?.Accept(new DescribedProperty(fields, described));
        }

        type.Binding = fields.Bind();
    }

    protected abstract void AddFields(FilterFieldCollection<T> fields);

    /// <summary>Adds a field that is described in code and whose value is a scalar.</summary>
    private sealed class DescribedProperty(FilterFieldCollection<T> fields, FieldDescriptor field) : IFieldVisitor
    {
        public OutputField? Visit<TParent, TValue>(Func<TParent, TValue> read)
        {
            switch (read)
            {
                case Func<T, string?> text:
                    fields.Leaf(field.Name, field.Text, text);
                    break;
                case Func<T, bool?> flag:
                    fields.Leaf(field.Name, field.Text, flag);
                    break;
                case Func<T, int?> number:
                    fields.Leaf(field.Name, field.Text, number);
                    break;
                case Func<T, long?> number:
                    fields.Leaf(field.Name, field.Text, number);
                    break;
                case Func<T, double?> number:
                    fields.Leaf(field.Name, field.Text, number);
                    break;
                case Func<T, DateTimeOffset?> instant:
                    fields.Leaf(field.Name, field.Text, instant);
                    break;
            }

            return null;
        }
    }
}
