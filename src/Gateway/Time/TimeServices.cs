using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Time;

internal static class TimeServices
{
    /// <summary>Adds the <see cref="TimeProvider"/> of all durations, and the <see cref="WallClock"/>.</summary>
    public static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(static _ => new MonotonicTimeProvider(TimeProvider.System));
        services.TryAddSingleton(static _ => new WallClock(TimeProvider.System));
        return services;
    }
}
