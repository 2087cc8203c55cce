using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>The page for a build that had no npm to install the IDE.</summary>
internal static class MissingIdePage
{
    private const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>GraphQL</title>
        <style>
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 4rem auto; padding: 0 1rem }
          pre { background: #f2f2f2; padding: 1rem; overflow-x: auto }
        </style>
        <h1>This is a GraphQL endpoint</h1>
        <p>It answers, but its IDE, Banana Cake Pop, is not here: the build fetches it from npm and found no Node.js.
        Install Node.js 18 or later, build again, and reload this page.</p>
        <p>Any GraphQL client can be pointed at this address meanwhile; the schema is at <a href="./schema.graphql">schema.graphql</a>.</p>
        <pre>curl -H 'Content-Type: application/json' -d '{"query":"{ __typename }"}' <i>this address</i></pre>
        </html>

        """;

    public static Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        IdeHeaders.Set(response, "/");
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Html, context.RequestAborted);
    }
}
