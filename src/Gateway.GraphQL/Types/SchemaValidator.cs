using System.Reflection;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>
/// Validates the types of a schema (GraphQL September 2025, §3, https://spec.graphql.org/September2025/#sec-Type-System). Errors have
/// schema coordinates.
/// </summary>
internal sealed class SchemaValidator
{
    private readonly List<string> _errors = [];

    public static IReadOnlyList<string> Validate(IReadOnlyCollection<NamedType> types, IReadOnlyList<Type> extensions)
    {
        var validator = new SchemaValidator();
        foreach (var type in types)
        {
            validator.Check(type);
        }

        foreach (var input in types.OfType<InputObjectType>())
        {
            validator.CheckCycle(input);
        }

        validator.CheckTargets(types, extensions);
        return validator._errors;
    }

    private void Check(NamedType type)
    {
        CheckName(type.Name, $"type `{type}`", IsIntrospection(type));
        switch (type)
        {
            case ComplexType complex:
                CheckFields(complex);
                foreach (var implemented in complex.Interfaces)
                {
                    CheckImplements(complex, implemented);
                }

                break;
            case UnionType { Types.Count: 0 }:
                _errors.Add($"The union `{type}` has no member: add the types that derive from it.");
                break;
            case EnumType values:
                CheckEnum(values);
                break;
            case InputObjectType input:
                CheckInput(input);
                break;
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private void CheckName(string name, string what, bool mayBeReserved = false)
    {
        if (!IsName(name))
        {
            _errors.Add($"The {what} has no valid name: letters, digits and `_`, and no digit first.");
        }
        else if (name.StartsWith("__", StringComparison.Ordinal) && !mayBeReserved)
        {
            _errors.Add($"The {what} has a name that is reserved for introspection: it begins with `__`.");
        }
    }

    private static bool IsIntrospection(NamedType type) =>
        type.Name is "__Schema" or "__Type" or "__TypeKind" or "__Field" or "__InputValue"
        or "__EnumValue" or "__Directive" or "__DirectiveLocation";

    private void CheckFields(ComplexType type)
    {
        if (type.Fields.Count == 0)
        {
            _errors.Add($"The type `{type}` has no fields.");
        }

        foreach (var field in type.Fields)
        {
            CheckName(field.Name, $"field `{type}.{field.Name}`");

            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var argument in field.Arguments)
            {
                if (!names.Add(argument.Name))
                {
                    _errors.Add($"`{type}.{field.Name}({argument.Name}:)` is defined twice.");
                }

                CheckInputField(argument, $"{type}.{field.Name}({argument.Name}:)");
            }
        }
    }

    private void CheckInputField(InputField field, string coordinate)
    {
        CheckName(field.Name, $"argument or input field `{coordinate}`");

        if (field.IsRequired && field.DeprecationReason is not null)
        {
            _errors.Add($"`{coordinate}` is required and can't be deprecated.");
        }

        var coercion = new InputCoercion(variables: null);
        if (field.DefaultValue is { } literal && !field.Binding.TryCoerce(literal, coercion, out _))
        {
            _errors.Add($"The default of `{coordinate}` {coercion.Fault}");
        }
    }

    private void CheckEnum(EnumType type)
    {
        if (type.Values.Count == 0)
        {
            _errors.Add($"The enum `{type}` has no values.");
        }

        foreach (var value in type.Values)
        {
            if (value.Name is "true" or "false" or "null" || !IsName(value.Name))
            {
                _errors.Add($"`{type}.{value.Name}` is no valid name of an enum's value.");
            }
        }
    }

    private void CheckInput(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            _errors.Add($"The input object `{type}` has no fields.");
        }

        foreach (var field in type.Fields)
        {
            CheckInputField(field, $"{type}.{field.Name}");

            if (type.IsOneOf && (field.Type.IsNonNull || field.DefaultValue is not null))
            {
                _errors.Add($"`{type}.{field.Name}` must be nullable and have no default, since `{type}` is @oneOf.");
            }
        }
    }

    /// <summary>IsValidImplementation (§3.6).</summary>
    private void CheckImplements(ComplexType type, InterfaceType implemented)
    {
        foreach (var expected in implemented.Fields)
        {
            if (!type.TryGetField(expected.Name, out var field))
            {
                _errors.Add($"`{type}` lacks the field `{expected.Name}` of `{implemented}`.");
                continue;
            }

            if (!IsSubtype(field.Type, expected.Type))
            {
                _errors.Add($"`{type}.{field.Name}` is of type `{field.Type}`, which is no `{expected.Type}` as in `{implemented}`.");
            }

            foreach (var argument in expected.Arguments)
            {
                if (field.Arguments.Find(argument.Name) is not { } own || own.Type.ToString() != argument.Type.ToString())
                {
                    _errors.Add($"`{type}.{field.Name}` must have the argument `{argument.Name}: {argument.Type}` of `{implemented}`.");
                }
            }

            foreach (var own in field.Arguments.Where(own => own.IsRequired && expected.Arguments.Find(own.Name) is null))
            {
                _errors.Add($"`{type}.{field.Name}({own.Name}:)` is not in `{implemented}` and can't be required.");
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

    /// <summary>Rejects an input object that requires itself, which has no finite value (§3.10).</summary>
    private void CheckCycle(InputObjectType type)
    {
        var visited = new HashSet<InputObjectType>();
        if (Needs(type))
        {
            _errors.Add($"The input object `{type}` needs itself through non-null fields: no value of it can be written.");
        }

        bool Needs(InputObjectType from) => from.Fields.Any(field =>
            field.Type is NonNullType { OfType: InputObjectType next } && (next == type || (visited.Add(next) && Needs(next))));
    }

    /// <summary>Rejects an extension of an unknown type, which would otherwise be ignored.</summary>
    private void CheckTargets(IReadOnlyCollection<NamedType> types, IReadOnlyList<Type> extensions)
    {
        foreach (var extension in extensions)
        {
            var target = extension.GetCustomAttribute<ExtendObjectTypeAttribute>();
            if (target?.Name is { } name && !types.Any(type => type is ObjectType && type.Name == name))
            {
                _errors.Add($"{extension} extends the object type `{name}`, which the schema does not have.");
            }
        }
    }
}
