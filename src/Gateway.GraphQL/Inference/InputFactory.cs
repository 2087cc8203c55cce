using System.Reflection;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Inference;

/// <summary>
/// Creates arguments and input fields: the GraphQL type of a C# type, and the binding that coerces values of the one to the other.
/// </summary>
internal sealed class InputFactory(TypeRegistry types)
{
    private static readonly HashSet<Type> ListTypes =
    [
        typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>),
        typeof(ICollection<>), typeof(IList<>), typeof(List<>),
    ];

    /// <summary>Creates the argument of a parameter. Null if the parameter's C# type has no GraphQL type.</summary>
    public InputField? Create(ParameterInfo parameter)
    {
        // A C# default of null only makes the argument optional, so it is not a default value in the schema.
        var constant = parameter.HasDefaultValue && parameter.DefaultValue is not null ? parameter.DefaultValue : null;
        return Create(
            NamingConventions.OfParameter(parameter), Annotations.DescriptionOf(parameter), TypeShape.Of(parameter), parameter, constant);
    }

    /// <summary>Creates an argument without a parameter, which a descriptor adds. Null if its C# type has no GraphQL type.</summary>
    public InputField? Create(ArgumentDescriptor argument) =>
        Bind(TypeShape.Of(argument.RuntimeType), argument.MaxItems) is var (type, binding)
            ? new InputField(argument.Name, argument.Text, type) { Binding = binding }
            : null;

    /// <summary>Creates a field of an input object. Null if the property's C# type has no GraphQL type.</summary>
    public InputField? Create(PropertyInfo property, ParameterInfo? constructorParameter) => Create(
        NamingConventions.OfField(property),
        Annotations.DescriptionOf(property),
        TypeShape.Of(property),
        property,
        constructorParameter is { HasDefaultValue: true } ? constructorParameter.DefaultValue : null);

    private InputField? Create(string name, string? description, TypeShape shape, ICustomAttributeProvider source, object? constant)
    {
        if (Bind(shape, Annotations.MaxLengthOf(source)) is not var (type, binding))
        {
            return null;
        }

        return new InputField(name, description, type, DefaultOf(source, constant, type), Annotations.DeprecationOf(source))
        {
            Binding = binding,
            Cost = Annotations.CostOf(source),
        };
    }

    private (GraphQLType Type, InputBinding Binding)? Bind(TypeShape shape, int? maxItems = null)
    {
        var bare = shape.Item is not null ? BindList(shape, maxItems ?? int.MaxValue) : BindNamed(shape);
        if (bare is not var (type, binding) || shape.IsNullable)
        {
            return bare;
        }

        var nonNull = new NonNullType(type);
        return (nonNull, new NonNullBinding(binding, nonNull));
    }

    private (GraphQLType, InputBinding)? BindList(TypeShape shape, int maxItems)
    {
        var open = shape.Bare.IsGenericType ? shape.Bare.GetGenericTypeDefinition() : null;
        if ((!shape.Bare.IsArray && (open is null || !ListTypes.Contains(open))) || Bind(shape.Item!) is not var (type, binding))
        {
            return null;
        }

        type.Named.AddList(maxItems);
        return (new ListType(type), (InputBinding)Activator.CreateInstance(
            typeof(ListBinding<>).MakeGenericType(shape.Item!.Declared), binding, open == typeof(List<>), maxItems)!);
    }

    private (GraphQLType, InputBinding)? BindNamed(TypeShape shape) =>
        types.Input(shape.Bare, shape.IsId) is { } type ? (type, InputBinding.Of(type)) : null;

    /// <summary>The default of a parameter or property; null, with an error added, if it is no literal.</summary>
    private ValueNode? DefaultOf(ICustomAttributeProvider source, object? constant, GraphQLType type)
    {
        try
        {
            return LiteralOf(source, constant, type);
        }
        catch (Exception exception) when (exception is SyntaxException or SchemaException)
        {
            var place = source is ParameterInfo { Member: var method, Name: var name }
                ? $"{method.DeclaringType}.{method.Name}({name})"
                : $"{((MemberInfo)source).DeclaringType}.{((MemberInfo)source).Name}";
            types.Errors.Add($"The default of {place} is no GraphQL literal: {exception.Message}");
            return null;
        }
    }

    private static ValueNode? LiteralOf(ICustomAttributeProvider source, object? constant, GraphQLType type)
    {
        if (Annotations.Find<DefaultValueSyntaxAttribute>(source) is { } syntax)
        {
            return Utf8GraphQLParser.ParseValue(syntax.Syntax);
        }

        constant = Annotations.Find<DefaultValueAttribute>(source) is { } attribute ? attribute.Value : constant;
        return constant is null ? null : ConstantLiterals.Of(constant, type);
    }
}
