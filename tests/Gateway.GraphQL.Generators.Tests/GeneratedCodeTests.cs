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

    [Fact]
    public void An_input_object_that_only_code_refers_to_has_a_binding()
    {
        var generation = new Generation("""
            namespace Sample
            {
                [Gateway.GraphQL.Types.InputObjectType]
                public sealed class Wish
                {
                    public string? Name { get; set; }
                }
            }
            """);
        generation.Errors.ShouldBeEmpty();
        generation["Sample.WishBinding"].ShouldContain("InputObjectDefinition<global::Sample.Wish>");
    }
}
