using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>What a C# type becomes in a schema.</summary>
internal enum Kind
{
    None,
    Scalar,
    Enum,
    Object,
    Interface,
    Union,
}

/// <summary>Collects the types that the members of known types refer to, each with how generated code refers to it.</summary>
internal sealed class TypeCollector(IReadOnlyDictionary<ITypeSymbol, INamedTypeSymbol> describedEnums, DataTypes data)
{
    private readonly HashSet<ITypeSymbol> _outputs = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _inputs = new(SymbolEqualityComparer.Default);
    private readonly Queue<(INamedTypeSymbol Type, bool IsInput)> _waiting = new();

    /// <summary>The types of filters, orders and pages.</summary>
    public DataTypes Data { get; } = data;

    /// <summary>The type that is being written.</summary>
    public TypePart? Current { get; set; }

    /// <summary>The assembly's data loaders.</summary>
    public EquatableArray<LoaderName> Loaders { get; init; }

    public bool TryTake(out (INamedTypeSymbol Type, bool IsInput) next)
    {
        next = _waiting.Count > 0 ? _waiting.Dequeue() : default;
        return next.Type is not null;
    }

    /// <summary>The type of results, in C#; null if it has no GraphQL type.</summary>
    public string? Output(TypeShape shape, bool isId)
    {
        var bare = shape.Item is { } item
            ? Output(item, isId) is { } inner ? $"types.List<{shape.Bare.CSharp()}, {item.CSharp}>({inner})" : null
            : OutputOf(shape.Bare, isId);
        return bare is null ? null
            : !shape.IsNullable ? $"{bare}.NonNull()"
            : shape.Declared.IsValueType ? $"{bare}.NullableValue()"
            : $"{bare}.Nullable()";
    }

    /// <summary>The type of an argument or input field, in C#; null if it has no GraphQL type.</summary>
    public string? Input(TypeShape shape, bool isId, int? maxItems)
    {
        var bare = shape.Item is { } item ? InputList(shape.Bare, item, isId, maxItems) : InputOf(shape.Bare, isId);
        return bare is null || shape.IsNullable ? bare : $"{bare}.NonNull()";
    }

    public Kind KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => Kind.Scalar,
        { SpecialType: SpecialType.System_String or SpecialType.System_Boolean } => Kind.Scalar,
        { Name: "DateTimeOffset" } when type.IsIn("System") => Kind.Scalar,
        { TypeKind: TypeKind.Enum } => Kind.Enum,
        _ when describedEnums.ContainsKey(type) => Kind.Enum,
        { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } => Kind.None,
        _ when $"{type.ContainingNamespace?.ToDisplayString()}.".StartsWith("System.", StringComparison.Ordinal) => Kind.None,
        _ when type.Has(Annotation.Union) => Kind.Union,
        _ when type.Has(Annotation.Interface) => Kind.Interface,
        { IsAbstract: true } => Kind.Interface,
        _ => Kind.Object,
    };

    public void AddOutput(INamedTypeSymbol type)
    {
        if (_outputs.Add(type))
        {
            _waiting.Enqueue((WithoutNull(type), IsInput: false));
        }
    }

    public void AddInput(INamedTypeSymbol type)
    {
        if (_inputs.Add(type))
        {
            _waiting.Enqueue((WithoutNull(type), IsInput: true));
        }
    }

    private static INamedTypeSymbol WithoutNull(INamedTypeSymbol type) =>
        (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);

    private string? OutputOf(ITypeSymbol type, bool isId)
    {
        Current?.References.Add(isId ? Annotation.Id : TypePart.KeyOf(type, isInput: false));
        if (isId)
        {
            return type.SpecialType == SpecialType.System_String ? "types.Id()" : null;
        }

        var kind = KindOf(type);
        if (kind is not (Kind.None or Kind.Scalar))
        {
            AddOutput((INamedTypeSymbol)type);
        }

        return kind switch
        {
            Kind.None => null,
            Kind.Interface or Kind.Union => $"types.Abstract<{type.CSharp()}>()",
            _ => $"types.{kind}<{type.CSharp()}>()",
        };
    }

    private string? InputList(ITypeSymbol list, TypeShape item, bool isId, int? maxItems)
    {
        var isList = list is INamedTypeSymbol { Name: "List" };
        if (list is not IArrayTypeSymbol && !IsInputList(list))
        {
            return null;
        }

        if (Input(item, isId, maxItems: null) is not { } inner)
        {
            return null;
        }

        var most = CodeWriter.Named("maxItems", maxItems is { } items ? CodeWriter.Number(items) : null);
        return CodeWriter.Call($"types.InputList<{item.CSharp}>", [inner, isList ? "asList: true" : null, most]);
    }

    private static bool IsInputList(ITypeSymbol type) => type.IsIn("System.Collections.Generic") && type is INamedTypeSymbol
    {
        Arity: 1,
        Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList" or "List",
    };

    private string? InputOf(ITypeSymbol type, bool isId)
    {
        var kind = KindOf(type);
        Current?.References.Add(isId ? Annotation.Id : TypePart.KeyOf(type, isInput: kind == Kind.Object));
        if (isId)
        {
            return type.SpecialType == SpecialType.System_String ? "types.InputId()" : null;
        }

        switch (kind)
        {
            case Kind.Scalar:
                break;
            case Kind.Enum:
                AddOutput((INamedTypeSymbol)type);
                break;
            case Kind.Object:
                AddInput((INamedTypeSymbol)type);
                break;
            default:
                return null;
        }

        return $"types.Input(typeof({type.CSharp()}))";
    }
}
