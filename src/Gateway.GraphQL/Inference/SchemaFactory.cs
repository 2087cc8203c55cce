using System.Reflection;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Introspection;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Inference;

/// <summary>
/// Builds one schema: discovers types through the members of known types, relates them to each other, and validates the result.
/// </summary>
internal sealed class SchemaFactory
{
    private readonly TypeRegistry _types;
    private readonly InputFactory _inputs;
    private readonly FieldFactory _fields;
    private readonly DefinitionSet _definitions;
    private readonly TypeContext _context;
    private readonly List<Type> _declared;
    private readonly List<IDescribedFields> _described;
    private readonly List<Type> _extensions;
    private readonly RootDefinition _query;
    private readonly RootDefinition? _mutation;

    public SchemaFactory(
        RootDefinition query,
        RootDefinition? mutation,
        IReadOnlyList<Type> types,
        Func<Type, bool> isService,
        IReadOnlySet<Type> stateTypes,
        IReadOnlyList<ListText> listTexts,
        DefinitionSet definitions)
    {
        (_query, _mutation, _definitions) = (query, mutation, definitions);
        _extensions = [.. types.Where(IsExtension)];
        var descriptions = types.Where(IsDescription)
            .Select(type => (IDescribedType)Activator.CreateInstance(type, nonPublic: true)!)
            .ToList();
        _described = [.. descriptions.OfType<IDescribedFields>()];
        _declared = [.. types.Where(type => !IsExtension(type) && !IsDescription(type)), .. descriptions.Select(one => one.RuntimeType)];
        _types = new TypeRegistry(descriptions.OfType<IDescribedEnum>(), definitions, listTexts)
        {
            OnComplexType = AddFields,
            OnInputObjectType = AddFields,
            OnDescribedArgument = argument => _inputs!.Create(argument),
        };
        _context = new TypeContext(_types);
        _inputs = new InputFactory(_types);
        _fields = new FieldFactory(new WriterFactory(_types, listTexts), _inputs, isService, stateTypes, _types.Errors);
    }

    public Schema Create(string? description)
    {
        var query = AddRoot(_query);
        var mutation = _mutation is null ? null : AddRoot(_mutation);
        foreach (var type in _declared)
        {
            if (_types.Output(type, isId: false) is null)
            {
                _types.Errors.Add($"{type} can't be a type of the schema.");
            }
        }

        _types.Finish();
        var metaFields = typeof(IntrospectionFields).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => _fields.Create(method, query.RuntimeType, $"{query}.{NamingConventions.OfField(method)}")!)
            .ToList();
        _types.Finish();
        Relate();
        IReadOnlyList<DirectiveType> directives =
        [
            .. SpecifiedDirectives.Create(_types.Boolean, _types.String),
            .. CostDirectives.UsedBy(_types.Types, _types.String, () => _types.Output(typeof(int), isId: false)!),
        ];
        foreach (var type in _types.Types.OfType<ObjectType>())
        {
            type.TypeName = new OutputField("__typename", "The name of the object's type.", new NonNullType(_types.String), [])
            {
                Resolver = _definitions.Output(type.RuntimeType) is IObjectDefinition definition
                    ? definition.CreateTypeName(type)
                    : (FieldResolver)Activator.CreateInstance(typeof(ObjectBinding<>).MakeGenericType(type.RuntimeType), type.Name)!,
            };
        }

