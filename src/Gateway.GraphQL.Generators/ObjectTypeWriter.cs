using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of an object, interface or union type, or of a class that adds fields to one.</summary>
internal sealed class ObjectTypeWriter(TypeCollector types, List<Finding> findings)
{
    private const string ResolverContext = "Gateway.GraphQL.Execution.IResolverContext";

    public void Write(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        var kind = types.KindOf(type);
        var graphQLName = Names.OfOutputType(type);
        var head = CodeWriter.Call(
            $"internal sealed class {name}() : {kind}Definition<{type.CSharp()}>",
            [
                CodeWriter.Text(graphQLName),
                CodeWriter.Text(Documentation.DescriptionOf(type)),
                CodeWriter.Named("cost", kind == Kind.Object && type.CostOf() is { } cost ? CodeWriter.Number(cost) : null),
            ]);
        if (kind == Kind.Union)
        {
            writer.Lines(head + ";");
            return;
        }

        writer.Block(head, () =>
        {
            writer.Block(
                $"protected override void AddFields(FieldCollection<{type.CSharp()}> fields, TypeContext types)",
                () => WriteFields(writer, type, graphQLName, parent: type, isInterface: kind == Kind.Interface));
            if (kind == Kind.Object && type.TypeKind == TypeKind.Class && HasConstructor(type))
            {
                writer.Line().Line($"protected override object CreateRoot() => new {type.CSharp()}();");
            }
        });
    }

    public void WriteExtension(CodeWriter writer, INamedTypeSymbol type, string name)
    {
        CheckModifiers(type);
        writer.Block($"internal sealed class {name}() : TypeExtension(typeof({type.CSharp()}), {TargetInCSharp(type)})", () =>
        {
            if (!type.IsStatic && HasConstructor(type))
            {
                writer.Line($"private static readonly {type.CSharp()} Instance = new();").Line();
            }

            writer.Block(
                "public override void AddFields<TParent>(FieldCollection<TParent> fields, TypeContext types)",
                () => WriteFields(writer, type, TargetOf(type)!, parent: null, isInterface: false));
        });
    }

    /// <summary>The name of the type that a class extends; null for other classes.</summary>
    public static string? TargetOf(INamedTypeSymbol type)
    {
        if (type.Has(Annotation.Query))
        {
            return "Query";
        }

        if (type.Has(Annotation.Mutation))
        {
            return "Mutation";
        }

        return ExtendedBy(type) is { } extended ? Names.OfOutputType(extended) : ExtensionOf(type)?.Text();
    }

    private void CheckModifiers(INamedTypeSymbol type)
    {
        var isPartial = type.DeclaringSyntaxReferences.Any(static one =>
            one.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        var wrong = type.Has(Annotation.Query) || type.Has(Annotation.Mutation) ? (isPartial ? null : Diagnostics.RootNotPartial)
            : !type.Has(Annotation.ObjectExtension) ? null
            : !isPartial ? Diagnostics.ExtensionNotPartial
            : !type.IsStatic ? Diagnostics.ExtensionNotStatic
            : null;
        if (wrong is not null)
        {
            findings.Add(Finding.Of(wrong, type.Locations.FirstOrDefault(), type.Text()));
        }
    }

    private void CheckParent(Field field, IParameterSymbol parameter)
    {
        var parent = field.Parent ?? ExtendedBy(field.Type);
        if (parent is not null
            && !SymbolEqualityComparer.Default.Equals(parent, parameter.Type)
            && !parent.AllInterfaces.Contains(parameter.Type, SymbolEqualityComparer.Default)
            && !parent.DerivesFrom(Annotation.MetadataName(parameter.Type)))
        {
            findings.Add(Finding.Of(
                Diagnostics.WrongParent, parameter.Locations.FirstOrDefault(), field.Coordinate, parent.Text(), parameter.Type.Text()));
        }
    }

    private static bool HasConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(static one => one is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public })
        && !type.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static string TargetInCSharp(INamedTypeSymbol type)
    {
        const string Operation = "global::Gateway.GraphQL.Language.OperationType";
        if (type.Has(Annotation.Query) || type.Has(Annotation.Mutation))
        {
            return type.Has(Annotation.Query) ? $"{Operation}.Query" : $"{Operation}.Mutation";
        }

        return ExtendedBy(type) is { } extended ? $"typeof({extended.CSharp()})" : CodeWriter.Text(TargetOf(type));
    }

    private static AttributeData? ExtensionOf(INamedTypeSymbol type) =>
        type.Find(Annotation.Extension) ?? type.Find(Annotation.ExtensionOf) ?? type.Find(Annotation.ObjectExtension);

    private static ITypeSymbol? ExtendedBy(INamedTypeSymbol type) => ExtensionOf(type) switch
    {
        { AttributeClass.TypeArguments: [var extended] } => extended,
        { ConstructorArguments: [{ Value: ITypeSymbol extended }] } => extended,
        _ => null,
    };

