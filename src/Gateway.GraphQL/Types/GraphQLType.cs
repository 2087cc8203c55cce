namespace Gateway.GraphQL.Types;

/// <summary>The kind of a type.</summary>
[GraphQLName("__TypeKind")]
public enum TypeKind
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An input object.</summary>
    InputObject,

    /// <summary>A list of another type.</summary>
    List,

    /// <summary>Another type without null.</summary>
    NonNull,
}

/// <summary>
/// A type of the schema: a named type, or a list or non-null type that wraps another one (GraphQL September 2025, §3.4,
/// https://spec.graphql.org/September2025/#sec-Types).
/// </summary>
public abstract class GraphQLType
{
    public abstract TypeKind Kind { get; }

    /// <summary>The named type inside all list and non-null types.</summary>
    public abstract NamedType Named { get; }

    public bool IsNonNull => Kind == TypeKind.NonNull;

    /// <summary>The type without an outer non-null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether it is an input type (§3.4.2).</summary>
    public bool IsInput => Named is { IsLeaf: true } or InputObjectType;

    /// <summary>The type as written in a document, such as <c>[Int!]!</c>.</summary>
    public abstract override string ToString();
}

/// <summary>A list type (§3.11).</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override TypeKind Kind => TypeKind.List;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary>A non-null type (§3.12).</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType is not NonNullType
        ? ofType
        : throw new ArgumentException($"{ofType} is non-null already.", nameof(ofType));

    public override TypeKind Kind => TypeKind.NonNull;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}
