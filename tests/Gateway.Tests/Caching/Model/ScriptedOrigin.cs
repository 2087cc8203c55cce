using Gateway.Caching;
using Gateway.Radar;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The calls of one replica that the history has not completed yet.</summary>
internal sealed class ScriptedCalls
{
    private readonly Dictionary<(int Credential, Question Question), ScriptedCall> _pending = [];
    private int _count;

    /// <summary>How many calls there were.</summary>
    public int Count => Volatile.Read(ref _count);

    public int Pending
    {
        get
        {
            lock (_pending)
            {
                return _pending.Count;
            }
        }
    }

    public ScriptedCall? Find(int credential, Question question)
    {
        lock (_pending)
        {
            return _pending.GetValueOrDefault((credential, question));
        }
    }

    public Task<Result<TestResponse>> Begin(
        int credential, Question question, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var call = new ScriptedCall(purpose, waited);
        lock (_pending)
        {
            // One call at a time for a credential and question: a second one is a mistake of the cache.
            _pending.Add((credential, question), call);
            _count++;
        }

        cancellationToken.Register(() =>
        {
            Remove(credential, question);
            call.Result.TrySetCanceled(cancellationToken);
        });
        return call.Result.Task;
    }

    public ScriptedCall Remove(int credential, Question question)
    {
        lock (_pending)
        {
            _pending.Remove((credential, question), out var call);
            return call!;
        }
    }
}

internal sealed record ScriptedCall(CallPurpose Purpose, TimeSpan Waited)
{
    public TaskCompletionSource<Result<TestResponse>> Result { get; } = new();
}

/// <summary>An endpoint of Cloudflare whose answers the history gives.</summary>
internal sealed class ScriptedOrigin(CloudflareEndpoint endpoint, ScriptedCalls calls) : IOrigin<Question, TestResponse>
{
    public CloudflareEndpoint Endpoint => endpoint;

    public bool IsShared => endpoint == RadarApi.CtTimeseries;

    public Task<Result<TestResponse>> FetchAsync(
        Question request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken) =>
        calls.Begin(TestCredentials.NumberOf(caller), request, purpose, waited, cancellationToken);

    public Lifetime LifetimeOf(Question request, TestResponse response) => request.Lifetime;

    public byte[] Encode(TestResponse response) => response.Encode();

    public TestResponse Decode(Question request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) => TestResponse.Decode(payload.Span, receivedAt);
}
