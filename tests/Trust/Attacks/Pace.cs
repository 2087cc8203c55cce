using System.Diagnostics;

namespace Trust.Tests.Attacks;

/// <summary>Sends at a constant rate, whatever becomes of earlier requests.</summary>
internal static class Pace
{
    /// <summary>With so many requests in flight the rate gives way, so that a slow machine is not buried.</summary>
    private const int MostAtOnce = 500;

    /// <param name="perSecond">The rate.</param>
    /// <param name="sendAsync">Sends the request with this number. What it throws is dropped.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public static async Task KeepAsync(int perSecond, Func<int, Task> sendAsync, CancellationToken cancellationToken)
    {
        using var free = new SemaphoreSlim(MostAtOnce);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var watch = Stopwatch.StartNew();
        var sent = 0;
        try
        {
            while (await pace.WaitForNextTickAsync(cancellationToken))
            {
                while (sent < perSecond * watch.Elapsed.TotalSeconds && free.Wait(0, cancellationToken))
                {
                    _ = SendAsync(sent++);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }

        for (var i = 0; i < MostAtOnce; i++)
        {
            await free.WaitAsync(CancellationToken.None);
        }

        async Task SendAsync(int number)
        {
            await sendAsync(number).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            free.Release();
        }
    }
}
