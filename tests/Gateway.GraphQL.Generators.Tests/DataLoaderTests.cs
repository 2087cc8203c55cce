using Microsoft.CodeAnalysis;
using Snapshooter;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>What is generated for methods with <c>[DataLoader]</c>.</summary>
public sealed class DataLoaderTests
{
    private const string Shop = """
        using Gateway.GraphQL.Execution.DataLoaders;

        namespace Shop
        {
            [QueryType]
            internal static partial class Queries
            {
                public static Item GetItem() => new(1);

                [DataLoader]
                public static Task<string> GetNameAsync(int id) => Task.FromResult("");
            }

            public sealed record Item(int Id)
            {
                public Task<Maker?> GetMakerAsync(Loading.IMakerByIdDataLoader makers, CancellationToken cancellationToken) =>
                    makers.LoadAsync(Id, cancellationToken);

                public async Task<IReadOnlyList<string>> GetTagsAsync(Loading.ITagsDataLoader? tags) =>
                    await tags!.LoadRequiredAsync(("a", Id));
            }

            public sealed record Maker(int Id);

            public sealed class Store;

            internal sealed record Hidden(int Id);
        }

        namespace Shop.Loading
        {
            internal static class Loaders
            {
                [DataLoader]
                internal static Task<Dictionary<int, Maker>> GetMakerByIdAsync(
                    IReadOnlyList<int> ids, Store store, ITagsDataLoader? tags, CancellationToken cancellationToken) => null!;

                [DataLoader("Tags", MaxBatchSize = 50)]
                internal static ValueTask<ILookup<(string, int), string>> LoadAsync(IReadOnlyList<(string, int)> keys, [Service] Store store) => default;

                [DataLoader]
                internal static Task<Hidden?> GetHiddenAsync(string @class, CancellationToken cancellationToken) => null!;

                [DataLoader(AccessModifier = DataLoaderAccessModifier.PublicInterface)]
                internal static Task<int?> FindSizeDataLoader(int id) => null!;

                [DataLoader(AccessModifier = DataLoaderAccessModifier.Internal)]
                internal static Task<int> Get(int id) => null!;
            }
        }
        """;

    [Theory]
    [InlineData("Shop.Loading.MakerByIdDataLoader")]
    [InlineData("Shop.Loading.TagsDataLoader")]
    [InlineData("Shop.Loading.HiddenDataLoader")]
    [InlineData("Shop.Loading.FindSizeDataLoader")]
    [InlineData("Shop.Loading.GetDataLoader")]
    [InlineData("Shop.NameDataLoader")]
    [InlineData("Shop.ItemDefinition")]
    public void A_method_becomes_a_loader_that_resolvers_take_by_its_interface(string name)
    {
        var generation = new Generation(Shop);
        generation.Errors.ShouldBeEmpty();
        Snapshot.Match(generation[name], new SnapshotNameExtension(name));
    }

    [Fact]
    public void A_loader_is_no_field() => new Generation(Shop)["Shop.QueriesExtension"].ShouldNotContain("GetNameAsync");

