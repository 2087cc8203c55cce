using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>What is known of a type after it was written, for the rules.</summary>
/// <param name="Source">The C# type.</param>
/// <param name="Name">The GraphQL name.</param>
/// <param name="Role">What the C# type is to the schema.</param>
internal sealed record TypePart(INamedTypeSymbol Source, string Name, TypeRole Role)
{
    /// <summary>The fields of an object or interface type.</summary>
    public List<FieldPart> Fields { get; } = [];

    /// <summary>The fields of an input object type.</summary>
    public List<InputPart> Inputs { get; } = [];

    /// <summary>All arguments, or all fields of an input object type.</summary>
    public IEnumerable<InputPart> AllInputs => Fields.SelectMany(static one => one.Arguments).Concat(Inputs);

    /// <summary>The keys of the types that the members have.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of an enum.</summary>
    public IEnumerable<IFieldSymbol> Values => Role == TypeRole.Enum
        ? Source.GetMembers().OfType<IFieldSymbol>().Where(static value => !value.IsSchemaless())
        : [];

    public bool IsOneOf => Role == TypeRole.Input && Source.Has(Annotation.OneOf);

    public string Key => KeyOf(Source, Role == TypeRole.Input);

    /// <summary>Identifies a type, which may be a type of results and one of inputs.</summary>
    public static string KeyOf(ITypeSymbol type, bool isInput) => type.CSharp() + (isInput ? " as input" : "");
}

/// <summary>What a C# type is to the schema.</summary>
internal enum TypeRole
{
    Object,
    Interface,
    Union,
    Enum,
    DescribedEnum,
    Input,

    /// <summary>A class that adds fields to a type.</summary>
    Extension,
}

/// <summary>A field of an object or interface type.</summary>
internal sealed record FieldPart(ISymbol Source, string Name, string Coordinate)
{
    public List<InputPart> Arguments { get; } = [];
}

/// <summary>An argument, or a field of an input object.</summary>
/// <param name="Source">The parameter or property.</param>
/// <param name="Name">The GraphQL name.</param>
/// <param name="Coordinate">The GraphQL names of this and what has it.</param>
/// <param name="Shape">The C# type.</param>
/// <param name="Default">The default value, as a GraphQL literal.</param>
internal sealed record InputPart(ISymbol Source, string Name, string Coordinate, TypeShape Shape, string? Default)
{
    public bool IsId { get; } = Source.Has(Annotation.Id);

    public bool IsRequired => !Shape.IsNullable && Default is null;
}
