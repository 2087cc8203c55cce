namespace Gateway.GraphQL.Types;

/// <summary>The kinds of types (§4.2.2).</summary>
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

/// <summary>A type of the schema: named, or wrapped round another one (§3.4).</summary>
public abstract class GraphQLType
{
    public abstract TypeKind Kind { get; }

    /// <summary>The type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    public bool IsNonNull => Kind == TypeKind.NonNull;

    /// <summary>The type without its outermost non-null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether values of it can be given (§3.4.2).</summary>
    public bool IsInput => Named is { IsLeaf: true } or InputObjectType;

    /// <summary>Whether values of it can be returned (§3.4.2).</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>As it is written in a document: <c>[Int!]!</c>.</summary>
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
