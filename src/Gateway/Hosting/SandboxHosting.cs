namespace Gateway.Hosting;

/// <summary>
/// Runs the sandbox inside this process and points the client at it, when <c>Cloudflare:BaseUrl</c> is <c>sandbox</c>:
/// in Development that is the default. A build with <c>-p:Sandbox=false</c>, such as the image's, has none.
/// </summary>
internal static partial class SandboxHosting
{
    private const string BaseUrlKey = "Cloudflare:BaseUrl";
    private const string Keyword = "sandbox";

    /// <param name="builder">Its configuration gets the sandbox's address in place of the word.</param>
    /// <param name="args">A command that only works on the schema needs no sandbox.</param>
    /// <returns>What ends the sandbox; null where none was asked for.</returns>
    /// <exception cref="InvalidOperationException">It was asked for in Production, or by a build without it.</exception>
    public static async Task<IAsyncDisposable?> StartSandboxAsync(this WebApplicationBuilder builder, string[] args)
    {
        var configured = builder.Configuration[BaseUrlKey];
        var isNamed = Keyword.Equals(configured, StringComparison.OrdinalIgnoreCase);
        if (args.IsGraphQLCommand() || !(isNamed || (string.IsNullOrEmpty(configured) && builder.Environment.IsDevelopment())))
        {
            return null;
        }

        if (builder.Environment.IsProduction())
        {
            throw new InvalidOperationException($"{BaseUrlKey} is `{Keyword}`, whose data is made up: that is refused in Production.");
        }

        Task<IAsyncDisposable>? starting = null;
        Start(builder, ref starting);
        return starting is not null ? await starting
            : isNamed ? throw new InvalidOperationException($"{BaseUrlKey} is `{Keyword}`, which this build leaves out: leave the setting out, too.")
            : null;
    }

    /// <summary>Without the file that has the body there is no sandbox.</summary>
    static partial void Start(WebApplicationBuilder builder, ref Task<IAsyncDisposable>? starting);
}

/// <summary>Tells whoever asks the container for it that the data is made up.</summary>
/// <param name="BaseUrl">Where the sandbox answers.</param>
/// <param name="Authorization">A header that it takes; it opens nothing else.</param>
internal sealed record SandboxInUse(string BaseUrl, string Authorization);
