using Gateway.GraphQL.AspNetCore.CommandLine;

namespace Gateway.GraphQL.AspNetCore.Tests.CommandLine;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("schema").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Print_writes_the_schema_and_nothing_else()
    {
        Run("schema", "print").ShouldBe(0);

        _output.ToString().ShouldBe(StubExecutor.Schema);
        _error.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "schema.graphqls")]
    [InlineData("a.graphql", "a.graphql")]
    [InlineData("a.graphqls", "a.graphqls")]
    [InlineData("a.txt", "a.txt.graphqls")]
    [InlineData("a", "a.graphqls")]
    [InlineData("new/deep/a.graphql", "new/deep/a.graphql")]
    public void Export_writes_a_file_in_UTF8_without_a_mark(string name, string expected)
    {
        var path = Path.Combine(_directory, expected);

        Run("schema", "export", "--output", Path.Combine(_directory, name)).ShouldBe(0);

        File.ReadAllBytes(path).ShouldBe("type Query {\n  hello: String!\n}\n"u8.ToArray());
        _output.ToString().ShouldBe($"Exported Files:{Environment.NewLine}- {path}{Environment.NewLine}");
    }

    [Fact]
    public void The_option_and_its_value_may_be_one_argument()
    {
        Run("schema", "export", "--output=" + Path.Combine(_directory, "a.graphql")).ShouldBe(0);

        File.Exists(Path.Combine(_directory, "a.graphql")).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_failure()
    {
        File.WriteAllText(Path.Combine(_directory, "file"), "");

        Run("schema", "export", "--output", Path.Combine(_directory, "file", "a.graphql")).ShouldBe(1);

        _error.ToString().ShouldContain("a.graphql");
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("schema", "exprot")]
    [InlineData("schema", "print", "more")]
    [InlineData("schema", "export", "--output")]
    [InlineData("schema", "export", "--outptu", "x")]
    public void What_is_no_command_gets_the_usage(params string[] args)
    {
        Run(args).ShouldBe(1);

        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith("Usage:");
    }

    private int Run(params string[] args) => SchemaCommand.Run(args, () => StubExecutor.Schema, _output, _error);
}
