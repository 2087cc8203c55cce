using System.Text.Json;

namespace Gateway.Upstream;

/// <summary>Turns a <see cref="Failure"/> into a GraphQL error, in this one place.</summary>
internal static class FailureErrors
{
    /// <summary>
    /// <c>extensions</c> holds <c>code</c> and, if they apply, <c>argument</c>, <c>suggestion</c>, <c>series</c>, <c>cloudflare</c> or
    /// <c>ray</c>, <c>retryAfterSeconds</c> and <c>permission</c>.
    /// </summary>
    public static IError ToError(this Failure failure)
    {
        // UpstreamTimeout becomes UPSTREAM_TIMEOUT.
        var code = JsonNamingPolicy.SnakeCaseUpper.ConvertName(failure.Kind.ToString());
        var message = failure.Suggestion is { } suggestion
            ? $"{failure.Message.TrimEnd('.')}. Try `{suggestion}` for `{failure.Argument}`."
            : failure.Message;
        var error = ErrorBuilder.New().SetMessage(message).SetCode(code);
        SetUnlessNull("argument", failure.Argument);
        SetUnlessNull("series", failure.Series);
        SetUnlessNull("suggestion", failure.Suggestion);
        if (failure is { Kind: FailureKind.UpstreamInvalidResponse, Cloudflare: { } unreadable })
        {
            // An unreadable response has no errors. The ray lets the caller ask Cloudflare's support about it.
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
