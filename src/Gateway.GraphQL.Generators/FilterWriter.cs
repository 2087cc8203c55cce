using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of the input object type by which objects of a C# type are filtered.</summary>
internal sealed class FilterWriter(TypeCollector types)
{
    public void Write(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        var csharp = type.CSharp();
        var graphQLName = CodeWriter.Text(NameOf(type));
        writer.Block($"internal sealed class {name}() : global::Gateway.GraphQL.Data.FilterDefinition<{csharp}>({graphQLName})", () =>
            writer.Block(
                $"protected override void AddFields(global::Gateway.GraphQL.Data.FilterFieldCollection<{csharp}> fields)",
                () =>
                {
                    foreach (var property in Members.FieldsOf(type, type.TypeKind == TypeKind.Interface).OfType<IPropertySymbol>())
                    {
                        if (Add(property) is { } field)
                        {
                            writer.Lines(field);
                        }
                    }
                }));
    }

    private static string NameOf(ITypeSymbol type) => $"{Names.OfOutputType(type)}FilterInput";

    private static string NameOf(TypeShape shape) =>
        $"{(shape.IsNullable ? "NullableOf" : "")}{Names.OfOutputType(shape.Bare)}OperationFilterInput";

    private static string ScalarName(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => "Int",
        SpecialType.System_Int64 => "Long",
        SpecialType.System_Double => "Float",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_String => "String",
        _ => "DateTime",
    };

    private static string Nullable(ITypeSymbol type) => type.IsValueType ? $"{type.CSharp()}?" : type.CSharp();

    /// <summary>The call that adds a property; null if its values can't be compared.</summary>
    private string? Add(IPropertySymbol property)
    {
        var shape = TypeShape.Of(property.Type);
        var read = $"parent.{CodeWriter.Identifier(property.Name)}";
        return shape.Item is { Item: null } item ? List(property, item, read)
            : shape.Item is not null ? null
            : Single(property, shape, read);
    }

    private string? Single(IPropertySymbol property, TypeShape shape, string read)
    {
        switch (types.KindOf(shape.Bare))
        {
            case Kind.Scalar when property.Has(Annotation.Id) && shape.Bare.SpecialType == SpecialType.System_String:
                return Call("Id", property, read, last: shape.IsNullable ? null : "isNullable: false");
            case Kind.Scalar:
                return Call($"Leaf<{Nullable(shape.Bare)}>", property, read, last: shape.IsNullable ? null : "isNullable: false");
            case Kind.Enum when shape.Bare.TypeKind == TypeKind.Enum:
                types.AddOutput((INamedTypeSymbol)shape.Bare);
                return Call(
                    $"Enum<{shape.CSharp}>", property, read, CodeWriter.Text(NameOf(shape)), $"typeof({shape.Bare.CSharp()})");
            case Kind.Object or Kind.Interface:
                types.Data.AddFilter((INamedTypeSymbol)shape.Bare);
                return Call(
                    $"{(shape.Bare.IsValueType && shape.IsNullable ? "Struct" : "Object")}<{shape.Bare.CSharp()}>", property, read);
            default:
                return null;
        }
    }

    private string? List(IPropertySymbol property, TypeShape item, string read)
    {
        switch (types.KindOf(item.Bare))
        {
            case Kind.Scalar:
                const string Select = "global::System.Linq.Enumerable.Select";
                var items = item.Bare.IsValueType && !item.IsNullable
                    ? $"{read} is {{ }} items ? {Select}(items, static item => ({Nullable(item.Bare)})item) : null"
                    : read;
                return Call(
                    $"List<{Nullable(item.Bare)}>", property, items, CodeWriter.Text($"List{ScalarName(item.Bare)}OperationFilterInput"));
            case Kind.Enum when item.Bare.TypeKind == TypeKind.Enum:
                types.AddOutput((INamedTypeSymbol)item.Bare);
                return Call(
                    $"EnumList<{item.CSharp}>", property, read, CodeWriter.Text(NameOf(item)), $"typeof({item.Bare.CSharp()})");
            case Kind.Object or Kind.Interface when !item.Declared.IsValueType || !item.IsNullable:
                types.Data.AddFilter((INamedTypeSymbol)item.Bare);
                return Call(
                    $"List<{item.Bare.CSharp()}>", property, read, CodeWriter.Text($"ListFilterInputTypeOf{NameOf(item.Bare)}"));
            default:
                return null;
        }
    }

    private static string Call(
        string method, IPropertySymbol property, string read, string? operations = null, string? type = null, string? last = null) =>
        CodeWriter.Call(
            $"fields.{method}",
            [
                CodeWriter.Text(Names.OfField(property)),
                CodeWriter.Text(Documentation.DescriptionOf(property)),
                operations,
                type,
                $"static parent => {read}",
                last,
            ]) + ";";
}
