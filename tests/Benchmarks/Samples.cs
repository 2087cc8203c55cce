using System.Buffers;
using System.Text;
using System.Text.Json;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Sandbox;
using Gateway.Upstream.Client;

namespace Benchmarks;

/// <summary>What the sandbox answers to the load's large case, and the request for it.</summary>
internal static class Samples
{
    public const string Token = "load-00000000000000000000000000000000000";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The variables of <see cref="Documents.Volume"/>.</summary>
    public const string Variables = """
        {"series":[
          {"name":"domain","dateStart":"2026-01-01T00:00:00Z","dateEnd":"2026-01-02T00:00:00Z","validationLevel":"DOMAIN"},
          {"name":"organization","dateStart":"2026-01-01T00:00:00Z","dateEnd":"2026-01-02T00:00:00Z","validationLevel":"ORGANIZATION"},
          {"name":"extended","dateStart":"2026-01-01T00:00:00Z","dateEnd":"2026-01-02T00:00:00Z","validationLevel":"EXTENDED"}]}
        """;

    public static CtSeriesInput[] Series() =>
        [Of("domain", CtValidationLevel.DOMAIN), Of("organization", CtValidationLevel.ORGANIZATION), Of("extended", CtValidationLevel.EXTENDED)];

    /// <summary>The series as one request of one part.</summary>
    public static CtSeriesRequest Request() =>
        CtSeriesRequest.Create(CtQuestion.Timeseries(CtAggInterval.FifteenMinutes), new CtPositionalLists([]), Series()).Value!;

    private static CtSeriesInput Of(string name, CtValidationLevel level) =>
        new() { Name = name, DateStart = Start, DateEnd = Start.AddDays(1), ValidationLevel = level };

    /// <summary>The body of a POST with the document and the variables.</summary>
    public static byte[] Body(string document) => Encoding.UTF8.GetBytes(
        $$"""{"operationName":"Volume","query":{{JsonSerializer.Serialize(document)}},"variables":{{Variables.ReplaceLineEndings("")}}}""");

    /// <summary>3 series × 96 points, as the cache keeps them.</summary>
    public static CtResponse<CtColumns> Reply()
    {
        var body = new ReadOnlySequence<byte>(FetchAsync().GetAwaiter().GetResult());
        return new CtResponse<CtColumns>(Envelope.Read(body, new CtTimeseriesReader()).Result!, [], Start.AddDays(2));
    }

    private static async Task<byte[]> FetchAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = sandbox.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        var query = Request().Parts[0];
        return await client.GetByteArrayAsync(new Uri($"client/v4/{query.PathAndQuery.TrimStart('/')}", UriKind.Relative));
    }
}