    [Theory]
    [InlineData("public Task<int> F(int id) => null!;", "GQL0020: Loaders.F(int) can't be a data loader: it is not static.")]
    [InlineData("public static int F(int id) => 1;", "GQL0020: Loaders.F(int) can't be a data loader: it returns no task of a value.")]
    [InlineData("public static Task F(int id) => null!;", "GQL0020: Loaders.F(int) can't be a data loader: it returns no task of a value.")]
    [InlineData(
        "public static Task<int> F(in int id) => null!;", "GQL0020: Loaders.F(in int) can't be a data loader: it has a parameter by reference.")]
    [InlineData(
        "public static Task<string> F(IReadOnlyList<int> ids) => null!;",
        "GQL0020: Loaders.F(IReadOnlyList<int>) can't be a data loader: string has no value for each of its keys.")]
    [InlineData(
        "public static Task<Dictionary<string, int>> F(IReadOnlyList<int> ids) => null!;",
        "GQL0020: Loaders.F(IReadOnlyList<int>) can't be a data loader: Dictionary<string, int> has no value for each of its keys.")]
    [InlineData(
        "public static Task<Dictionary<int, int>> F(int[] ids) => null!;", "GQL0020: Loaders.F(int[]) can't be a data loader: int[] is no key.")]
    [InlineData("public static Task<int> F(string? id) => null!;", "GQL0020: Loaders.F(string?) can't be a data loader: a key may be null.")]
    [InlineData("public static Task<int> F(int? id) => null!;", "GQL0020: Loaders.F(int?) can't be a data loader: a key may be null.")]
    [InlineData(
        "public static Task<int> F(int id, int more) => null!;",
        "GQL0021: Loaders.F(int, int): int more is no service: after the keys, a data loader takes services, data loaders and a CancellationToken")]
    [InlineData(
        "public static Task<int> F(int id, string more) => null!;",
        "GQL0021: Loaders.F(int, string): string more is no service: after the keys, a data loader takes services, data loaders and a CancellationToken")]
    [InlineData(
        "public static Task<int> F(int id) => null!; public static class Inner { [DataLoader(\"F\")] public static Task<int> G(int id) => null!; }",
        "GQL0022: Loaders.Inner.G(int): another data loader has the interface IFDataLoader too: name one by [DataLoader(name)]")]
    [InlineData(
        "public static Task<int> F() => null!;", "HC0074: Loaders.F() must have its keys, or its key, as the first parameter")]
    [InlineData(
        "public static Task<int> F(CancellationToken end) => null!;",
        "HC0074: Loaders.F(CancellationToken) must have its keys, or its key, as the first parameter")]
    [InlineData("private static Task<int> F(int id) => null!;", "HC0075: Loaders.F(int): make it and the types around it internal or public")]
    [InlineData("public static Task<T> F<T>(int id) => null!;", "HC0111: Loaders.F<T>(int) must not be generic, nor the types around it")]
    public void A_method_of_another_form_is_refused(string method, string expected)
    {
        var generation = new Generation(
            $"using Gateway.GraphQL.Execution.DataLoaders;\npublic class Loaders {{\n[DataLoader]\n{method}\n}}");

        // The place is the name of the method, or of the parameter.
        var (id, message) = (expected[..expected.IndexOf(':', StringComparison.Ordinal)], expected[expected.IndexOf(':', StringComparison.Ordinal)..]);
        var name = id == "GQL0021" ? " more" : message.Contains("Inner", StringComparison.Ordinal) ? " G" : " F";
        var place = $"(4,{method.IndexOf(name, StringComparison.Ordinal) + 2})";
        generation.Errors.Select(error => error.Split(" It must be static")[0]).ShouldBe([$"{id} {place}{message}"]);
    }

    [Fact]
    public void A_batch_size_is_not_negative() =>
        new Generation(Shop.Replace("= 50", "= -1", StringComparison.Ordinal)).Errors
            .ShouldContain("GQL0023 (39,67): Loaders.LoadAsync(IReadOnlyList<(string, int)>, Store): MaxBatchSize must be 0, for any number of keys, or more");

    [Fact]
    public void A_loader_that_is_edited_changes_its_file()
    {
        var generation = new Generation(Shop);
        generation.Edit("Task<int> Get(int id)", "Task<int> Get(int id, Store store)");
        Changed(generation).ShouldBe(["Shop.Loading.GetDataLoader"]);
    }

    [Theory]
    [InlineData("=> default;", "=> new ValueTask<ILookup<(string, int), string>>();")]
    [InlineData("record Maker(int Id)", "record Maker(int Id, int Age)")]
    public void An_edit_that_no_loader_sees_changes_none(string old, string text)
    {
        var generation = new Generation(Shop);
        generation.Edit(old, text);
        generation.Errors.ShouldBeEmpty();
        Changed(generation).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Changed(Generation generation) =>
    [
        .. generation.Result.TrackedSteps[TypesGenerator.LoadersStep].SelectMany(step => step.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)
            .Select(output => ((GeneratedFile)output.Value).Name),
    ];
}
