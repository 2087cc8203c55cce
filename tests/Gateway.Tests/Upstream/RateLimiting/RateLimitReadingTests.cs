using System.Net;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Tests.Upstream.RateLimiting;

public sealed class RateLimitReadingTests
{
    // This machine's clock is a day ahead of the one that wrote the response.
    private static readonly DateTimeOffset Sent = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Sent.AddDays(1);

    [Fact]
    public void Reading_the_headers_of_an_answer_allocates_less_than_2_KiB()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Ratelimit", "\"default\";r=50;t=30");
        response.Headers.TryAddWithoutValidation("Ratelimit-Policy", "\"burst\";q=1200;w=300");
        long Bytes()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            RateLimitReading.Of(response, Sent, Now, new RateLimitOptions());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Bytes();
        Bytes().ShouldBeLessThan(2 * 1024);
    }

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", " 30 ", 30)]
    [InlineData("Retry-After", "0", 1)]
    [InlineData("Retry-After", "300", 300)]
    [InlineData("Retry-After", "301", 300)]
    [InlineData("Retry-After", "99999999999999999999", 300)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Retry-After", "Friday, 02-Jan-26 03:05:05 GMT", 60)]
    [InlineData("Retry-After", "Fri Jan  2 03:05:05 2026", 60)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:04:00 GMT", 1)]
    [InlineData("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT", 1)]
    [InlineData("Retry-After", "Fri, 01 Jan 2027 00:00:00 GMT", 300)]
    [InlineData("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", 300)]
    [InlineData("Retry-After", "", 60)]
    [InlineData("Retry-After", "-5", 60)]
    [InlineData("Retry-After", "+5", 60)]
    [InlineData("Retry-After", "1.5", 60)]
    [InlineData("Retry-After", "1e3", 60)]
    [InlineData("Retry-After", "soon", 60)]
    [InlineData("Retry-After", "٣٠", 60)]
    [InlineData("Retry-After", "30, 40", 60)]
    [InlineData("Retry-After", "Fri, 99 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Ratelimit", "\"default\";r=0;t=45", 45)]
    [InlineData("Ratelimit", "\"default\";t=45;r=0", 45)]
    [InlineData("Ratelimit", "\"default\";r=0;t=0", 1)]
    [InlineData("Ratelimit", "\"default\";r=0", 60)]
    [InlineData("Ratelimit", "\"default\";r=50;t=200, \"burst\";r=0;t=12", 12)]
    [InlineData("Ratelimit", "\"default\";r=0;t=200, \"burst\";r=0;t=12", 200)]
    [InlineData("Ratelimit", "\"a,b;r=1;t=2\";r=0;t=45", 45)]
    [InlineData("Ratelimit", "\"default\"; r=5; t=900", 300)]
    [InlineData("Ratelimit", "\"default\";r=-1;t=-30", 60)]
    [InlineData("Ratelimit", "nonsense;t=;t=x", 60)]
    [InlineData("Ratelimit", "\"never closed;r=0;t=45", 60)]
    [InlineData("Ratelimit", ",;,;;==", 60)]
    [InlineData("X-Other", "1", 60)]
    public void A_429_always_has_an_end(string header, string value, int seconds) =>
        Read(429, (header, value)).RetryAfterSeconds.ShouldBe(seconds);

    [Fact]
    public void Retry_After_goes_before_Ratelimit()
    {
        Read(429, ("Ratelimit", "\"default\";r=0;t=45"), ("Retry-After", "3")).RetryAfterSeconds.ShouldBe(3);
        Read(429, ("Ratelimit", "\"default\";r=0;t=45"), ("Retry-After", "soon")).RetryAfterSeconds.ShouldBe(45);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    public void A_date_to_ask_again_at_says_nothing_without_the_date_of_its_response(string? date)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation("Date", date);
        response.Headers.TryAddWithoutValidation("Retry-After", "Fri, 02 Jan 2026 03:05:05 GMT");
        RateLimitReading.Of(response, Sent, Sent, new RateLimitOptions { DefaultCoolDown = TimeSpan.FromSeconds(7) }).RetryAfterSeconds.ShouldBe(7);
    }

    [Fact]
    public void What_a_429_without_an_end_gets_is_a_setting() =>
        RateLimitReading.Of(new HttpResponseMessage(HttpStatusCode.TooManyRequests), Now, Now, new RateLimitOptions { DefaultCoolDown = TimeSpan.FromSeconds(7) })
            .RetryAfterSeconds.ShouldBe(7);

    [Theory]
    [InlineData("\"default\";r=1199;t=300", null, null, null)]
    [InlineData("\"default\";r=121;t=30", "\"default\";q=1200;w=300", null, null)]
    [InlineData("\"default\";r=120;t=30", "\"default\";q=1200;w=300", null, 30)]
    [InlineData("\"default\";r=120;t=30", null, null, 30)]
    [InlineData("\"default\";r=1;t=0", null, null, 1)]
    [InlineData("\"default\";r=1;t=3600", null, null, 300)]
    [InlineData("\"default\";r=1", null, null, 60)]
    // The policy of the same name, or the first.
    [InlineData("\"b\";r=11;t=30", "\"a\";q=1200;w=300, \"b\";q=100;w=60", null, null)]
    [InlineData("\"b\";r=10;t=30", "\"a\";q=1200;w=300, \"b\";q=100;w=60", null, 30)]
    [InlineData("\"default\";r=50;t=30", "\"burst\";q=100;w=60", null, null)]
    [InlineData("\"default\";r=50;t=30", "\"burst\";q=x", null, 30)]
    // Each limit for itself.
    [InlineData("\"a\";r=1000;t=300, \"b\";r=5;t=20", "\"a\";q=1200, \"b\";q=100", null, 20)]
    [InlineData("\"a\";r=100;t=300, \"b\";r=0;t=20", "\"a\";q=1200, \"b\";q=100", 20, 300)]
    [InlineData("\"default\";r=0;t=30", null, 30, null)]
    [InlineData("\"default\";r=0;t=99999999999999999999", null, 300, null)]
    [InlineData("\"default\";r=99999999999999999999;t=30", null, null, null)]
    [InlineData("\"default\";r=-1;t=30", null, null, null)]
    [InlineData("\"default\";t=30", null, null, null)]
    [InlineData("r=0;t=30", null, null, null)]
    [InlineData("nonsense", "nonsense", null, null)]
    [InlineData(null, null, null, null)]
    public void A_success_tells_what_is_left(string? limits, string? policy, int? coolDown, int? scarcity)
    {
        var reading = Read(200, ("Ratelimit", limits), ("Ratelimit-Policy", policy));
        (reading.CoolDown?.TotalSeconds, reading.Scarcity?.TotalSeconds).ShouldBe((coolDown, scarcity));
        reading.IsBlock.ShouldBeFalse();
    }

    [Fact]
    public void Retry_After_beside_a_success_or_an_outage_is_no_limit()
    {
        Read(200, ("Retry-After", "30")).CoolDown.ShouldBeNull();
        Read(503, ("Retry-After", "30")).CoolDown.ShouldBeNull();
    }

    [Fact]
    public void The_reserve_is_a_setting()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("Ratelimit", "\"default\";r=1;t=30");
        RateLimitReading.Of(response, Now, Now, new RateLimitOptions { Reserve = 0 }).Scarcity.ShouldBeNull();
        response.Headers.Remove("Ratelimit");
        response.Headers.TryAddWithoutValidation("Ratelimit", "\"default\";r=600;t=30");
        RateLimitReading.Of(response, Now, Now, new RateLimitOptions { Reserve = 0.5 }).Scarcity.ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_in_a_header_throws()
    {
        var random = new Random(20260102);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => "\"default;rtq=0123,- \t"[random.Next(21)])]);
            var reading = Read(429, ("Ratelimit", value), ("Ratelimit-Policy", value), ("Retry-After", value));
            reading.RetryAfterSeconds!.Value.ShouldBeInRange(1, 300, value);
        }
    }

    private static RateLimitReading Read(int status, params (string Name, string? Value)[] headers)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Date = Sent;
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitReading.Of(response, Now, Now, new RateLimitOptions());
    }
}
