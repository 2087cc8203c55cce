using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Creates the fields and arguments that are described in code, whose C# types are known only when the schema is built.</summary>
internal sealed class DescribedMembers(TypeRegistry registry, TypeContext types)
{
    public DescribedField Configure(string coordinate, bool hasContext, IReadOnlyList<ObjectFieldDescriptorAttribute> attributes)
    {
        var descriptor = new FieldDescriptor(coordinate);
        foreach (var attribute in attributes)
        {
            attribute.Configure(new DescriptorContext(registry.Definitions), descriptor);
        }

        if (!hasContext && descriptor.Arguments is [var lost, ..])
        {
            registry.Errors.Add($"`{coordinate}({lost.Name}:)`: the resolver has no {nameof(IResolverContext)} to read it from.");
        }

        return new DescribedField(descriptor.Text, () => ArgumentsOf(descriptor, coordinate));
    }

    public OutputField? CreateField(FieldDescriptor descriptor, ObjectType type)
    {
        if (descriptor.Resolver is not { } resolver || resolver.ParentType != type.RuntimeType)
        {
            registry.Errors.Add($"`{type}.{descriptor.Name}` is added to {type.RuntimeType} and has no resolver that reads it off one.");
            return null;
        }

        return resolver.Accept(new FieldCreation(descriptor, type, registry, types));
    }

    private List<InputField> ArgumentsOf(FieldDescriptor descriptor, string coordinate)
    {
        var arguments = new List<InputField>();
        foreach (var described in descriptor.Arguments)
        {
            if (ArgumentOf(described) is { } type)
            {
                arguments.Add(types.Argument(described.Name, described.Text, type));
            }
            else
            {
                registry.Errors.Add($"`{coordinate}({described.Name}:)`: {described.RuntimeType} has no GraphQL type as an argument.");
            }
        }

        return arguments;
    }

    private Input? ArgumentOf(ArgumentDescriptor argument)
    {
        var type = argument.RuntimeType;
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var item = type.IsArray ? type.GetElementType()
            : open == typeof(IEnumerable<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(IReadOnlyList<>)
                || open == typeof(ICollection<>) || open == typeof(IList<>) || open == typeof(List<>) ? type.GetGenericArguments()[0]
            : null;
        return item is null ? NamedOf(type, isItem: false)
            : NamedOf(item, isItem: true) is { } named ? ListOf(item, named, open == typeof(List<>), argument.MaxItems ?? int.MaxValue)
            : null;
    }

    // References are nullable, except as list items.
    private Input? NamedOf(Type type, bool isItem)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        if (registry.Input(underlying ?? type) is not { } named)
        {
            return null;
        }

        var isNullable = type.IsValueType ? underlying is not null : !isItem;
        return isNullable ? TypeContext.Input(named) : TypeContext.Input(named).NonNull();
    }

    private Input? ListOf(Type type, Input item, bool asList, int maxItems) =>
        type == typeof(string) ? types.InputList<string>(item, asList, maxItems)
            : type == typeof(bool) ? types.InputList<bool>(item, asList, maxItems)
            : type == typeof(bool?) ? types.InputList<bool?>(item, asList, maxItems)
            : type == typeof(int) ? types.InputList<int>(item, asList, maxItems)
            : type == typeof(int?) ? types.InputList<int?>(item, asList, maxItems)
            : type == typeof(long) ? types.InputList<long>(item, asList, maxItems)
            : type == typeof(long?) ? types.InputList<long?>(item, asList, maxItems)
            : type == typeof(double) ? types.InputList<double>(item, asList, maxItems)
            : type == typeof(double?) ? types.InputList<double?>(item, asList, maxItems)
            : type == typeof(DateTimeOffset) ? types.InputList<DateTimeOffset>(item, asList, maxItems)
            : type == typeof(DateTimeOffset?) ? types.InputList<DateTimeOffset?>(item, asList, maxItems)
            : DefinitionOf(Nullable.GetUnderlyingType(type) ?? type)?.ListOf(types, type, item, asList, maxItems);

    private NamedDefinition? DefinitionOf(Type type) =>
        registry.Definitions.Output(type) is { IsLeaf: true } leaf ? leaf : registry.Definitions.Input(type);

    private sealed class FieldCreation(FieldDescriptor descriptor, ObjectType type, TypeRegistry registry, TypeContext types)
        : IFieldVisitor
    {
        public OutputField? Visit<TParent, TValue>(Func<TParent, TValue> read)
        {
            if (OutputOf<TValue>() is not { } output)
            {
                registry.Errors.Add(
                    $"`{type}.{descriptor.Name}`: {typeof(TValue)} has no GraphQL type as a result of a field that is described in code: "
                    + "return a scalar.");
                return null;
            }

            return new OutputField(descriptor.Name, descriptor.Text, output.Type, [])
            {
                Resolver = new PropertyField<TParent, TValue>(read, output.Writer),
                Cost = descriptor.Weight,
            };
        }

        private Output<T>? OutputOf<T>() => (object?)(
            typeof(T) == typeof(string) ? types.Scalar<string>().Nullable()
            : typeof(T) == typeof(bool) ? types.Scalar<bool>().NonNull()
            : typeof(T) == typeof(bool?) ? types.Scalar<bool>().NullableValue()
            : typeof(T) == typeof(int) ? types.Scalar<int>().NonNull()
            : typeof(T) == typeof(int?) ? types.Scalar<int>().NullableValue()
            : typeof(T) == typeof(long) ? types.Scalar<long>().NonNull()
            : typeof(T) == typeof(long?) ? types.Scalar<long>().NullableValue()
            : typeof(T) == typeof(double) ? types.Scalar<double>().NonNull()
            : typeof(T) == typeof(double?) ? types.Scalar<double>().NullableValue()
            : typeof(T) == typeof(DateTimeOffset) ? types.Scalar<DateTimeOffset>().NonNull()
            : typeof(T) == typeof(DateTimeOffset?) ? (object)types.Scalar<DateTimeOffset>().NullableValue()
            : null) is Output<T> output ? output : null;
    }
}
