using System.Text.RegularExpressions;

namespace Gateway.Upstream;

/// <summary>Why Cloudflare refuses the times of a request.</summary>
internal enum TimeRefusal
{
    IntervalTooFine,
    WindowTooLong,
}

/// <summary>
/// Recognizes refusals of an interval that is too fine for its window, and of a window that is too long. Cloudflare publishes neither the
/// limits nor the messages. So the message has to give the reason, and it or the pointer has to name the interval or the window. Any other
/// message is unclear: no advice is better than the wrong one.
/// </summary>
internal static partial class TimeRefusals
{
    private const int MaxLength = 500;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 1000;

    /// <summary>The reason of a failure; null for a failure for any other or any further reason.</summary>
    public static TimeRefusal? Find(Failure failure)
    {
        if (failure is not { Kind: FailureKind.UpstreamRejected, Cloudflare: { Status: 400, Errors: { IsEmpty: false } errors } })
        {
            return null;
        }

        var first = Find(errors[0]);
        return errors.All(error => Find(error) == first) ? first : null;
    }

    private static TimeRefusal? Find(CloudflareMessage error)
    {
        if (error.Message.Length > MaxLength)
        {
            return null;
        }

        // What is quoted may be the caller's own text.
        var message = Quoted().Replace(error.Message, "");
        var subject = error.Pointer is { } pointer ? pointer[(pointer.LastIndexOfAny(['/', '.', '[']) + 1)..] : message;
        return OtherSubject().IsMatch(message) ? null
            : Interval().IsMatch(subject) && TooFine().IsMatch(message) ? TimeRefusal.IntervalTooFine
            : Window().IsMatch(subject) && TooLong().IsMatch(message) ? TimeRefusal.WindowTooLong
            : null;
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|`[^`]*`""", Options, TimeoutMilliseconds)]
    private static partial Regex Quoted();

    // Inputs other than times, and data that Cloudflare no longer has: a shorter window would not help.
    [GeneratedRegex(@"\b(filters?|metrics?|dimensions?|sort)\b|\b(too (early|old)|older|ago|retention)\b", Options, TimeoutMilliseconds)]
    private static partial Regex OtherSubject();

    [GeneratedRegex(@"\b(time[ _-]?delta|agg(regation)?[ _-]?interval)\b", Options, TimeoutMilliseconds)]
    private static partial Regex Interval();

    [GeneratedRegex(@"\btoo (fine|small|short|granular)\b|\btoo many ((data ?)?points|intervals|buckets)\b", Options, TimeoutMilliseconds)]
    private static partial Regex TooFine();

    // "since" and "until" are also words of sentences.
    [GeneratedRegex(
        @"^(since|until)\b|\b(date[ _-]?(range|start|end)|time[ _-]?(range|window|period|span))\b", Options, TimeoutMilliseconds)]
    private static partial Regex Window();

    [GeneratedRegex(
        @"\btoo (long|large|wide|big)\b|\b(longer|larger|wider) than\b|\b(can ?not|can't|must not|may not) exceed\b|\bexceeds (the )?max",
        Options,
        TimeoutMilliseconds)]
    private static partial Regex TooLong();
}
