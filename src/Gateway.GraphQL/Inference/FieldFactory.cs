using System.Linq.Expressions;
using System.Reflection;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Creates a field from a C# member: its definition, and an executor with a compiled delegate.</summary>
internal sealed class FieldFactory(
    WriterFactory writers, InputFactory inputs, Func<Type, bool> isService, IReadOnlySet<Type> stateTypes, List<string> errors)
{
    /// <summary>
    /// The members of a C# type that become fields. Methods precede properties, and a type's own members precede inherited ones. Otherwise
    /// members keep the order of their declaration.
    /// </summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type)
    {
        // A static class has static members only; any other type contributes its instance members.
        var flags = BindingFlags.Public | (type is { IsAbstract: true, IsSealed: true } ? BindingFlags.Static : BindingFlags.Instance);
        return type.GetMembers(flags)
            .Where(IsField)
            .OrderBy(member => member is PropertyInfo)
            .ThenByDescending(member => Depth(member.DeclaringType))
            .ThenBy(member => member.MetadataToken);

        static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);
    }

    /// <summary>Creates the field of a member. Null if its C# type has no GraphQL type; the error is added to the list.</summary>
    public OutputField? Create(MemberInfo member, Type parentType, string coordinate)
    {
        var shape = member is PropertyInfo property ? TypeShape.Of(property) : TypeShape.OfReturn((MethodInfo)member);
        if (writers.Create(shape) is not var (type, writer))
        {
            errors.Add($"`{coordinate}`: {shape.Declared} has no GraphQL type as a result ({member.DeclaringType}.{member.Name}).");
            return null;
        }

        var descriptor = new FieldDescriptor(NamingConventions.OfField(member));
        foreach (var attribute in member.GetCustomAttributes<ObjectFieldDescriptorAttribute>())
        {
            attribute.Configure(DescriptorContext.Instance, descriptor, member);
        }

        var signature = new Signature(coordinate, descriptor.Arguments);
        var executor = member is PropertyInfo read
            ? CreateProperty(read.GetMethod!, parentType, shape.Declared, writer)
            : CreateMethod((MethodInfo)member, parentType, shape.Declared, writer, signature);
        return new OutputField(
            descriptor.Name,
            descriptor.Text ?? Annotations.DescriptionOf(member),
            type,
            signature.Arguments,
            Annotations.DeprecationOf(member))
        {
            Resolver = executor,
            Cost = Annotations.CostOf(member) ?? (executor.IsAsync ? CostWeights.AsyncResolver : null),
            ListSize = Annotations.ListSizeOf(member),
        };
    }

    /// <summary>
    /// Creates a field that is described in code. A delegate reads its value from the parent object. Null, with an error added, if that
    /// fails.
    /// </summary>
    public OutputField? Create(FieldDescriptor descriptor, Type parentType, string coordinate)
    {
        if (descriptor.Resolver?.GetType().GetGenericArguments() is not [var parent, var value] || parent != parentType)
        {
            errors.Add($"`{coordinate}` is added to {parentType} and has no resolver that reads it off one.");
            return null;
        }

        if (writers.Create(TypeShape.Of(value)) is not var (type, writer))
        {
            errors.Add($"`{coordinate}`: {value} has no GraphQL type as a result.");
            return null;
        }

        return new OutputField(descriptor.Name, descriptor.Text, type, [])
        {
            Resolver = Make(typeof(PropertyField<,>), parentType, value, descriptor.Resolver, writer),
            Cost = descriptor.Weight,
        };
    }

    private static bool IsField(MemberInfo member) => !member.IsDefined(typeof(GraphQLIgnoreAttribute)) && member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        MethodInfo method => !method.IsSpecialName
            && !method.IsGenericMethod
            && method.DeclaringType != typeof(object)
            && method.GetBaseDefinition().DeclaringType != typeof(object)
            && method.ReturnType != typeof(void)
            && method.ReturnType != typeof(Task)
            && method.ReturnType != typeof(ValueTask)
            && method.Name is not ("Equals" or "Deconstruct" or "PrintMembers" or "<Clone>$")
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef),
        _ => false,
    };

    private static FieldExecutor CreateProperty(MethodInfo getter, Type parentType, Type valueType, object writer)
    {
        // A delegate to the getter needs no generated code. The getter of a struct takes the struct by reference.
        var (field, get) = parentType.IsValueType
            ? (typeof(StructPropertyField<,>), typeof(StructGetter<,>))
            : (typeof(PropertyField<,>), typeof(Func<,>));
        return Make(field, parentType, valueType, getter.CreateDelegate(get.MakeGenericType(parentType, valueType)), writer);
    }

    private FieldExecutor CreateMethod(MethodInfo method, Type parentType, Type valueType, object writer, Signature signature)
    {
        var parent = Expression.Parameter(parentType, "parent");
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var parameters = method.GetParameters();
        var values = parameters.Select(parameter => Bind(parameter, parent, context, signature)).ToList();
        if (signature.Described is [var lost, ..]
            && !Array.Exists(parameters, parameter => parameter.ParameterType == typeof(IResolverContext)))
        {
            errors.Add($"`{signature.Coordinate}({lost.Name}:)`: the resolver has no {nameof(IResolverContext)} to read it from.");
        }

        Expression call = Expression.Call(method.IsStatic ? null : InstanceOf(method, parent, context), method, values);
        var isAsync = TypeShape.IsAwaitable(method.ReturnType);
        if (isAsync && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>))
        {
            call = Expression.New(typeof(ValueTask<>).MakeGenericType(valueType).GetConstructor([method.ReturnType])!, call);
        }

        var resolve = Expression.Lambda(call, parent, context).Compile();
        return Make(isAsync ? typeof(AsyncField<,>) : typeof(MethodField<,>), parentType, valueType, resolve, writer);
    }

    // A type's own methods are called on the parent. An extension's methods are called on a service, or on one instance that is created
    // here.
    private Expression InstanceOf(MethodInfo method, Expression parent, Expression context)
    {
        var declaring = method.ReflectedType!;
        if (parent.Type.IsAssignableTo(declaring))
        {
            return parent;
        }

        return isService(declaring) ? Service(declaring, context) : Expression.Constant(Activator.CreateInstance(declaring));
    }

    /// <summary>
    /// Binds a parameter to the first that fits: parent, resolver context, cancellation, schema, request state, service, or else an
    /// argument.
    /// </summary>
    private Expression Bind(ParameterInfo parameter, Expression parent, Expression context, Signature signature)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute)))
        {
            return Expression.Convert(parent, type);
        }

        if (type == typeof(IResolverContext))
        {
            AddDescribed(signature);
            return context;
        }

        if (type == typeof(CancellationToken))
        {
            return Expression.Property(context, nameof(ResolverContext.RequestAborted));
        }

        if (type == typeof(Schema))
        {
            return Expression.Property(context, nameof(ResolverContext.Schema));
        }

        if (stateTypes.Contains(type))
        {
            return Expression.Call(context, nameof(ResolverContext.State), [type]);
        }

        if (parameter.IsDefined(typeof(ServiceAttribute)) || isService(type))
        {
            return Service(type, context);
        }

        if (inputs.Create(parameter) is not { } argument)
        {
            errors.Add(
                $"`{signature.Coordinate}({parameter.Name}:)`: {type} has no GraphQL type as an argument, and is no registered service.");
            return Expression.Default(type);
        }

        signature.Arguments.Add(argument);
        return Expression.Call(context, nameof(ResolverContext.Argument), [type], Expression.Constant(signature.Arguments.Count - 1));
    }

    private void AddDescribed(Signature signature)
    {
        foreach (var described in signature.Described)
        {
            if (inputs.Create(described) is { } argument)
            {
                signature.Arguments.Add(argument);
            }
            else
            {
                errors.Add($"`{signature.Coordinate}({described.Name}:)`: {described.RuntimeType} has no GraphQL type as an argument.");
            }
        }
    }

    private static MethodCallExpression Service(Type type, Expression context) =>
        Expression.Call(context, nameof(ResolverContext.Service), [type]);

    private static FieldExecutor Make(Type open, Type parentType, Type valueType, object get, object writer) =>
        (FieldExecutor)Activator.CreateInstance(open.MakeGenericType(parentType, valueType), get, writer)!;

    /// <summary>
    /// The arguments collected for a field. Arguments from a descriptor are inserted at the position of the resolver's context.
    /// </summary>
    private sealed record Signature(string Coordinate, IReadOnlyList<ArgumentDescriptor> Described)
    {
        public List<InputField> Arguments { get; } = [];
    }
}
