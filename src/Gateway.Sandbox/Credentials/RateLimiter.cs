namespace Gateway.Sandbox.Credentials;

/// <summary>What a credential may still do, once this call is counted.</summary>
/// <param name="ResetSeconds">Until it may do everything again, rounded up.</param>
internal readonly record struct Allowance(bool Allowed, int Remaining, int ResetSeconds);

/// <summary>
/// Cloudflare's own limit: so many calls of one credential in a window that begins with its first, over all endpoints;
/// the first call too many blocks it for the length of a window. Safe for use from many threads.
/// </summary>
internal sealed class RateLimiter
{
    /// <summary>Of more credentials than these the oldest is forgotten, and starts anew.</summary>
    private const int MostCredentials = 10_000;

    private readonly TimeProvider time;
    private readonly bool off;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Window> windows = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = new();

    public RateLimiter(SandboxOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.RateLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimitWindow, TimeSpan.FromSeconds(1));
        time = options.Time;
        off = options.RateLimit == 0;
        Quota = off ? SandboxOptions.DefaultRateLimit : options.RateLimit;
        Length = options.RateLimitWindow;
    }

    public int Quota { get; }

    public TimeSpan Length { get; }

    /// <summary>What a caller has who is nobody yet, and everybody where the limit is off.</summary>
    public Allowance Untouched => new(true, Quota, Seconds(Length));

    public Allowance Take(string secret)
    {
        if (off)
            return Untouched;

        var now = time.GetUtcNow();
        lock (gate)
        {
            var window = WindowOf(secret, now);
            if (window.Used < Quota)
                return new(true, Quota - ++window.Used, Seconds(window.End - now));
            if (!window.Blocked)
            {
                window.Blocked = true;
                window.End = now + Length;
            }

            return new(false, 0, Seconds(window.End - now));
        }
    }

    private Window WindowOf(string secret, DateTimeOffset now)
    {
        if (windows.TryGetValue(secret, out var window) && now < window.End)
            return window;
        if (window is null)
            Remember(secret);
        return windows[secret] = new Window { End = now + Length };
    }

    private void Remember(string secret)
    {
        if (oldest.Count == MostCredentials)
            windows.Remove(oldest.Dequeue());
        oldest.Enqueue(secret);
    }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);

    private sealed class Window
    {
        public int Used { get; set; }

        public bool Blocked { get; set; }

        public DateTimeOffset End { get; set; }
    }
}
