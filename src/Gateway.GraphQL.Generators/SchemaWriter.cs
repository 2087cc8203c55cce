using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes a file for each type that the roots of an assembly's schemas refer to, and one that lists them.</summary>
internal sealed class SchemaWriter(Compilation compilation, EquatableArray<LoaderName> loaders, CancellationToken cancellation)
{
    private const string Definitions = "global::Gateway.GraphQL.Definitions";

    private readonly Dictionary<ITypeSymbol, INamedTypeSymbol> _describedEnums = new(SymbolEqualityComparer.Default);
    private readonly List<GeneratedFile> _files = [];
    private readonly List<string> _definitions = [];
    private readonly List<string> _registrations = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, TypePart> _parts = new(System.StringComparer.Ordinal);
    private readonly List<(string Key, bool IsRegistered)> _roots = [];
    private TypeCollector _types = null!;

    public Output Write(IEnumerable<INamedTypeSymbol> roots)
    {
        var all = roots.ToList();
        foreach (var type in all)
        {
            if (DescribedBy(type, "EnumType`1") is { } target)
            {
                _describedEnums[target] = type;
            }
        }

        var described = all.Select(static type => DescribedBy(type, "ObjectType`1")).OfType<ITypeSymbol>().ToList();
        _types = new TypeCollector(_describedEnums, new DataTypes(ModuleWriter.Namespace(compilation), described)) { Loaders = loaders };
        foreach (var type in all)
        {
            AddRoot(type);
        }

        do
        {
            WriteTypes();
        }
        while (WriteData());

        Check();

        if (_definitions.Count > 0)
        {
            _files.Add(new GeneratedFile("GeneratedTypes", ModuleWriter.Write(compilation, _definitions, _registrations)));
            if (ModuleWriter.WriteServer(compilation) is { } server)
            {
                _files.Add(new GeneratedFile("GeneratedTypes.Server", server));
            }
        }

        return new Output(new(_files.OrderBy(static file => file.Name, System.StringComparer.Ordinal)), new(_findings.Distinct()));
    }

    /// <summary>The C# type that a class describes in code; null for other classes.</summary>
    public static INamedTypeSymbol? DescribedBy(INamedTypeSymbol type, string name)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (Annotation.MetadataName(one) == $"Gateway.GraphQL.Types.{name}")
            {
                return one.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }

    private void WriteTypes()
    {
        while (_types.TryTake(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!CanUse(next.Type))
            {
                continue;
            }

            CheckIds(next.Type);

            if (next.IsInput)
            {
                var part = new TypePart(next.Type, Names.OfInputType(next.Type), TypeRole.Input);
                AddFile(part, "Binding", new InputObjectWriter(_types, _findings).Write);
            }
            else
            {
                AddOutput(next.Type);
            }
        }
    }

    /// <summary>Writes filters, orders and connections. Returns whether there were any, which may refer to further types.</summary>
    private bool WriteData()
    {
        var any = false;
        while (_types.Data.TryTake(out var next))
        {
            any = true;
            if (CanUse(next.Type))
            {
                AddFile(
                    next.Type,
                    next.IsSort ? "SortInputDefinition" : "FilterInputDefinition",
                    next.IsSort ? new SortWriter(_types).Write : new FilterWriter(_types).Write);
            }
        }

        if (!any)
        {
            foreach (var connection in _types.Data.Connections)
            {
                var name = $"{connection.Name}ConnectionDefinition";
                AddFile(ModuleWriter.Namespace(compilation), name, writer => ConnectionWriter.Write(writer, connection, name));
            }
        }

        return any;
    }

    private void AddOutput(INamedTypeSymbol type)
    {
        var role = _types.KindOf(type) switch
        {
            Kind.Enum => _describedEnums.ContainsKey(type) ? TypeRole.DescribedEnum : TypeRole.Enum,
            Kind.Interface => TypeRole.Interface,
            Kind.Union => TypeRole.Union,
            _ => TypeRole.Object,
        };
        AddFile(new TypePart(type, Names.OfOutputType(type), role), "Definition", role switch
        {
            TypeRole.Enum => EnumTypeWriter.Write,
            TypeRole.DescribedEnum => (writer, type, name) => EnumTypeWriter.WriteDescribed(writer, type, _describedEnums[type], name),
            _ => new ObjectTypeWriter(_types, _findings).Write,
        });
    }

    private void AddRoot(INamedTypeSymbol type)
    {
        if (!CanUse(type))
        {
            return;
        }

        var registered = _registrations.Count;
        AddRootType(type);
        _roots.Add((TypePart.KeyOf(type, type.Has(Annotation.InputObject)), _registrations.Count > registered));
    }

