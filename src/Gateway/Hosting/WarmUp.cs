namespace Gateway.Hosting;

/// <summary>
/// Answers some queries before the gateway serves, since what runs for the first time is loaded and compiled then. They run in this
/// process, with services of their own and made-up answers of Cloudflare. Nothing of them reaches Cloudflare, the cache, Redis or metrics.
/// </summary>
internal static partial class WarmUp
{
    /// <param name="app">The application, with its endpoints.</param>
    /// <param name="services">The services of which it was built.</param>
    public static Task WarmUpAsync(this WebApplication app, IServiceCollection services)
    {
        Task? warming = null;
        Start(app, services, ref warming);
        return warming ?? Task.CompletedTask;
    }

    /// <summary>HotChocolate has a warm-up of its own, so its build leaves this out.</summary>
    static partial void Start(WebApplication app, IServiceCollection services, ref Task? warming);
}
