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
}
