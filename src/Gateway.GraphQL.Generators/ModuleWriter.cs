using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Writes the class that adds an assembly's types to a schema.</summary>
internal static class ModuleWriter
{
    private const string Services = "Microsoft.Extensions.DependencyInjection";
    private const string ServerBuilder = "global::Gateway.GraphQL.AspNetCore.IRequestExecutorBuilder";

    /// <summary>A namespace of the assembly's own.</summary>
    public static string Namespace(Compilation compilation) => string.Join(
        ".", (compilation.AssemblyName ?? "Types").Split('.').Select(static part => CodeWriter.Identifier(part.Replace('-', '_'))));

    public static string Write(Compilation compilation, IReadOnlyList<string> definitions, IReadOnlyList<string> registrations)
    {
        var module = compilation.Assembly.Find(Annotation.Module)?.Text();
        var writer = SchemaWriter.Begin(Namespace(compilation));
        writer.Block("internal static class GeneratedTypes", () =>
        {
            writer.Line("/// <summary>Adds what was generated. A type becomes part of the schema when something refers to it.</summary>");
            writer.Line("public static SchemaBuilder AddGeneratedTypes(this SchemaBuilder schema) => schema.AddDefinitions(");
            var created = definitions.OrderBy(static one => one, StringComparer.Ordinal).Select(static one => $"new {one}");
            writer.Indented(() => writer.Lines(string.Join(",\n", created) + ");"));
            if (module is null)
            {
                return;
            }

            writer.Line();
            writer.Line($"/// <summary>Adds the types of the module {module} to a schema.</summary>");
            writer.Line($"public static SchemaBuilder Add{module}(this SchemaBuilder schema) => schema");
            writer.Indented(() => writer.Lines(
                ".AddGeneratedTypes()" + string.Concat(registrations.Select(static one => $"\n.AddType(typeof({one}))")) + ";"));
        });
        return writer.ToString();
    }

    /// <summary>Writes the method that adds the module's types to a server; null without a module or servers.</summary>
    public static string? WriteServer(Compilation compilation)
    {
        if (compilation.Assembly.Find(Annotation.Module)?.Text() is not { } module
            || compilation.GetTypeByMetadataName(ServerBuilder.Substring("global::".Length)) is null)
        {
            return null;
        }

        var writer = SchemaWriter.Begin(Services);
        writer.Block($"internal static class {module}RequestExecutorBuilderExtensions", () =>
        {
            writer.Line($"/// <summary>Adds the types of the module {module} to a server's schema.</summary>");
            writer.Line($"public static {ServerBuilder} Add{module}(this {ServerBuilder} builder) =>");
            writer.Line("    builder.ConfigureSchema(");
            writer.Line($"        static schema => global::{Namespace(compilation)}.GeneratedTypes.Add{module}(schema));");
        });
        return writer.ToString();
    }
}
