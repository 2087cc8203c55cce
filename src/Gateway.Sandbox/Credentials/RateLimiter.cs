namespace Gateway.Sandbox.Credentials;

/// <summary>What a credential may still do, once this call is counted.</summary>
/// <param name="ResetSeconds">Until it may do everything again, rounded up.</param>
internal readonly record struct Allowance(bool Allowed, int Remaining, int ResetSeconds)
{
    public string ToHeader() => $"\"default\";r={Remaining};t={ResetSeconds}";
}

/// <summary>
/// Cloudflare's own limit: so many calls of one credential in a window that begins with its first, over all endpoints.
/// The first call too many blocks it for the length of a window. Safe for use from many threads.
/// </summary>
internal sealed class RateLimiter
{
    /// <summary>Beyond so many credentials all of them start anew.</summary>
    private const int MostCredentials = 10_000;

    private readonly SandboxOptions _options;
    private readonly int _quota;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Calls, DateTimeOffset End)> _windows = new(StringComparer.Ordinal);

    public RateLimiter(SandboxOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.RateLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimitWindow, TimeSpan.FromSeconds(1));
        _options = options;
        _quota = options.RateLimit == 0 ? SandboxOptions.DefaultRateLimit : options.RateLimit;
    }

    public string Policy => $"\"default\";q={_quota};w={(int)_options.RateLimitWindow.TotalSeconds}";

    /// <summary>What a caller without a credential has, and everybody where the limit is off.</summary>
    public Allowance Untouched => new(true, _quota, Seconds(_options.RateLimitWindow));

    public Allowance Take(string secret)
    {
        if (_options.RateLimit == 0)
            return Untouched;

        var now = _options.Time.GetUtcNow();
        lock (_gate)
        {
            if (_windows.Count == MostCredentials)
                _windows.Clear();
            var (calls, end) = _windows.GetValueOrDefault(secret);
            if (now >= end)
                (calls, end) = (0, now + _options.RateLimitWindow);
            // Later calls of a blocked credential change nothing.
            if (calls == _quota)
                end = now + _options.RateLimitWindow;
            calls = Math.Min(calls + 1, _quota + 1);
            _windows[secret] = (calls, end);
            return new(calls <= _quota, Math.Max(0, _quota - calls), Seconds(end - now));
        }
    }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
