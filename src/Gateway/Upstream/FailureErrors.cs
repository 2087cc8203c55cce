using System.Text.Json;

namespace Gateway.Upstream;

/// <summary>The one place where a <see cref="Failure"/> becomes a GraphQL error.</summary>
internal static class FailureErrors
{
    /// <summary><c>extensions</c> hold <c>code</c> and, where they apply, <c>argument</c>, <c>cloudflare</c> or <c>ray</c>,
    /// <c>retryAfterSeconds</c> and <c>permission</c>.</summary>
    public static IError ToError(this Failure failure)
    {
        // UPSTREAM_TIMEOUT for UpstreamTimeout: the kinds are named as the codes are.
        var code = JsonNamingPolicy.SnakeCaseUpper.ConvertName(failure.Kind.ToString());
        var error = ErrorBuilder.New().SetMessage(failure.Message).SetCode(code);
        SetUnlessNull("argument", failure.Argument);
        if (failure is { Kind: FailureKind.UpstreamInvalidResponse, Cloudflare: { } unreadable })
        {
            // An answer that could not be read has nothing to show but where to ask about it.
            error.SetExtension("ray", unreadable.Ray);
        }
        else
        {
            SetUnlessNull("cloudflare", failure.Cloudflare is { } cloudflare ? Describe(cloudflare) : null);
        }

        SetUnlessNull("retryAfterSeconds", failure.RetryAfterSeconds);
        SetUnlessNull("permission", failure.Permission);
        return error.Build();

        void SetUnlessNull(string name, object? value)
        {
            if (value is not null)
            {
                error.SetExtension(name, value);
            }
        }
    }

    private static Dictionary<string, object?> Describe(CloudflareRefusal refusal) => new(StringComparer.Ordinal)
    {
        ["status"] = refusal.Status,
        ["ray"] = refusal.Ray,
        ["errors"] = refusal.Errors.Select(static object? (error) => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = error.Code,
            ["message"] = error.Message,
            ["documentationUrl"] = error.DocumentationUrl,
            ["pointer"] = error.Pointer,
        }).ToList(),
    };
}
