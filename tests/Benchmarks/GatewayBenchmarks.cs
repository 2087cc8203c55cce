using BenchmarkDotNet.Attributes;
using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.Radar;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Benchmarks;

/// <summary>What a request passes through besides the engine.</summary>
public class GatewayBenchmarks
{
    private readonly FingerprintCache _callers = new(
        CacheSecret.From(new CacheSecretOptions()),
        new KnownCredentials(Options.Create(new KnownCredentialsOptions()), [RadarApi.Api], TimeProvider.System),
        TimeProvider.System);
    private readonly CtResponse<CtColumns> _reply = Samples.Reply();
    private readonly CtSeriesInput[] _series = Samples.Series();
    private byte[] _payload = [];
    private readonly byte[] _body = Samples.Body(Documents.Volume);
    private readonly HeaderDictionary _headers = new() { ["Authorization"] = $"Bearer {Samples.Token}" };
    private readonly DefaultHttpContext _context = new();
    private Caller _caller = null!;

    [GlobalSetup]
    public void Setup()
    {
        _caller = Identify();
        Encode();
    }

    [Benchmark(Description = "read the body of a request")]
    public int ReadBody()
    {
        _context.Request.Body = new MemoryStream(_body);
        _context.Request.ContentLength = _body.Length;
        // A stream in memory: the task is done when it is returned.
        using var body = RequestBody.ReadAsync(_context.Request, 256 * 1024, isCompressed: false, CancellationToken.None).Result;
        using var request = new GraphQLRequest();
        return JsonRequestParser.Parse(body.Bytes, request) is null ? request.Document.Length : throw new InvalidOperationException();
    }

    [Benchmark(Description = "read a credential and know its caller again")]
    public object Fingerprint() => Identify();

    private Caller Identify() => CredentialReader.Read(_headers, RadarApi.Api).IsSuccess(out var credential, out _)
        ? _callers.Identify(credential)
        : throw new InvalidOperationException();

    [Benchmark(Description = "derive the keys of a request")]
    public object Keys() => RequestKeys.Of(new CtSeriesQuery(CtQuestion.Timeseries(CtAggInterval.FifteenMinutes), _series), RadarApi.CtTimeseries, _caller);

    [Benchmark(Description = "encode 3×96 points for L2")]
    public int Encode() => (_payload = Payload.Write(_reply.Data, _reply.Messages, CtTimeseriesPayload.Shape)).Length;

    [Benchmark(Description = "decode 3×96 points from L2")]
    public object Decode() => Payload.Read<CtData<CtColumns>>(_payload, CtTimeseriesPayload.Shape);
}
