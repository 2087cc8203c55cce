namespace Gateway.Hosting;

/// <summary>
/// Truncates what HotChocolate's errors repeat of a request, names and values of any length, and adds codes that they lack.
/// </summary>
internal static class ErrorTexts
{
    /// <summary>What the message of a request that is too large begins with. It has no code.</summary>
    public const string TooLarge = "Request size";

    private const int MaxMessage = 500;
    private const int MaxValue = 100;

    public static IError Shorten(IError error)
    {
        // Messages of the gateway's own are short.
        if (error.Code is { } code && !code.StartsWith("HC", StringComparison.Ordinal))
        {
            return error;
        }

        if (error.Code is null)
        {
            error = error.Message.StartsWith(TooLarge, StringComparison.Ordinal) ? error.WithCode("HC0010")
                : error.Extensions?.ContainsKey("specifiedBy") is true ? error.WithCode("GRAPHQL_VALIDATION_FAILED")
                : error;
        }

        var shorter = error.Message.Length > MaxMessage ? error.WithMessage(Cut(error.Message, MaxMessage)) : error;
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (value is string or ISyntaxNode && value.ToString() is { Length: > MaxValue } text)
            {
                shorter = shorter.SetExtension(name, Cut(text, MaxValue));
            }
        }

        return shorter;
    }

    private static string Cut(string text, int length) => $"{text.AsSpan(0, length)}…";
}
