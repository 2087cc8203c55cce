using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Persisted;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>
/// Looks whether the trusted documents have changed. It asks for times, since notifications of file systems don't cross mounts and links.
/// </summary>
/// <param name="executor">The executor, which has read the documents before.</param>
/// <param name="step">The step that has the documents.</param>
/// <param name="time">The clock of the interval.</param>
/// <param name="logger">Gets faults, each once.</param>
internal sealed class TrustedDocumentsReload(
    IRequestExecutor executor, PersistedOperationStep step, TimeProvider time, ILogger<TrustedDocumentsReload> logger) : IHostedService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private string? _fault;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = executor;
        _timer = time.CreateTimer(_ => Look(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        LookLater();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    // Once, and again after the look: a file system may take longer than the interval.
    private void LookLater() => _timer!.Change(Interval, Timeout.InfiniteTimeSpan);

    private void Look()
    {
        try
        {
            if (step.Reload())
            {
                ExecutionLog.TrustedDocumentsReloaded(logger);
            }

            _fault = null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // A folder that can't be read fails each time.
            if (_fault != exception.Message)
            {
                _fault = exception.Message;
                ExecutionLog.TrustedDocumentsRefused(logger, exception.Message);
            }
        }

        LookLater();
    }
}
