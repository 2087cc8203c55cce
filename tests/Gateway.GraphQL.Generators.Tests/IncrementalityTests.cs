using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>An edit generates again what it changes, and nothing else.</summary>
public sealed class IncrementalityTests
{
    [Fact]
    public void An_edited_resolver_changes_one_file()
    {
        var generation = new Generation(Sources.Library);
        generation.Edit("int GetPages(bool cover = true)", "int GetPages(bool cover = false)");
        Changed(generation).ShouldBe(["Library.BookDefinition"]);
    }

    [Fact]
    public void An_edited_body_changes_no_file()
    {
        var generation = new Generation(Sources.Library);
        generation.Edit("=> 100;", "=> 200;");
        Changed(generation).ShouldBeEmpty();
    }

    [Fact]
    public void An_edited_comment_changes_the_file_of_its_type()
    {
        var generation = new Generation(Sources.Library);
        generation.Edit("<summary>A novel.</summary>", "<summary>A story.</summary>");
        Changed(generation).ShouldBe(["Library.GenreDefinition"]);
    }

    [Fact]
    public void A_new_type_changes_the_list_and_the_file_that_refers_to_it()
    {
        var generation = new Generation(Sources.Library);
        var before = Texts(generation);
        generation.Edit("public bool Lend", "public Receipt GetReceipt() => new(); public sealed class Receipt { public int Day => 1; } public bool Lend");
        Texts(generation).Except(before).Select(file => file.Name).ShouldBe(
            ["GeneratedTypes.g.cs", "Library.MutationsExtension.g.cs", "Library.Mutations_ReceiptDefinition.g.cs"], ignoreOrder: true);
    }

    private static IReadOnlyList<(string Name, string Text)> Texts(Generation generation) =>
        [.. generation.Result.GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString()))];

    private static IReadOnlyList<string> Changed(Generation generation) =>
    [
        .. generation.Result.TrackedSteps[TypesGenerator.FilesStep].SelectMany(step => step.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)
            .Select(output => ((GeneratedFile)output.Value).Name),
    ];
}
