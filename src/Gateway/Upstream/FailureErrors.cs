namespace Gateway.Upstream;

/// <summary>The one place where a <see cref="Failure"/> becomes a GraphQL error.</summary>
internal static class FailureErrors
{
    /// <summary><c>extensions</c> hold <c>code</c> and, where they apply, <c>argument</c>, <c>cloudflare</c> or <c>ray</c>,
    /// <c>retryAfterSeconds</c> and <c>permission</c>.</summary>
    public static IError ToError(this Failure failure)
    {
        var error = ErrorBuilder.New().SetMessage(failure.Message).SetCode(Code(failure.Kind));
        if (failure.Argument is { } argument)
        {
            error.SetExtension("argument", argument);
        }

        if (failure is { Kind: FailureKind.UpstreamInvalidResponse, Cloudflare: { } unreadable })
        {
            // An answer that could not be read has nothing to show but where to ask about it.
            error.SetExtension("ray", unreadable.Ray);
        }
        else if (failure.Cloudflare is { } cloudflare)
        {
            error.SetExtension("cloudflare", Describe(cloudflare));
        }

        if (failure.RetryAfterSeconds is { } seconds)
        {
            error.SetExtension("retryAfterSeconds", seconds);
        }

        if (failure.Permission is { } permission)
        {
            error.SetExtension("permission", permission);
        }

        return error.Build();
    }

    private static string Code(FailureKind kind) => kind switch
    {
        FailureKind.BadUserInput => "BAD_USER_INPUT",
        FailureKind.Unauthenticated => "UNAUTHENTICATED",
        FailureKind.UpstreamTimeout => "UPSTREAM_TIMEOUT",
        FailureKind.UpstreamUnavailable => "UPSTREAM_UNAVAILABLE",
        FailureKind.Overloaded => "OVERLOADED",
        FailureKind.RateLimited => "RATE_LIMITED",
        FailureKind.Forbidden => "FORBIDDEN",
        FailureKind.NotFound => "NOT_FOUND",
        FailureKind.UpstreamRejected => "UPSTREAM_REJECTED",
        FailureKind.UpstreamInvalidResponse => "UPSTREAM_INVALID_RESPONSE",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Dictionary<string, object?> Describe(CloudflareRefusal refusal)
    {
        var errors = new List<object?>(refusal.Errors.Length);
        foreach (var error in refusal.Errors)
        {
            errors.Add(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = error.Code,
                ["message"] = error.Message,
                ["documentationUrl"] = error.DocumentationUrl,
                ["pointer"] = error.Pointer,
            });
        }

        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["status"] = refusal.Status,
            ["ray"] = refusal.Ray,
            ["errors"] = errors,
        };
    }
}
