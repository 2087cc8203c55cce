using System.Reflection;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>Type system validation (§3): what is wrong with the types, each with its coordinate.</summary>
internal static class SchemaValidator
{
    public static IEnumerable<string> Validate(IEnumerable<NamedType> types, IReadOnlyList<Type> extensions)
    {
        var all = types.ToList();
        return all.SelectMany(Validate).Concat(all.OfType<InputObjectType>().SelectMany(CheckCycle)).Concat(CheckTargets(all, extensions));
    }

    private static IEnumerable<string> Validate(NamedType type) => CheckName(type).Concat(type switch
    {
        ObjectType objectType => CheckFields(objectType).Concat(objectType.Interfaces.SelectMany(i => CheckImplements(objectType, i))),
        InterfaceType interfaceType => CheckFields(interfaceType).Concat(interfaceType.Interfaces.SelectMany(i => CheckImplements(interfaceType, i))),
        UnionType { Types.Count: 0 } => [$"The union `{type}` has no member: add the types that derive from it."],
        EnumType values => CheckEnum(values),
        InputObjectType input => CheckInput(input),
        _ => [],
    });

    private static bool IsName(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static IEnumerable<string> CheckName(NamedType type) => CheckName(type.Name, $"type `{type}`", IsIntrospection(type));

    private static IEnumerable<string> CheckName(string name, string what, bool mayBeReserved = false)
    {
        if (!IsName(name))
        {
            yield return $"The {what} has no valid name: letters, digits and `_`, and no digit first.";
        }
        else if (name.StartsWith("__", StringComparison.Ordinal) && !mayBeReserved)
        {
            yield return $"The {what} has a name that is reserved for introspection: it begins with `__`.";
        }
    }

    private static bool IsIntrospection(NamedType type) => type.Name is "__Schema" or "__Type" or "__TypeKind" or "__Field" or "__InputValue"
        or "__EnumValue" or "__Directive" or "__DirectiveLocation";

    private static IEnumerable<string> CheckFields(ComplexType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"The type `{type}` has no fields.";
        }

        foreach (var field in type.Fields)
        {
            foreach (var error in CheckName(field.Name, $"field `{type}.{field.Name}`"))
            {
                yield return error;
            }

            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var argument in field.Arguments)
            {
                if (!names.Add(argument.Name))
                {
                    yield return $"`{type}.{field.Name}({argument.Name}:)` is defined twice.";
                }

                foreach (var error in CheckInputField(argument, $"{type}.{field.Name}({argument.Name}:)"))
                {
                    yield return error;
                }
            }
        }
    }

    private static IEnumerable<string> CheckInputField(InputField field, string coordinate)
    {
        foreach (var error in CheckName(field.Name, $"argument or input field `{coordinate}`"))
        {
            yield return error;
        }

        if (field.IsRequired && field.DeprecationReason is not null)
        {
            yield return $"`{coordinate}` is required and can't be deprecated.";
        }

        var coercion = new InputCoercion(variables: null);
        if (field.DefaultValue is { } literal && !field.Binding.TryCoerce(literal, coercion, out _))
        {
            yield return $"The default of `{coordinate}` {coercion.Fault}.";
        }
    }

    private static IEnumerable<string> CheckEnum(EnumType type)
    {
        if (type.Values.Count == 0)
        {
            yield return $"The enum `{type}` has no values.";
        }

        foreach (var value in type.Values)
        {
            if (value.Name is "true" or "false" or "null" || !IsName(value.Name))
            {
                yield return $"`{type}.{value.Name}` is no valid name of an enum's value.";
            }
        }
    }

    private static IEnumerable<string> CheckInput(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            yield return $"The input object `{type}` has no fields.";
        }

        foreach (var field in type.Fields)
        {
            foreach (var error in CheckInputField(field, $"{type}.{field.Name}"))
            {
                yield return error;
            }

            if (type.IsOneOf && (field.Type.IsNonNull || field.DefaultValue is not null))
            {
                yield return $"`{type}.{field.Name}` must be nullable and have no default, since `{type}` is @oneOf.";
            }
        }
    }

    /// <summary>IsValidImplementation (§3.6).</summary>
    private static IEnumerable<string> CheckImplements(ComplexType type, InterfaceType implemented)
    {
        foreach (var expected in implemented.Fields)
        {
            if (!type.TryGetField(expected.Name, out var field))
            {
                yield return $"`{type}` lacks the field `{expected.Name}` of `{implemented}`.";
                continue;
            }

            if (!IsSubtype(field.Type, expected.Type))
            {
                yield return $"`{type}.{field.Name}` is of type `{field.Type}`, which is no `{expected.Type}` as in `{implemented}`.";
            }

            foreach (var argument in expected.Arguments)
            {
                if (field.Arguments.Find(argument.Name) is not { } own || own.Type.ToString() != argument.Type.ToString())
                {
                    yield return $"`{type}.{field.Name}` must have the argument `{argument.Name}: {argument.Type}` of `{implemented}`.";
                }
            }

            foreach (var own in field.Arguments.Where(own => own.IsRequired && expected.Arguments.Find(own.Name) is null))
            {
                yield return $"`{type}.{field.Name}({own.Name}:)` is not in `{implemented}` and can't be required.";
            }
        }
    }

    /// <summary>IsValidImplementationFieldType (§3.6).</summary>
    private static bool IsSubtype(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType own, NonNullType other) => IsSubtype(own.OfType, other.OfType),
        (NonNullType own, _) => IsSubtype(own.OfType, expected),
        (ListType own, ListType other) => IsSubtype(own.OfType, other.OfType),
        (UnionType or ObjectType or InterfaceType, _) when type == expected => true,
        (ComplexType own, InterfaceType other) => own.Interfaces.Contains(other),
        (ObjectType own, UnionType other) => other.Types.Contains(own),
        _ => type == expected,
    };

    /// <summary>An input object that needs itself can never be given (§3.10).</summary>
    private static IEnumerable<string> CheckCycle(InputObjectType type)
    {
        var visited = new HashSet<InputObjectType>();
        return Needs(type)
            ? [$"The input object `{type}` needs itself through non-null fields: no value of it can be written."]
            : [];

        bool Needs(InputObjectType from) => from.Fields.Any(field =>
            field.Type is NonNullType { OfType: InputObjectType next } && (next == type || (visited.Add(next) && Needs(next))));
    }

    /// <summary>An extension that finds nothing to extend would be lost without a word.</summary>
    private static IEnumerable<string> CheckTargets(List<NamedType> types, IReadOnlyList<Type> extensions)
    {
        foreach (var extension in extensions)
        {
            var target = extension.GetCustomAttribute<ExtendObjectTypeAttribute>();
            if (target?.Name is { } name && !types.Any(type => type is ObjectType && type.Name == name))
            {
                yield return $"{extension} extends the object type `{name}`, which the schema does not have.";
            }
        }
    }
}
