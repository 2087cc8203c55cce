using System.Diagnostics.Metrics;

namespace Gateway.Tests.Limits;

/// <summary>Follows the metric of the memory for responses, of one gateway.</summary>
internal sealed class BufferedBytes : IDisposable
{
    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly List<(Func<long, bool> Condition, TaskCompletionSource Met)> _waiters = [];

    /// <param name="meters">The gateway's.</param>
    public BufferedBytes(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "gateway.responses.buffered" } && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, bytes, _, _) => Add(bytes));
        _listener.Start();
    }

    public long Now { get; private set; }

    public long Most { get; private set; }

    /// <summary>Ends once the bytes meet the condition.</summary>
    public Task WhenAsync(Func<long, bool> condition)
    {
        lock (_gate)
        {
            if (condition(Now))
            {
                return Task.CompletedTask;
            }

            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((condition, met));
            return met.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(long bytes)
    {
        lock (_gate)
        {
            Now += bytes;
            Most = Math.Max(Most, Now);
            _waiters.RemoveAll(waiter => waiter.Condition(Now) && waiter.Met.TrySetResult());
        }
    }
}
