using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Gateway.Caching;
using Gateway.Upstream;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Hosting;

internal static partial class WarmUp
{
    static partial void Start(WebApplication app, IServiceCollection services, ref Task? warming) => warming = RunAsync(app, services);

    private static async Task RunAsync(WebApplication app, IServiceCollection services)
    {
        // What is wrong with the schema or with trusted documents fails the start.
        var executor = (RequestExecutor)app.Services.GetRequiredService<IRequestExecutor>();
        try
        {
            await RehearseAsync(executor.Schema, app, services);
        }
        catch (Exception exception)
        {
            // The gateway serves without it as well.
            HostingLog.RehearsalFailed(app.Logger, exception.Message);
        }

        if (app.Environment.IsProduction())
        {
            // What the start leaves behind is nine tenths of the heap, and stays until the first large collection. This one takes a few
            // milliseconds and gives the memory back.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Runs the rehearsals of all features: each twice, as a miss and as a hit.</summary>
    private static async Task RehearseAsync(Schema schema, WebApplication app, IServiceCollection services)
    {
        await using var cloudflare = new RehearsalServer();
        await using var provider = Copy(schema, services, app.Configuration, cloudflare.BaseUrl).BuildServiceProvider();
        var routes = new Routes(provider);
        routes.MapGraphQL();
        var (endpoint, own) = (EndpointOf(routes), EndpointOf(app));
        var rehearsals = provider.GetServices<Rehearsal>().ToArray();
        foreach (var rehearsal in rehearsals)
        {
            cloudflare.Answer = rehearsal.Answer;
            for (var time = 0; time < 2; time++)
            {
                var answer = await AskAsync(endpoint, rehearsal.Query, provider, "the-credential-of-a-rehearsal");
                if (!answer.StartsWith("""{"data":{""", StringComparison.Ordinal))
                {
                    // A mistake in the rehearsal.
                    HostingLog.RehearsalFailed(app.Logger, answer);
                }
            }

            // Without a credential nothing is called; what resolvers need is created. The application's own endpoint has limits, and may
            // have trusted documents alone.
            await AskAsync(endpoint, rehearsal.Query, app.Services, credential: null);
            await AskAsync(own, rehearsal.Query, app.Services, credential: null);
        }

        HostingLog.Rehearsed(app.Logger, rehearsals.Length);
    }

    private static RequestDelegate EndpointOf(IEndpointRouteBuilder routes) => routes.DataSources
        .SelectMany(static source => source.Endpoints).First(static endpoint => endpoint.DisplayName == "GraphQL").RequestDelegate!;

    private static async Task<string> AskAsync(RequestDelegate endpoint, string query, IServiceProvider services, string? credential)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        var body = Encoding.UTF8.GetBytes($"{{\"query\":\"{JsonEncodedText.Encode(query)}\"}}");
        (context.Request.Method, context.Request.ContentType) = (HttpMethods.Post, MediaTypeNames.Application.Json);
        (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body), body.Length);
        context.Request.Headers.Authorization = credential is null ? default : $"Bearer {credential}";
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        using var response = new MemoryStream();
        context.Response.Body = response;
        await endpoint(context);
        await context.Response.CompleteAsync();
        return Encoding.UTF8.GetString(response.ToArray());
    }

    /// <summary>
    /// The application's services, but for what reaches others or lasts: Cloudflare, Redis, logs, and what limits the documents of clients;
    /// and the clock, which tests may stop.
    /// </summary>
    private static ServiceCollection Copy(Schema schema, IServiceCollection services, IConfiguration configuration, string baseUrl)
    {
        var copy = new ServiceCollection();
        foreach (var service in services)
        {
            ((IServiceCollection)copy).Add(service);
        }

        // An instance is not disposed with the copy.
        copy.Replace(ServiceDescriptor.Singleton(configuration));
        copy.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(NullLoggerFactory.Instance));
        copy.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
        copy.Replace(ServiceDescriptor.Singleton<IRequestExecutor>(new RequestExecutor(schema, new ExecutorOptions())));
        copy.RemoveAll<IDistributedTier>();
        copy.PostConfigure<CloudflareOptions>(options => (options.BaseUrl, options.Proxy) = (baseUrl, null));
        return copy;
    }

    /// <summary>Endpoints that no server has.</summary>
    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