    private void WriteFields(CodeWriter writer, INamedTypeSymbol type, string graphQLName, INamedTypeSymbol? parent, bool isInterface)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Members.FieldsOf(type, isInterface))
        {
            var name = Names.OfField(member);
            var coordinate = $"{graphQLName}.{name}";
            if (!names.Add(name))
            {
                findings.Add(Finding.Of(Diagnostics.DefinedTwice, member.Locations.FirstOrDefault(), coordinate, member.Text()));
                continue;
            }

            var result = member is IPropertySymbol property ? property.Type : ((IMethodSymbol)member).ReturnType;
            var shape = TypeShape.Of(result);
            if (types.Output(shape, member.Has(Annotation.Id)) is not { } output)
            {
                findings.Add(Finding.Of(Diagnostics.NoResultType, member.Locations.FirstOrDefault(), coordinate, shape.Declared.Text()));
                continue;
            }

            var part = new FieldPart(member, name, coordinate);
            types.Current?.Fields.Add(part);
            var data = DataField.Of(member, coordinate, name, shape, types, findings);
            WriteField(writer, new Field(part, data?.Output ?? output, shape, type, parent), data);
        }
    }

    private void WriteField(CodeWriter writer, Field field, DataField? data)
    {
        var description = CodeWriter.Text(Documentation.DescriptionOf(field.Member));
        var instance = InstanceOf(field);
        var member = CodeWriter.Identifier(field.Member.Name);
        var parameters = field.Member is IMethodSymbol method ? method.Parameters : [];
        var attributes = AttributesOf(field.Member);
        var isAsync = field.Member is IMethodSymbol { ReturnType: var returned } && TypeShape.IsAwaitable(returned);
        if (attributes.Count > 0)
        {
            Configure(writer, field, hasContext: parameters.Any(static parameter => IsContext(parameter.Type)), attributes);
            description = $"{CodeWriter.Identifier(field.Name)}.Description ?? {description}";
        }

        var arguments = new List<string>();
        var values = new List<string>();
        var isShifted = false;
        foreach (var parameter in parameters)
        {
            values.Add(Bind(field, parameter, arguments, isShifted));
            if (IsContext(parameter.Type) && attributes.Count > 0)
            {
                // How many arguments the attributes add is known when the schema is built.
                arguments.Add($".. {CodeWriter.Identifier(field.Name)}.Arguments");
                isShifted = true;
            }
        }

        var call = field.Member is IPropertySymbol ? $"{instance}.{member}" : CodeWriter.Call($"{instance}.{member}", values);
        if (data is not null)
        {
            arguments.AddRange(data.Arguments);
        }
        else if (isAsync && ((IMethodSymbol)field.Member).ReturnType.Name == "Task")
        {
            call = CodeWriter.Call($"new global::System.Threading.Tasks.ValueTask<{field.Shape.CSharp}>", [call]);
        }

        UseServices(writer, field);
        var isRead = !isAsync && parameters.Length == 0 && (field.Member.IsStatic || field.Parent is not null);
        var isProperty = isRead && data is not { IsPaged: true };
        writer.Lines(CodeWriter.Call(
            isProperty ? (data is null ? "fields.Property" : "fields.Shaped") : isAsync ? "fields.AsyncMethod" : "fields.Method",
            [
                CodeWriter.Text(field.Name),
                description,
                field.Output,
                isProperty && data is null ? null : CodeWriter.List(arguments),
                isProperty ? $"static parent => {call}"
                    : data is null ? $"static (parent, context) => {call}"
                    : isAsync ? $"static async (parent, context) => {data.Shape($"await {call}.ConfigureAwait(false)")}"
                    : $"static (parent, context) => {data.Shape(call)}",
                isProperty && data is not null ? $"static (items, context) => {data.Shape("items")}" : null,
                CodeWriter.Named("deprecationReason", field.Member.Deprecation() is { } reason ? CodeWriter.Text(reason) : null),
                CodeWriter.Named("cost", field.Member.CostOf() is { } cost ? CodeWriter.Number(cost) : null),
                CodeWriter.Named(
                    "listSize", (data?.MaxPageSize ?? field.Member.ListSizeOf()) is { } size ? CodeWriter.Number(size) : null),
                CodeWriter.Named("slicing", data?.Slicing),
            ]) + ";");
    }

    private static void Configure(CodeWriter writer, Field field, bool hasContext, IEnumerable<string> attributes) =>
        writer.Lines($"var {CodeWriter.Identifier(field.Name)} = " + CodeWriter.Call(
            "types.Configure",
            [CodeWriter.Text(field.Coordinate), hasContext ? "hasContext: true" : "hasContext: false", .. attributes]) + ";");

    private static void UseServices(CodeWriter writer, Field field)
    {
        foreach (var service in field.Services.Distinct())
        {
            writer.Line($"types.UseService<{service}>({CodeWriter.Text(field.Coordinate)});");
        }
    }

    private static string InstanceOf(Field field)
    {
        if (field.Member.IsStatic)
        {
            return field.Type.CSharp();
        }

        if (field.Parent is not null)
        {
            var declaring = field.Member.ContainingType;
            return declaring.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(declaring, field.Type)
                ? $"(({declaring.CSharp()})parent)"
                : "parent";
        }

        // The methods of an extension are called on a service, or on one instance.
        return HasConstructor(field.Type)
            ? $"(context.FindService<{field.Type.CSharp()}>() ?? Instance)"
            : Service(field, field.Type);
    }

    private static string Service(Field field, ITypeSymbol type)
    {
        field.Services.Add(type.CSharp());
        return $"context.Service<{type.CSharp()}>()";
    }

    /// <summary>
    /// Binds a parameter to the first that fits: parent, resolver context, cancellation, schema, data loader, service, argument, or else
    /// what the transport or the container has.
    /// </summary>
    private string Bind(Field field, IParameterSymbol parameter, List<string> arguments, bool isShifted)
    {
        var type = parameter.Type.CSharp();
        if (parameter.Has(Annotation.Parent))
        {
            CheckParent(field, parameter);
            return SymbolEqualityComparer.Default.Equals(parameter.Type, field.Parent) ? "parent" : $"({type})(object)parent";
        }

        if (IsContext(parameter.Type))
        {
            return "context";
        }

        if (type == "global::System.Threading.CancellationToken")
        {
            return "context.RequestAborted";
        }

        if (type == "global::Gateway.GraphQL.Types.Schema")
        {
            return "context.Schema";
        }

        if (LoaderName.Find(types.Loaders, parameter.Type) is { } loader)
        {
            return $"context.{loader.Call}";
        }

        if (parameter.Has(Annotation.Service))
        {
            return Service(field, parameter.Type);
        }

        var shape = TypeShape.Of(parameter.Type);
        var name = Names.OfParameter(parameter);
        var coordinate = $"{field.Coordinate}({name}:)";
        if (!TypeShape.IsAwaitable(parameter.Type)
            && types.Input(shape, parameter.Has(Annotation.Id), parameter.MaxLengthOf()) is { } input)
        {
            if (!Defaults.TryGet(parameter, parameter, shape, out var literal))
            {
                findings.Add(Finding.Of(Diagnostics.NoLiteral, parameter.Locations.FirstOrDefault(), coordinate));
            }

            field.Part.Arguments.Add(new InputPart(parameter, name, coordinate, shape, literal));
            arguments.Add(CodeWriter.Call("types.Argument", InputObjectWriter.InputArguments(parameter, name, input, literal)));
            return isShifted
                ? $"context.ArgumentValue<{type}>({CodeWriter.Text(name)})"
                : $"context.Argument<{type}>({CodeWriter.Number(arguments.Count - 1)})";
        }

        if (shape.Item is null && parameter.Type is { IsReferenceType: true, TypeKind: TypeKind.Class or TypeKind.Interface }
            && parameter.Type.SpecialType == SpecialType.None
            && !parameter.Has(Annotation.Id))
        {
            return Service(field, parameter.Type);
        }

        findings.Add(Finding.Of(Diagnostics.NoArgumentType, parameter.Locations.FirstOrDefault(), coordinate, parameter.Type.Text()));
        return $"default({type})";
    }

    private static bool IsContext(ITypeSymbol type) => Annotation.MetadataName(type) == ResolverContext;

    /// <summary>The attributes that configure the field, in C#.</summary>
    private static IReadOnlyList<string> AttributesOf(ISymbol member) =>
    [
        .. member.GetAttributes().Where(static one => one.AttributeClass.DerivesFrom(Annotation.FieldDescriptor)).Select(static one =>
        {
            var arguments = one.ConstructorArguments.Select(static argument => argument.ToCSharpString());
            var properties = one.NamedArguments.Select(static named => $"{named.Key} = {named.Value.ToCSharpString()}");
            return CodeWriter.Call($"new {one.AttributeClass!.CSharp()}", arguments)
                + (one.NamedArguments.IsEmpty ? "" : $" {{ {string.Join(", ", properties)} }}");
        }),
    ];

    /// <param name="Part">The field.</param>
    /// <param name="Output">The field's type in generated code.</param>
    /// <param name="Shape">The field's C# type.</param>
    /// <param name="Type">The class that has the member.</param>
    /// <param name="Parent">The C# type of the parent objects; null for an extension.</param>
    private sealed record Field(
        FieldPart Part, string Output, TypeShape Shape, INamedTypeSymbol Type, INamedTypeSymbol? Parent)
    {
        public ISymbol Member => Part.Source;

        public string Coordinate => Part.Coordinate;

        public string Name => Part.Name;

        /// <summary>The types of the services that the resolver needs.</summary>
        public List<string> Services { get; } = [];
    }
}
