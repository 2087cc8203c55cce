using Snapshooter;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>What is generated for one type of each kind.</summary>
public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("Library.QueriesExtension")]
    [InlineData("Library.MutationsExtension")]
    [InlineData("Library.BookMembersExtension")]
    [InlineData("Library.BookDefinition")]
    [InlineData("Library.IItemDefinition")]
    [InlineData("Library.IFindDefinition")]
    [InlineData("Library.GenreDefinition")]
    [InlineData("Library.OrderDefinition")]
    [InlineData("Library.BookFilterBinding")]
    [InlineData("Library.KeyInputBinding")]
    [InlineData("Library.PageOfBookDefinition")]
    [InlineData("GeneratedTypes")]
    public void Each_kind_of_type_has_a_definition(string name)
    {
        var generation = new Generation(Sources.Library);
        generation.Errors.ShouldBeEmpty();
        Snapshot.Match(generation[name], new SnapshotNameExtension(name));
    }

    [Theory]
    [InlineData("SchemaBuilder.New().AddQueryType<Asked>().AddGeneratedTypes()")]
    [InlineData("SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Asked>()")]
    [InlineData("Of<Asked>()")]
    [InlineData("1.With<Asked>()")]
    public void Types_that_a_call_passes_to_a_builder_are_defined(string call)
    {
        var generation = new Generation($$"""
            namespace Sample
            {
                using Gateway.GraphQL.Definitions;

                internal static class Program
                {
                    public static object Schema() => {{call}};

                    private static string Of<[SchemaType] T>() => typeof(T).Name;

                    private static string With<[SchemaType] T>(this int number) => typeof(T).Name + number;
                }

                internal sealed class Asked
                {
                    public int Number => 1;
                }
            }
            """);
        generation.Errors.ShouldBeEmpty();
        generation["Sample.AskedDefinition"].ShouldContain("ObjectDefinition<global::Sample.Asked>");
    }

    [Theory]
    [InlineData("[ObjectType] public sealed class A { public int X => 1; }", "ADefinition", "ObjectDefinition", "A")]
    [InlineData("[ObjectType(\"B\")] public sealed class A { public int X => 1; }", "ADefinition", "ObjectDefinition", "B")]
    [InlineData("[InterfaceType] public interface A { int X { get; } }", "ADefinition", "InterfaceDefinition", "A")]
    [InlineData("[InterfaceType(\"B\")] public class A { public int X => 1; }", "ADefinition", "InterfaceDefinition", "B")]
    [InlineData("[InputObjectType] public record A(int X);", "ABinding", "InputObjectDefinition", "AInput")]
    [InlineData("[InputObjectType(\"B\")] public record A(int X);", "ABinding", "InputObjectDefinition", "B")]
    [InlineData("[InputObjectType(Name = \"B\")] public record struct A(int X);", "ABinding", "InputObjectDefinition", "B")]
    [InlineData("[EnumType(\"B\")] public enum A { X }", "ADefinition", "EnumDefinition", "B")]
    [InlineData("[UnionType(Name = \"B\")] public interface A;", "ADefinition", "UnionDefinition", "B")]
    [InlineData("[ObjectType(\"B\"), GraphQLName(\"C\")] public sealed class A { public int X => 1; }", "ADefinition", "ObjectDefinition", "C")]
    public void An_annotated_type_is_part_of_its_module(string source, string name, string kind, string graphQLName)
    {
        var generation = new Generation($"[assembly: Module(\"Types\")] {source}");
        generation.Errors.ShouldBeEmpty();
        generation[name].ShouldContain($"{name}() : {kind}<global::A>(\"{graphQLName}\"");
        generation["GeneratedTypes"].ShouldContain(".AddType(typeof(global::A))");
    }
}
