using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>A type. Which of the fields have a value follows from its kind.</summary>
[GraphQLName("__Type")]
internal sealed class TypeIntrospection(GraphQLType type, Schema schema)
{
    /// <summary>What kind of type it is.</summary>
    public TypeKind Kind => type.Kind;

    /// <summary>The name; lists and non-nulls have none.</summary>
    public string? Name => (type as NamedType)?.Name;

    /// <summary>What the type is for.</summary>
    public string? Description => (type as NamedType)?.Description;

    /// <summary>Where the behaviour of a custom scalar is specified.</summary>
    public string? SpecifiedByURL => (type as ScalarType)?.SpecifiedBy;

    /// <summary>The fields of an object or interface.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are among them.</param>
    [ListSize(AssumedSize = 5)]
    public IEnumerable<FieldIntrospection>? GetFields(bool includeDeprecated = false) => (type as ComplexType)?.Fields
        .Where(field => includeDeprecated || field.DeprecationReason is null)
        .Select(field => new FieldIntrospection(field, schema));

    /// <summary>The interfaces that an object or interface implements.</summary>
    [ListSize(AssumedSize = 1)]
    public IEnumerable<TypeIntrospection>? Interfaces => (type as ComplexType)?.Interfaces.Select(Of);

    /// <summary>The object types whose values an interface or union may have.</summary>
    [ListSize(AssumedSize = 1)]
    public IEnumerable<TypeIntrospection>? PossibleTypes => type switch
    {
        UnionType union => union.Types.Select(Of),
        InterfaceType @interface => schema.PossibleTypes(@interface).OrderBy(possible => possible.Name, StringComparer.Ordinal).Select(Of),
        _ => null,
    };

    /// <summary>The values of an enum.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are among them.</param>
    [ListSize(AssumedSize = 5)]
    public IEnumerable<EnumValueIntrospection>? GetEnumValues(bool includeDeprecated = false) => (type as EnumType)?.Values
        .Where(value => includeDeprecated || value.DeprecationReason is null)
        .Select(value => new EnumValueIntrospection(value));

    /// <summary>The fields of an input object.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are among them.</param>
    [ListSize(AssumedSize = 2)]
    public IEnumerable<InputValueIntrospection>? GetInputFields(bool includeDeprecated = false) =>
        (type as InputObjectType)?.Fields.Visible(includeDeprecated, schema);

    /// <summary>What a list or non-null type wraps.</summary>
    [Cost(0)]
    public TypeIntrospection? OfType => type switch
    {
        ListType list => Of(list.OfType),
        NonNullType nonNull => Of(nonNull.OfType),
        _ => null,
    };

    /// <summary>Whether exactly one field of an input object must be given; null for other kinds.</summary>
    public bool? IsOneOf => (type as InputObjectType)?.IsOneOf;

    private TypeIntrospection Of(GraphQLType other) => new(other, schema);
}
