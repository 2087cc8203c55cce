namespace Gateway.Tests.Caching;

public sealed class GoldenKeyTests
{
    [Fact]
    public void A_thousand_requests_have_the_keys_that_they_always_had()
    {
        var lines = GoldenKeys.Lines();
        var received = Path.Combine(AppContext.BaseDirectory, "Caching", "keys.received.txt");
        File.WriteAllLines(received, lines);
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Caching", "keys.txt")).ShouldBe(lines, $"""
            Keys differ from those in tests/Gateway.Tests/Caching/keys.txt, so that replicas of this version and the last one would read
            each other's entries under other names or, worse, for other requests. If that is meant, raise KeyWriter.Version and accept by
                cp {Path.GetRelativePath(Environment.CurrentDirectory, received)} tests/Gateway.Tests/Caching/keys.txt
            """);
        lines.Select(line => line.Split(' ')[0]).Distinct().Count().ShouldBe(lines.Select(line => line[64..]).Distinct().Count());
    }
}