        CheckExtensions();
        List<(OperationType, ObjectType)> roots =
            [(OperationType.Query, query), .. mutation is null ? [] : new[] { (OperationType.Mutation, mutation) }];
        var errors = _types.Errors.Concat(SchemaValidator.Validate(new SchemaParts(roots, _types.Types, directives))).ToList();
        return errors.Count > 0
            ? throw new SchemaException(errors)
            : new Schema(description, query, mutation, subscription: null, [.. _types.Types], directives, metaFields);
    }

    private static bool IsExtension(Type type) => type.IsDefined(typeof(QueryTypeAttribute))
        || type.IsDefined(typeof(MutationTypeAttribute))
        || type.IsDefined(typeof(ExtendObjectTypeAttribute));

    private static bool IsDescription(Type type) => type.IsAssignableTo(typeof(IDescribedType));

    private bool Extends(Type extension, ObjectType type, Type runtimeType)
    {
        var target = extension.GetCustomAttribute<ExtendObjectTypeAttribute>();
        return (extension.IsDefined(typeof(QueryTypeAttribute)) && type.Name == _query.Name)
            || (extension.IsDefined(typeof(MutationTypeAttribute)) && type.Name == _mutation?.Name)
            || (target?.Name is { } name && name == type.Name)
            || (target?.ExtendsType is { } extended && extended == runtimeType);
    }

    /// <summary>
    /// Rejects an extension of a type that the schema does not have, which would otherwise be ignored (GraphQL September 2025, §3.6.3,
    /// https://spec.graphql.org/September2025/#sec-Object-Extensions).
    /// </summary>
    private void CheckExtensions()
    {
        var types = _types.Types.OfType<ObjectType>().ToList();
        foreach (var extension in _extensions.Where(extension => !types.Exists(type => Extends(extension, type, type.RuntimeType))))
        {
            var target = extension.GetCustomAttribute<ExtendObjectTypeAttribute>();
            _types.Errors.Add(target is null
                ? $"{extension} extends the mutation type, which the schema does not have: call AddMutationType."
                : $"{extension} extends the object type `{target.Name ?? target.ExtendsType!.ToString()}`, "
                    + "which the schema does not have: add it, or remove the extension.");
        }
    }

    private ObjectType AddRoot(RootDefinition root)
    {
        if (root.Type is { } runtimeType)
        {
            return _types.Output(runtimeType, isId: false) as ObjectType
                ?? throw new SchemaException(
                    $"{runtimeType} can't be the root type `{root.Name}`: it is no class with members of its own.");
        }

        // A root type without a class has no instance. Its fields come from static methods, services and extensions.
        var type = _types.AddRoot(root.Name, root.Description);
        AddFields(type, typeof(object));
        return type;
    }

    private void AddFields(ComplexType type, Type runtimeType)
    {
        var definition = _definitions.Output(runtimeType) as IComplexDefinition;
        if (type is ObjectType objectType)
        {
            objectType.RuntimeType = runtimeType;
            if (definition is not null)
            {
                definition.AddFields(type, _context);
            }
            else if (runtimeType != typeof(object))
            {
                AddMembers(type, runtimeType, runtimeType);
            }

            foreach (var described in _described.Where(described => described.RuntimeType == runtimeType))
            {
                AddDescribed(objectType, described, runtimeType);
            }

            foreach (var extension in _extensions.Where(extension => Extends(extension, objectType, runtimeType)))
            {
                AddExtension(objectType, extension, runtimeType);
            }
        }
        else if (definition is not null)
        {
            definition.AddFields(type, _context);
        }
        else
        {
            AddMembers(type, runtimeType, runtimeType);
            foreach (var implemented in runtimeType.GetInterfaces())
            {
                AddMembers(type, implemented, runtimeType, onlyNew: true);
            }
        }
    }

    private void AddExtension(ObjectType type, Type source, Type runtimeType)
    {
        var extension = _definitions.Extension(source);
        if (extension is not null && runtimeType == typeof(object))
        {
            extension.AddFields(new FieldCollection<object>(type, _context, source), _context);
        }
        else if (extension is not null && _definitions.Output(runtimeType) is IObjectDefinition extended)
        {
            extended.AddFields(type, extension, _context);
        }
        else
        {
            AddMembers(type, source, runtimeType);
        }
    }

    private void AddMembers(ComplexType type, Type source, Type runtimeType, bool onlyNew = false)
    {
        foreach (var member in FieldFactory.MembersOf(source))
        {
            var name = NamingConventions.OfField(member);
            if (onlyNew && type.TryGetField(name, out _))
            {
                continue;
            }

            if (_fields.Create(member, runtimeType, $"{type}.{name}") is { } field && !type.TryAdd(field))
            {
                _types.Errors.Add($"`{type}.{name}` is defined twice; the second time by {source}.{member.Name}.");
            }
        }
    }

    private void AddDescribed(ObjectType type, IDescribedFields described, Type runtimeType)
    {
        foreach (var descriptor in described.Describe(DescriptorContext.Instance))
        {
            if (_fields.Create(descriptor, runtimeType, $"{type}.{descriptor.Name}") is { } field && !type.TryAdd(field))
            {
                _types.Errors.Add($"`{type}.{descriptor.Name}` is defined twice; the second time by {described.GetType()}.");
            }
        }
    }

    private void AddFields(InputObjectType type, Type runtimeType)
    {
        if (_definitions.Input(runtimeType) is IInputObjectDefinition definition)
        {
            definition.Complete(type, _context);
            return;
        }

        var (constructor, members) = ObjectFactory.MembersOf(runtimeType);
        foreach (var (property, parameter) in members)
        {
            var field = _inputs.Create(property, parameter);
            if (field is null)
            {
                _types.Errors.Add(
                    $"`{type}.{NamingConventions.OfField(property)}`: {property.PropertyType} has no GraphQL type as an input.");
            }
            else if (!type.TryAdd(field))
            {
                _types.Errors.Add($"`{type}.{field.Name}` is defined twice.");
            }
        }

        if (constructor is null)
        {
            _types.Errors.Add($"{runtimeType} can't be an input object: no public constructor has just its properties as parameters.");
        }

        type.Binding = new InputObjectBinding(type, values => ObjectFactory.Create(constructor!, members, values));
    }

    /// <summary>Derives interface implementations and union members from the inheritance of the C# types.</summary>
    private void Relate()
    {
        foreach (var (runtimeType, type) in _types.Outputs)
        {
            foreach (var (baseType, related) in _types.Outputs)
            {
                if (type == related || !runtimeType.IsAssignableTo(baseType))
                {
                    continue;
                }

                if (type is ComplexType complex && related is InterfaceType implemented)
                {
                    complex.Implement(implemented);
                }
                else if (type is ObjectType member && related is UnionType union)
                {
                    union.Add(member);
                }
            }
        }
    }
}
