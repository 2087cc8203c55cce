using System.Diagnostics;

namespace Gateway.Tests.Caching.Redis;

/// <summary>Waits for the effect of another process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Task<TimeSpan> IsAsync(Func<bool> condition) => IsAsync(() => Task.FromResult(condition()));

    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> IsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(Patience);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return watch.Elapsed;
    }
}