    private void AddRootType(INamedTypeSymbol type)
    {
        if (DescribedBy(type, "ObjectType`1") is { } described)
        {
            var part = new TypePart(type, Names.OfOutputType(described), TypeRole.Extension);
            part.References.Add(TypePart.KeyOf(described, isInput: false));
            _parts[part.Key] = part;
            _registrations.Add(type.CSharp());
            _definitions.Add(
                $"FieldsDescription<{described.CSharp()}>(typeof({type.CSharp()}), static () => new {type.CSharp()}())");
            _types.AddOutput(described);
        }
        else if (DescribedBy(type, "EnumType`1") is { } values)
        {
            _registrations.Add(type.CSharp());
            _definitions.Add($"ValuesDescription<{values.CSharp()}>(typeof({type.CSharp()}))");
            _types.AddOutput(values);
        }
        else if (ObjectTypeWriter.TargetOf(type) is not null)
        {
            _registrations.Add(type.CSharp());
            var part = new TypePart(type, ObjectTypeWriter.TargetOf(type)!, TypeRole.Extension);
            AddFile(part, "Extension", new ObjectTypeWriter(_types, _findings).WriteExtension);
        }
        else if (type.Has(Annotation.InputObject))
        {
            _registrations.Add(type.CSharp());
            _types.AddInput(type);
        }
        else if (_types.KindOf(type) is not (Kind.None or Kind.Scalar))
        {
            if (TypesGenerator.KindAttributes.Any(type.Has))
            {
                _registrations.Add(type.CSharp());
            }

            _types.AddOutput(type);
        }
    }

    private bool CanUse(INamedTypeSymbol type)
    {
        if (compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return true;
        }

        _findings.Add(Finding.Of(Diagnostics.NotAccessible, type.Locations.FirstOrDefault(), type.Text()));
        return false;
    }

    /// <summary>Finds an [ID] on a parameter of a positional record, where it would be lost.</summary>
    private void CheckIds(INamedTypeSymbol type)
    {
        var parameters = type.IsRecord ? type.InstanceConstructors.SelectMany(static one => one.Parameters) : [];
        foreach (var parameter in parameters.Where(static parameter => parameter.Has(Annotation.Id)))
        {
            _findings.Add(Finding.Of(Diagnostics.IdOfParameter, parameter.Locations.FirstOrDefault(), parameter.Name));
        }
    }

    /// <summary>
    /// Checks what is in one schema: all types of the module, or else those that a call passes, with those that they refer to.
    /// </summary>
    private void Check()
    {
        var isModule = compilation.Assembly.Has(Annotation.Module);
        var schemas = _roots.GroupBy(root => isModule && root.IsRegistered ? "" : root.Key, static root => root.Key)
            .Select(static roots => roots.ToList())
            .ToList();
        var findings = SchemaRules.Check(_parts, schemas, compilation.Assembly);

        // The engine has the types of introspection, whose names are the reserved ones.
        var isEngine = SymbolEqualityComparer.Default.Equals(
            compilation.GetTypeByMetadataName(Annotation.SchemaType)?.ContainingAssembly, compilation.Assembly);
        _findings.AddRange(findings.Where(finding => !isEngine || !finding.Descriptor.Equals(Diagnostics.ReservedName)));
    }

    private void AddFile(TypePart part, string suffix, System.Action<CodeWriter, INamedTypeSymbol, string> write)
    {
        _parts[part.Key] = part;
        _types.Current = part;
        AddFile(part.Source, suffix, write);
    }

    private void AddFile(INamedTypeSymbol type, string suffix, System.Action<CodeWriter, INamedTypeSymbol, string> write)
    {
        // A type of another assembly may be defined there too.
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        var space = !isOwn ? ModuleWriter.Namespace(compilation)
            : type.ContainingNamespace.IsGlobalNamespace ? ""
            : type.ContainingNamespace.ToDisplayString();
        var name = Names.OfDefinition(type, suffix);
        AddFile(space, name, writer => write(writer, type, name));
    }

    private void AddFile(string space, string name, System.Action<CodeWriter> write)
    {
        var writer = Begin(space);
        write(writer);
        var qualified = space.Length == 0 ? name : $"{space}.{name}";
        _definitions.Add($"global::{qualified}()");
        _files.Add(new GeneratedFile(qualified, writer.ToString()));
    }

    public static CodeWriter Begin(string space)
    {
        var writer = new CodeWriter()
            .Line("// <auto-generated/>")
            .Line("#pragma warning disable CS0612, CS0618 // Deprecated members are fields too.")
            .Line($"using {Definitions.Substring("global::".Length)};")
            .Line();
        return space.Length == 0 ? writer : writer.Line($"namespace {space};").Line();
    }
}
