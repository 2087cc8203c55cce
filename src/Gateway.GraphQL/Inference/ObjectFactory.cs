using System.Reflection;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Inference;

/// <summary>How C# objects are made of an input object's fields: by the constructor's parameters, then by the setters.</summary>
internal static class ObjectFactory
{
    /// <summary>The properties that can be given, in the order of their declaration, each with its constructor parameter.</summary>
    public static (ConstructorInfo Constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> Members) MembersOf(
        Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .OrderBy(property => property.MetadataToken)
            .ToList();
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters().All(parameter => Find(properties, parameter) is not null))
            .MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new SchemaException($"{type} can't be an input object: no public constructor has just its properties as parameters.");
        var parameters = constructor.GetParameters();
        return (constructor,
        [
            .. properties
                .Select(property => (property, Array.Find(parameters, parameter => Find([property], parameter) is not null)))
                .Where(member => member.Item2 is not null || member.property.SetMethod is { IsPublic: true }),
        ]);
    }

    /// <summary>Makes an object of the values of its members; one that is left out is <see cref="InputObjectBinding.Missing"/>.</summary>
    public static object Create(
        ConstructorInfo constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> members, object?[] values)
    {
        // Without a value a parameter gets its type's default, which null stands for.
        var arguments = new object?[constructor.GetParameters().Length];
        for (var index = 0; index < values.Length; index++)
        {
            if (members[index].Parameter is { } parameter && values[index] != InputObjectBinding.Missing)
            {
                arguments[parameter.Position] = values[index];
            }
        }

        var result = constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        for (var index = 0; index < values.Length; index++)
        {
            // What is left out keeps what the initialiser gave it.
            if (members[index].Parameter is null && values[index] != InputObjectBinding.Missing)
            {
                members[index].Property.SetValue(result, values[index]);
            }
        }

        return result;
    }

    private static PropertyInfo? Find(List<PropertyInfo> properties, ParameterInfo parameter) => properties.Find(
        property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && property.PropertyType == parameter.ParameterType);
}
