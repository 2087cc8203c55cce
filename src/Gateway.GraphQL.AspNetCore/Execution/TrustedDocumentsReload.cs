using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>
/// Looks whether the trusted documents have changed. It asks for times, since notifications of file systems don't cross mounts and links.
/// </summary>
/// <param name="reload">Reads the documents if they have changed, and says whether.</param>
/// <param name="time">The clock of the interval.</param>
/// <param name="logger">Gets faults, each once.</param>
internal sealed class TrustedDocumentsReload(Func<bool> reload, TimeProvider time, ILogger<TrustedDocumentsReload> logger) : IHostedService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private string? _fault;

    public Task StartAsync(CancellationToken cancellationToken)
    {
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
            if (reload())
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
