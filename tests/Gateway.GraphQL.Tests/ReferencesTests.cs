using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests;

public sealed class ReferencesTests
{
    [Fact]
    public void The_engine_refers_to_nothing_but_the_framework()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var reference in typeof(Schema).Assembly.GetReferencedAssemblies())
        {
            File.Exists(Path.Combine(framework, $"{reference.Name}.dll")).ShouldBeTrue($"{reference.Name} is not part of Microsoft.NETCore.App.");
        }
    }
}
