using Gateway.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Gateway.Explore;

/// <summary>
/// Serves the page at <c>/</c>, on which people choose a field and see its chart. The page is a client of the GraphQL endpoint like any
/// other: it learns the fields from the schema. If the build had no npm to install the chart library, a page says so.
/// </summary>
internal static class ExploreEndpoint
{
    private const string Files = "/explore";
    private const string ConfigurationFile = "config.json";

    // The page is in files of this host only: no inline script or style, no other host.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="app">The application.</param>
    /// <param name="directory">The page's files. Default: those of the build.</param>
    public static void MapExplore(this WebApplication app, string? directory = null)
    {
        var settings = GraphQLOptions.Read(app.Configuration, app.Environment);
        if (settings.Explore is not true)
        {
            return;
        }

        directory ??= Path.Combine(AppContext.BaseDirectory, "explore");
        var files = CreateFileServer(app, directory);
        var isWhole = File.Exists(Path.Combine(directory, "uplot", "uPlot.iife.min.js"));
        var configuration = new ExploreConfiguration(
            settings.Ide is true, settings.SchemaRequests is true, ExploreConfiguration.Of(app.Services.GetService<SandboxInUse>()));
        app.MapMethods("/", GetOrHead, context => HandlePageAsync(context, isWhole ? files : null)).WithDisplayName("Explore");
        app.MapMethods(Files + "/{**file:minlength(1)}", GetOrHead, context => HandleFileAsync(context, files, configuration))
            .WithDisplayName("Explore's files");
    }

    private static Task HandlePageAsync(HttpContext context, RequestDelegate? files)
    {
        var request = context.Request;
        if (!request.Path.HasValue)
        {
            // The page's links are relative, so that it works below any prefix.
            context.Response.Redirect(request.PathBase.ToUriComponent() + "/");
            return Task.CompletedTask;
        }

        SetHeaders(context.Response);
        return files is not null ? ServeAsync(context, files, "/index.html") : MissingPage.WriteAsync(context);
    }

    private static Task HandleFileAsync(HttpContext context, RequestDelegate files, ExploreConfiguration configuration)
    {
        SetHeaders(context.Response);
        var file = (string?)context.Request.RouteValues["file"];
        return file == ConfigurationFile ? configuration.WriteAsync(context) : ServeAsync(context, files, "/" + file);
    }

    private static void SetHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-cache";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        response.SetContentTypeOptions();
    }

    private static async Task ServeAsync(HttpContext context, RequestDelegate files, PathString file)
    {
        var (path, endpoint) = (context.Request.Path, context.GetEndpoint());
        context.Request.Path = file;

        // The file server ignores requests with an endpoint.
        context.SetEndpoint(null);
        try
        {
            await files(context);
        }
        finally
        {
            context.Request.Path = path;
            context.SetEndpoint(endpoint);
        }
    }

    private static RequestDelegate CreateFileServer(IEndpointRouteBuilder endpoints, string directory)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        if (Directory.Exists(directory))
        {
            pipeline.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(directory),
                // The licence has no extension.
                ServeUnknownFileTypes = true,
                DefaultContentType = "text/plain; charset=utf-8",
            });
        }

        return pipeline.Build();
    }
}
