using System.Linq.Expressions;
using System.Reflection;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Inference;

/// <summary>How C# objects are made of an input object's fields: by the constructor's parameters, then by the setters.</summary>
internal static class ObjectFactory
{
    /// <summary>The properties that can be given, in the order of their declaration, each with its constructor parameter.</summary>
    public static (ConstructorInfo Constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> Members) MembersOf(Type type)
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

    /// <summary>Compiled when the first object is made: few operations have any.</summary>
    public static Func<object?[], object> Of(
        Type type, ConstructorInfo constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> members)
    {
        var compiled = new Lazy<Func<object?[], object>>(() => Compile(type, constructor, members));
        return values => compiled.Value(values);
    }

    private static Func<object?[], object> Compile(
        Type type, ConstructorInfo constructor, IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> members)
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var result = Expression.Variable(type, "result");
        var body = new List<Expression>
        {
            Expression.Assign(result, Expression.New(constructor, constructor.GetParameters().Select(parameter => Given(
                values, IndexOf(members, parameter), parameter.ParameterType, Expression.Default(parameter.ParameterType))))),
        };
        for (var index = 0; index < members.Count; index++)
        {
            if (members[index].Parameter is null)
            {
                // What is left out keeps what the initialiser gave it.
                var property = Expression.Property(result, members[index].Property);
                body.Add(Expression.Assign(property, Given(values, index, property.Type, property)));
            }
        }

        body.Add(Expression.Convert(result, typeof(object)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Block([result], body), values).Compile();
    }

    private static MethodCallExpression Given(Expression values, int index, Type type, Expression otherwise) => Expression.Call(
        typeof(ObjectFactory), nameof(Value), [type], Expression.ArrayIndex(values, Expression.Constant(index)), otherwise);

    private static T Value<T>(object? given, T otherwise)
        => given == InputObjectBinding.Missing ? otherwise : given is null ? default! : (T)given;

    private static int IndexOf(IReadOnlyList<(PropertyInfo Property, ParameterInfo? Parameter)> members, ParameterInfo parameter)
    {
        for (var index = 0; index < members.Count; index++)
        {
            if (members[index].Parameter == parameter)
            {
                return index;
            }
        }

        throw new InvalidOperationException($"{parameter} belongs to no member.");
    }

    private static PropertyInfo? Find(List<PropertyInfo> properties, ParameterInfo parameter) => properties.Find(
        property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && property.PropertyType == parameter.ParameterType);
}
