using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>
/// The IDE's own page, with a script before its own that adds the documents. Only the response has it: the package's file stays as it is.
/// </summary>
internal sealed class IdePage(GraphQLToolOptions options)
{
    private const string Head = "<head>";
    private const string Script = $"""<script src="{IdeDocuments.File}"></script>""";

    // The IDE leaves out its banner, which advertises its successor, for those who closed it. It remembers them by this cookie.
    private const string ClosedBanner = "chillicream_bcp_legacy_info_shown";

    private readonly Lazy<string> _html = new(() => Insert(File.ReadAllText(Path.Combine(options.Directory, "index.html"))));

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        IdeHeaders.Set(response, "/");
        response.ContentType = "text/html; charset=utf-8";
        if (!context.Request.Cookies.ContainsKey(ClosedBanner))
        {
            var path = context.Request.PathBase.Add(context.Request.Path).ToUriComponent();
            response.Headers.SetCookie = $"{ClosedBanner}=true; Path={path}; Max-Age=31536000; SameSite=Lax";
        }

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.WriteAsync(_html.Value, context.RequestAborted);
    }

    private static string Insert(string html) => html.Replace(Head, Head + Script, StringComparison.Ordinal);
}
