using System.Buffers;
using System.Text;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class SmokeTests(ITestOutputHelper log)
{
    [Fact]
    public async Task Everything_hangs_together()
    {
        var schema = SchemaBuilder.New().AddQueryType<Query>().Create();
        log.WriteLine(schema.ToString());
        log.WriteLine(await Run(schema, "{ hello(name: \"x\") planets { name moons next { name } } __typename later }"));
        log.WriteLine(await Run(schema, "query($n: String!, $s: Boolean!) { hello(name: $n) must @skip(if: $s) range(r: { min: 1 }) }", "{\"n\":\"y\\n\",\"s\":true}"));
        log.WriteLine(await Run(schema, "{ hello must }"));
        log.WriteLine(await Run(schema, "{ __schema { queryType { name fields { name args { name defaultValue type { kind ofType { name } } } } } types { name kind } } }"));
    }

    private static async Task<string> Run(Schema schema, string query, string? variables = null)
    {
        var executor = new RequestExecutor(schema, new ExecutorOptions());
        using var result = await executor.ExecuteAsync(
            new OperationRequest { Document = Encoding.UTF8.GetBytes(query), Variables = Encoding.UTF8.GetBytes(variables ?? "") },
            TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public record Planet(string Name, int Moons)
    {
        public Planet? Next => Name == "a" ? new("b", 3) : null;
    }

    public record RangeInput(int Min, int Max = 5);

    public class Query
    {
        public string Hello(string? name = "world") => $"hello {name}";

        public IReadOnlyList<Planet> GetPlanets() => [new("a", 1), new("b", 2)];

        public int Must => throw new InvalidOperationException("boom");

        public string Range(RangeInput r) => r.ToString();

        public async Task<DateTimeOffset?> LaterAsync()
        {
            await Task.Yield();
            return new DateTimeOffset(2026, 1, 2, 3, 4, 5, 600, TimeSpan.FromHours(2));
        }
    }
}
