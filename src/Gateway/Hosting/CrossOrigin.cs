using Gateway.Settings;
using Gateway.Upstream;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using PolyType;

namespace Gateway.Hosting;

/// <summary>The <c>Cors</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class CrossOriginOptions
{
    public const string Section = "Cors";

    /// <summary>
    /// Web sites whose pages may call the gateway: scheme, host and port, such as <c>https://dashboard.example.com</c>, without a path
    /// or wildcard. Default: none.
    /// </summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>
    /// Names of request headers that pages may send, in addition to those that the gateway reads and those that GraphQL clients and tracing
    /// in browsers send. Default: none.
    /// </summary>
    public string[] AllowedHeaders { get; set; } = [];

    public static void Check(CrossOriginOptions options, SettingErrors errors)
    {
        foreach (var header in options.AllowedHeaders.Where(header => !IsHeader(header)))
        {
            errors.Add($"`{header}` is no name of a header: one name is wanted, such as X-Tenant.", nameof(AllowedHeaders));
        }

        foreach (var origin in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            errors.Add(
                $"`{origin}` is no origin: scheme, host and port are wanted, such as https://dashboard.example.com.",
                nameof(AllowedOrigins));
        }
    }

    // `*` does not stand for Authorization (https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name).
    private static bool IsHeader(string header) => header is not "*" && HttpToken.IsToken(header);

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && !origin.Contains('*')
            && !origin.EndsWith('/')
            && uri.PathAndQuery == "/"
            && uri.Fragment.Length == 0;
}

/// <summary>Lets pages of the allowed origins call the gateway, without cookies, which the gateway does not use.</summary>
internal static class CrossOrigin
{
    private static readonly string[] Headers =
    [
        "Content-Type",
        "Content-Encoding",
        "Authorization",
        "X-Auth-Email",
        "X-Auth-Key",
        "GraphQL-Preflight",
        "GraphQL-Cost",
        "GraphQL-Quota",
        "Cache-Control",
        // Not read, but sent by clients in browsers: Apollo's, those that mark a request as no plain form, and tracing.
        "apollographql-client-name",
        "apollographql-client-version",
        "apollo-require-preflight",
        "x-apollo-operation-name",
        "x-requested-with",
        "traceparent",
        "tracestate",
        "baggage",
    ];

    public static void AddCrossOrigin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CrossOriginOptions>(CrossOriginOptions.Section, CrossOriginOptions.Check, configuration);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>, IEnumerable<CloudflareApi>>(
            (cors, options, apis) => cors.AddDefaultPolicy(policy => policy
                .WithOrigins(options.Value.AllowedOrigins)
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders([.. Headers
                    .Concat(apis.Select(api => api.CredentialHeader))
                    .Concat(options.Value.AllowedHeaders)
                    .Distinct(StringComparer.OrdinalIgnoreCase)])
                .WithExposedHeaders("Retry-After")
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
