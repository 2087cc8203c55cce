using System.Reflection;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Inference;

/// <summary>Creates C# objects from the fields of an input object: through constructor parameters first, then through setters.</summary>
internal static class ObjectFactory
{
    /// <summary>
    /// The properties that can be set, in the order of their declaration, each with its constructor parameter if there is one. No
    /// constructor if none has just the properties as parameters.
    /// </summary>
    public static (ConstructorInfo? Constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> Members) MembersOf(
        Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .OrderBy(property => property.MetadataToken)
            .ToList();
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters().All(parameter => Find(properties, parameter) is not null))
            .MaxBy(candidate => candidate.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        return (constructor,
        [
            .. properties
                .Select(property => (property, Array.Find(parameters, parameter => Find([property], parameter) is not null)))
                .Where(member => member.Item2 is not null || member.property.SetMethod is { IsPublic: true }),
        ]);
    }

    /// <summary>
    /// Creates an object from the values of its members. An omitted member has the value <see cref="InputObjectBinding.Missing"/>.
    /// </summary>
    public static object Create(
        ConstructorInfo constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> members, object?[] values)
    {
        // Reflection passes the default of the parameter's type for null.
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
            // An omitted property keeps the value of its initializer.
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
