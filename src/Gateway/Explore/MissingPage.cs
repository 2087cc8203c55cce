namespace Gateway.Explore;

/// <summary>The page for a build that had no npm to install the chart library.</summary>
internal static class MissingPage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Cloudflare gateway</title>
        <link rel="stylesheet" href="explore/missing.css">
        <main>
        <h1>The gateway runs, but this build has no page</h1>
        <p>The page at this address draws charts with a library that the build fetches from npm, and the build found no Node.js, or could
        not reach the registry.</p>
        <ol>
        <li>Install Node.js 18 or later.</li>
        <li>Build again: <code>dotnet run --project src/Gateway</code></li>
        <li>Reload this page.</li>
        </ol>
        <p>The GraphQL endpoint, <a href="graphql">graphql</a> below this address, works without it:</p>
        <pre><code>curl -H 'Content-Type: application/json' -d '{"query":"{ __typename }"}' http://localhost:8080/graphql</code></pre>
        </main>
        </html>

        """;

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
