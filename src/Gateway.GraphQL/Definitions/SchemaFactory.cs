using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Introspection;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Definitions;

/// <summary>
/// Builds one schema: discovers types through the members of known types, relates them to each other, and validates the result.
/// </summary>
internal sealed class SchemaFactory
{
    private readonly DefinitionSet _definitions;
    private readonly TypeRegistry _types;
    private readonly TypeContext _context;
    private readonly List<Type> _declared = [];
    private readonly List<TypeDescription> _described = [];
    private readonly List<TypeExtension> _extensions = [];
    private readonly RootDefinition _query;
    private readonly RootDefinition? _mutation;

    public SchemaFactory(
        RootDefinition query,
        RootDefinition? mutation,
        IReadOnlyList<Type> types,
        IReadOnlyList<ListText> listTexts,
        DefinitionSet definitions,
        CostOptions costs)
    {
        (_query, _mutation, _definitions) = (query, mutation, definitions);
        _types = new TypeRegistry(definitions, listTexts)
        {
            OnComplexType = AddFields,
            OnInputObjectType = (type, definition) => definition.Complete(type, _context!),
        };
        _context = new TypeContext(_types) { DescribedFieldsOf = DescribedFieldsOf, Costs = costs };
        foreach (var type in types)
        {
            if (definitions.Extension(type) is { } extension)
            {
                _extensions.Add(extension);
            }
            else if (definitions.Description(type) is { } description)
            {
                _described.Add(description);
            }
            else
            {
                _declared.Add(type);
            }
        }

        _declared.AddRange(_described.Select(static description => description.DescribedType));
    }

    public Schema Create(string? description)
    {
        var query = AddRoot(_query);
        var mutation = _mutation is null ? null : AddRoot(_mutation);
        foreach (var type in _declared)
        {
            if ((_types.Output(type) ?? _types.Input(type)) is null)
            {
                _types.Errors.Add($"{type} can't be a type of the schema: the generator has not defined it.");
            }
        }

        _types.Finish();
        var metaFields = new ObjectType(query.Name, description: null);
        Extend(metaFields, query.RuntimeType, new IntrospectionFieldsExtension());
        _types.Finish();
        Relate();
        IReadOnlyList<DirectiveType> directives =
        [
            .. SpecifiedDirectives.Create(_types.Boolean, _types.String),
            .. CostDirectives.UsedBy(_types.Types, _types.String, () => _types.Output(typeof(int))!),
        ];
        foreach (var type in _types.Types.OfType<ObjectType>())
        {
            type.TypeName = new OutputField("__typename", "The name of the object's type.", new NonNullType(_types.String), [])
            {
                Resolver = _definitions.Output(type.RuntimeType) is IObjectDefinition definition
                    ? definition.CreateTypeName(type)
                    : new ObjectBinding<object>(type.Name),
            };
        }

        CheckExtensions();
        List<(OperationType, ObjectType)> roots =
            [(OperationType.Query, query), .. mutation is null ? [] : new[] { (OperationType.Mutation, mutation) }];
        var errors = _types.Errors.Concat(SchemaValidator.Validate(new SchemaParts(roots, _types.Types, directives))).ToList();
        return errors.Count > 0
            ? throw new SchemaException(errors)
            : new Schema(description, query, mutation, subscription: null, [.. _types.Types], directives, metaFields.Fields)
            {
                Services = _types.Services,
            };
    }

    private bool Extends(TypeExtension extension, ObjectType type) =>
        (extension.Operation == OperationType.Query && type.Name == NameOf(_query))
        || (extension.Operation == OperationType.Mutation && _mutation is not null && type.Name == NameOf(_mutation))
        || extension.TargetName == type.Name
        || extension.TargetType == type.RuntimeType;

    private string NameOf(RootDefinition root) =>
        root.Type is { } type && _definitions.Output(type) is { } definition ? definition.Name : root.Name;

    /// <summary>
    /// Rejects an extension of a type that the schema does not have, which would otherwise be ignored (GraphQL September 2025, §3.6.3,
    /// https://spec.graphql.org/September2025/#sec-Object-Extensions).
    /// </summary>
    private void CheckExtensions()
    {
        var types = _types.Types.OfType<ObjectType>().ToList();
        foreach (var extension in _extensions.Where(extension => !types.Exists(type => Extends(extension, type))))
        {
            _types.Errors.Add(extension.Operation is not null
                ? $"{extension.RuntimeType} extends the mutation type, which the schema does not have: call AddMutationType."
                : $"{extension.RuntimeType} extends the object type `{extension.TargetName ?? extension.TargetType!.ToString()}`, "
                    + "which the schema does not have: add it, or remove the extension.");
        }
    }

    private ObjectType AddRoot(RootDefinition root)
    {
        if (root.Type is { } runtimeType)
        {
            return _types.Output(runtimeType) as ObjectType
                ?? throw new SchemaException(
                    $"{runtimeType} can't be the root type `{root.Name}`: the generator has not defined it as an object type.");
        }

        // A root type without a class has no instance. Its fields come from static methods, services and extensions.
        var type = _types.AddRoot(root.Name, root.Description);
        AddExtensions(type);
        return type;
    }

    private void AddFields(ComplexType type, IComplexDefinition definition)
    {
        definition.AddFields(type, _context);
        if (type is not ObjectType objectType)
        {
            return;
        }

        foreach (var described in DescriptionsOf(objectType.RuntimeType))
        {
            AddDescribed(objectType, described);
        }

        AddExtensions(objectType);
    }

    private IEnumerable<TypeDescription> DescriptionsOf(Type type) => _described.Where(described => described.DescribedType == type);

    private IEnumerable<FieldDescriptor> DescribedFieldsOf(Type type) =>
        DescriptionsOf(type).SelectMany(described => described.Describe(new DescriptorContext(_definitions)));

    private void AddExtensions(ObjectType type)
    {
        foreach (var extension in _extensions.Where(extension => Extends(extension, type)))
        {
            Extend(type, type.RuntimeType, extension);
        }
    }

    private void Extend(ObjectType type, Type parentType, TypeExtension extension)
    {
        if (_definitions.Output(parentType) is IObjectDefinition definition)
        {
            definition.AddFields(type, extension, _context);
        }
        else
        {
            extension.AddFields(new FieldCollection<object>(type, _context, extension.RuntimeType), _context);
        }
    }

    private void AddDescribed(ObjectType type, TypeDescription described)
    {
        foreach (var descriptor in described.Describe(new DescriptorContext(_definitions)))
        {
            if (_context.CreateField(descriptor, type) is { } field && !type.TryAdd(field))
            {
                _types.Errors.Add($"`{type}.{descriptor.Name}` is defined twice; the second time by {described.RuntimeType}.");
            }
        }
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
