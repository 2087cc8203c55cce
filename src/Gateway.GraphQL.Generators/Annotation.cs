using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>The attributes that the generator reads.</summary>
internal static class Annotation
{
    public const string Query = "Gateway.GraphQL.Types.QueryTypeAttribute";
    public const string Mutation = "Gateway.GraphQL.Types.MutationTypeAttribute";
    public const string Extension = "Gateway.GraphQL.Types.ExtendObjectTypeAttribute";
    public const string ExtensionOf = "Gateway.GraphQL.Types.ExtendObjectTypeAttribute`1";
    public const string ObjectExtension = "Gateway.GraphQL.Types.ObjectTypeAttribute`1";
    public const string Object = "Gateway.GraphQL.Types.ObjectTypeAttribute";
    public const string Enum = "Gateway.GraphQL.Types.EnumTypeAttribute";
    public const string Interface = "Gateway.GraphQL.Types.InterfaceTypeAttribute";
    public const string InputObject = "Gateway.GraphQL.Types.InputObjectTypeAttribute";
    public const string Union = "Gateway.GraphQL.Types.UnionTypeAttribute";
    public const string DataLoader = "Gateway.GraphQL.Execution.DataLoaders.DataLoaderAttribute";
    public const string OneOf = "Gateway.GraphQL.Types.OneOfAttribute";
    public const string Id = "Gateway.GraphQL.Types.IDAttribute";
    public const string DefaultValue = "Gateway.GraphQL.Types.DefaultValueAttribute";
    public const string DefaultValueSyntax = "Gateway.GraphQL.Types.DefaultValueSyntaxAttribute";
    public const string FieldDescriptor = "Gateway.GraphQL.Types.ObjectFieldDescriptorAttribute";
    public const string Module = "Gateway.GraphQL.Types.ModuleAttribute";
    public const string SchemaType = "Gateway.GraphQL.Definitions.SchemaTypeAttribute";
    public const string Name = "Gateway.GraphQL.GraphQLNameAttribute";
    public const string Description = "Gateway.GraphQL.GraphQLDescriptionAttribute";
    public const string Deprecated = "Gateway.GraphQL.GraphQLDeprecatedAttribute";
    public const string Ignore = "Gateway.GraphQL.GraphQLIgnoreAttribute";
    public const string Parent = "Gateway.GraphQL.ParentAttribute";
    public const string Service = "Gateway.GraphQL.ServiceAttribute";
    public const string Cost = "Gateway.GraphQL.CostAnalysis.CostAttribute";
    public const string ListSize = "Gateway.GraphQL.CostAnalysis.ListSizeAttribute";
    public const string UsePaging = "Gateway.GraphQL.Data.UsePagingAttribute";
    public const string UseFiltering = "Gateway.GraphQL.Data.UseFilteringAttribute";
    public const string UseSorting = "Gateway.GraphQL.Data.UseSortingAttribute";
    public const string MaxLength = "Gateway.GraphQL.Types.MaxLengthAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";

    /// <summary>The attribute of a class, by its metadata name; null if the symbol has none.</summary>
    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && MetadataName(type) == name);

    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    /// <summary>The first argument, if it is a string.</summary>
    public static string? Text(this AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : null;

    /// <summary>The value of a property that is set; null if it is not.</summary>
    public static object? Named(this AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value;

    public static string? Deprecation(this ISymbol symbol) => symbol.Find(Deprecated)?.Text()
        ?? (symbol.Find(Obsolete) is { } obsolete ? obsolete.Text() ?? "No longer supported" : null);

    public static double? CostOf(this ISymbol symbol) =>
        symbol.Find(Cost) is { ConstructorArguments: [{ Value: double weight }] } ? weight : null;

    public static int? ListSizeOf(this ISymbol symbol) => symbol.Find(ListSize)?.NamedArguments
        .Where(static argument => argument.Key == "AssumedSize").Select(static argument => (int?)argument.Value.Value).FirstOrDefault();

    public static int? MaxLengthOf(this ISymbol symbol) =>
        symbol.Find(MaxLength) is { ConstructorArguments: [{ Value: int length }] } ? length : null;

    public static bool DerivesFrom(this ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (MetadataName(type) == name)
            {
                return true;
            }
        }

        return false;
    }

    public static string MetadataName(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        return space is null or { IsGlobalNamespace: true } ? type.MetadataName : $"{space.ToDisplayString()}.{type.MetadataName}";
    }
}
