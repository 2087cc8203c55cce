using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.GraphQL.Data;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;
using Gateway.Radar;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Benchmarks;

/// <summary>What the engine adds to an answer of 3 series × 96 points: no cache, no HTTP; objects in memory, and JSON.</summary>
public class ExecutionBenchmarks
{
    private readonly RequestExecutor _executor = new(CreateSchema(), new ExecutorOptions());

    private readonly OperationRequest _request = new()
    {
        Document = Encoding.UTF8.GetBytes(
            "{ ctTimeseries { meta { aggInterval units { name value } } series { name points { timestamp certificates: value } } } }"),
    };

    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);

    [GlobalSetup]
    public void Setup()
    {
        if (Execute() is not (> 16_000 and < 18_000) || Encoding.UTF8.GetString(_output.WrittenSpan).Contains("errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_output.WrittenSpan));
        }
    }

    [Benchmark(Description = "execute 3×96 points")]
    public int Execute()
    {
        // Nothing here waits for anything: the task is done when it is returned.
        using var result = _executor.ExecuteAsync(_request, CancellationToken.None).Result;
        _output.ResetWrittenCount();
        result.WriteTo(_output);
        return _output.WrittenCount;
    }

    [Benchmark(Description = "write 288 instants and numbers as JSON")]
    public int WriteJson()
    {
        using var output = new JsonOutput(32 * 1024);
        var model = SampleQuery.Reply.Data;
        foreach (var series in model.Series)
        {
            for (var i = 0; i < series.Timestamps.Count; i++)
            {
                output.Format(series.Timestamps[i], "yyyy-MM-ddTHH:mm:ssZ", quoted: true);
                output.WriteNumber(series.Values[i] ?? 0);
            }
        }

        return output.Position;
    }

    /// <summary>Answers with one object from memory.</summary>
    public sealed class SampleQuery
    {
        internal static readonly CtResponse<CtColumns> Reply = Samples.Reply();

        private static readonly CtSeriesRequest Request = Samples.Request();

        public CtTimeseries GetCtTimeseries() => new(
            Request, Reply, null, new Freshness(CacheStatus.Hit, Reply.ReceivedAt, 1, Reply.ReceivedAt.AddHours(1)));
    }

    private static Schema CreateSchema()
    {
        var schema = Gateway.GeneratedTypes.AddGeneratedTypes(SchemaBuilder.New())
            .AddGeneratedTypes()
            .AddFiltering()
            .AddSorting()
            .AddQueryType<SampleQuery>()
            .AddColumnTexts();
        RadarServices.AddTexts(schema);
        return schema.Create();
    }
}
