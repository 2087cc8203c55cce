using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>Serves Banana Cake Pop below the endpoint. If the build had no npm to install it, a page says so.</summary>
internal sealed class IdeEndpoint(GraphQLToolOptions options, Func<IApplicationBuilder> createPipeline)
{
    private const string ConfigurationFile = "bcp-config.json";

    // The IDE reloads itself once its service worker has cached it, and what was written is lost. It does without one where there is none.
    private const string ServiceWorkerFile = "service-worker.js";

    private readonly Lazy<RequestDelegate?> _files = new(() => CreateFileServer(options.Directory, createPipeline()));
    private readonly IdePage _page = new(options);

    public bool Enabled => options.Enable;

    /// <summary>Serves the IDE's page. The path must end in a slash, because the IDE's links are relative.</summary>
    public Task HandlePageAsync(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.Append("Vary", "Accept");
        if (!request.Path.Value!.EndsWith('/'))
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect(request.PathBase.Add(request.Path).ToUriComponent() + "/");
            return Task.CompletedTask;
        }

        return _files.Value is null ? MissingIdePage.WriteAsync(context) : _page.WriteAsync(context);
    }

    /// <summary>Serves the files of the IDE.</summary>
    public Task HandleFileAsync(HttpContext context)
    {
        var file = (string?)context.Request.RouteValues["file"];
        if (!Enabled || _files.Value is not { } files)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        switch (file)
        {
            case ConfigurationFile:
                return IdeConfiguration.WriteAsync(context, options);
            case IdeDocuments.File:
                return IdeDocuments.WriteAsync(context, options);
            case ServiceWorkerFile:
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                return ServeAsync(context, files, "/" + file);
        }
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

    private static RequestDelegate? CreateFileServer(string directory, IApplicationBuilder pipeline) =>
        !File.Exists(Path.Combine(directory, "index.html")) ? null : pipeline.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(directory),
            // The license file has no extension.
            ServeUnknownFileTypes = true,
            DefaultContentType = "text/plain; charset=utf-8",
            OnPrepareResponse = static file => IdeHeaders.Set(file.Context.Response, file.Context.Request.Path),
        }).Build();
}
