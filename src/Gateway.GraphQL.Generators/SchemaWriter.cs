using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes a file for each type that the roots of an assembly's schemas refer to, and one that lists them.</summary>
internal sealed class SchemaWriter(Compilation compilation, CancellationToken cancellation)
{
    private const string Definitions = "global::Gateway.GraphQL.Definitions";

    private readonly Dictionary<ITypeSymbol, INamedTypeSymbol> _describedEnums = new(SymbolEqualityComparer.Default);
    private readonly List<GeneratedFile> _files = [];
    private readonly List<string> _definitions = [];
    private readonly List<string> _registrations = [];
    private readonly List<Finding> _findings = [];
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

        _types = new TypeCollector(_describedEnums);
        foreach (var type in all)
        {
            AddRoot(type);
        }

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
                AddFile(next.Type, "Binding", new InputObjectWriter(_types, _findings).Write);
            }
            else if (_types.KindOf(next.Type) == Kind.Enum)
            {
                AddFile(next.Type, "Definition", _describedEnums.TryGetValue(next.Type, out var description)
                    ? (writer, type, name) => EnumTypeWriter.WriteDescribed(writer, type, description, name)
                    : EnumTypeWriter.Write);
            }
            else
            {
                AddFile(next.Type, "Definition", new ObjectTypeWriter(_types, _findings).Write);
            }
        }

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

    private void AddRoot(INamedTypeSymbol type)
    {
        if (!CanUse(type))
        {
            return;
        }

        if (DescribedBy(type, "ObjectType`1") is { } described)
        {
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
            AddFile(type, "Extension", new ObjectTypeWriter(_types, _findings).WriteExtension);
        }
        else if (type.Has(Annotation.InputObject))
        {
            _types.AddInput(type);
        }
        else if (_types.KindOf(type) is not (Kind.None or Kind.Scalar))
        {
            if (type.Has(Annotation.Object) || type.Has(Annotation.Enum))
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

    private void AddFile(INamedTypeSymbol type, string suffix, System.Action<CodeWriter, INamedTypeSymbol, string> write)
    {
        // A type of another assembly may be defined there too.
        var isOwn = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        var space = !isOwn ? ModuleWriter.Namespace(compilation)
            : type.ContainingNamespace.IsGlobalNamespace ? ""
            : type.ContainingNamespace.ToDisplayString();
        var name = Names.OfDefinition(type, suffix);
        var writer = Begin(space);
        write(writer, type, name);
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
