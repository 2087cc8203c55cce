using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Upstream;

/// <summary>Every row of the error table, and other behaviour of an upstream, over real HTTP.</summary>
public class CloudflareClientTests
{
    private const string Success = """{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_carries_the_credential_and_names_the_gateway_and_nothing_else()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, Success);
        var client = TestClient.Create(upstream.BaseUrl + "/");

        var answer = await client.GetAsync(
            SpectrumApi.Bytime,
            "zones/z/events?sort=%2Bcount&filters=a%3D%3Db%3Bc!%3Dd",
            TestClient.Caller,
            CallPurpose.Request,
            TimeSpan.Zero,
            new AnswerReader(),
            Cancellation);

        answer.Value.ShouldNotBeNull();
        var call = upstream.Calls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/client/v4/zones/z/events?sort=%2Bcount&filters=a%3D%3Db%3Bc!%3Dd");
        call.Headers.Keys.ShouldBe(["Host", "Accept", "User-Agent", "Authorization", "Accept-Encoding"], ignoreOrder: true);
        call.Headers["Authorization"].ShouldBe("Bearer a-token");
        call.Headers["User-Agent"].ShouldStartWith("cloudflare-graphql-gateway/");
        call.Headers["Accept"].ShouldBe("application/json");
    }

    [Fact]
    public async Task A_call_of_one_caller_leaves_nothing_behind_for_the_next()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, Success, headers: ("Set-Cookie", "session=1; Path=/"));
        var client = TestClient.Create(upstream.BaseUrl);
        using var activity = new System.Diagnostics.Activity("caller").Start();

        await client.AskAsync(Cancellation);
        await client.GetAsync(
            RadarApi.CtTimeseries,
            "x",
            TestClient.Identify(Credential.Key("user@example.com", "key")),
            CallPurpose.Request,
            TimeSpan.Zero,
            new AnswerReader(),
            Cancellation);

        var second = upstream.Calls.Last().Headers;
        second.Keys.ShouldBe(["Host", "Accept", "User-Agent", "X-Auth-Email", "X-Auth-Key", "Accept-Encoding"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Success)]
    [InlineData("""{"result":{"text":"hello","new":[1]},"messages":null,"result_info":{"page":1},"success":true}""")]
    [InlineData("""{"success":true,"result":{"text":"hello"}}""")]
    [InlineData("""{"result":{"text":"hello"}}""")]
    [InlineData(" {\n \"errors\" : [ ] , \"result\" : { \"text\" : \"hello\" } , \"success\" : true } \n")]
    public async Task A_success_is_read_whatever_the_order_of_its_parts_and_what_is_missing(string body)
    {
        await using var upstream = await UpstreamStub.StartAsync(200, body, headers: ("Cf-Ray", "ray-1"));
        var client = TestClient.Create(upstream.BaseUrl);

        var reply = (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull();

        reply.Result.Text.ShouldBe("hello");
        reply.Messages.ShouldBeEmpty();
        reply.ReceivedAt.ShouldBe(TestClient.Now);
    }

    [Theory]
    [InlineData("8f1b2c3d4e5f6071-FRA", "8f1b2c3d4e5f6071-FRA")]
    [InlineData("!#$%&'*+-.^_`|~09azAZ", "!#$%&'*+-.^_`|~09azAZ")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "a234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345", null)]
    [InlineData("two words", null)]
    [InlineData("<script>", null)]
    [InlineData("a, b", null)]
    [InlineData("a\tb", null)]
    [InlineData("\"a\"", null)]
    [InlineData("", null)]
    public async Task A_ray_is_a_token_of_64_characters_at_most_or_none(string header, string? expected)
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}", headers: ("Cf-Ray", header));
        await using var services = TestClient.Services(upstream.BaseUrl);

        var failure = (await services.GetRequiredService<CloudflareClient>().AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Cloudflare.ShouldNotBeNull().Ray.ShouldBe(expected);
        var end = $"status 503{(expected is null ? "" : ", ray " + expected)} (UpstreamUnavailable)";
        services.GetFakeLogCollector().GetSnapshot().ShouldContain(record =>
            record.Id.Id == 1001 && record.Message.EndsWith(end, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_success_says_beside_its_result_is_passed_on()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, """
            {"success":true,"result":{"text":"hello"},"messages":["plain",{"code":10000,"message":"said","type":null,
             "documentation_url":"https://example.com/doc","source":{"pointer":"/a"}}]}
            """);
        var client = TestClient.Create(upstream.BaseUrl);

        var reply = (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull();

        reply.Messages.ShouldBe([new(null, "plain", null, null), new(10000, "said", "https://example.com/doc", "/a")]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await using var compressed = encoding switch
            {
                "gzip" => (Stream)new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
                _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            };
            await compressed.WriteAsync(Encoding.UTF8.GetBytes(Success), context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl);

        (await client.AskAsync(Cancellation)).Value.ShouldNotBeNull().Result.Text.ShouldBe("hello");
    }

    private const string NoEnvelope = "<html><body>502 Bad Gateway</body></html>";

    [Theory]
    // No connection, 5xx
    [InlineData(500, """{"success":false,"errors":[{"code":2000,"message":"m"}]}""", "UPSTREAM_UNAVAILABLE")]
    [InlineData(502, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    [InlineData(503, "", "UPSTREAM_UNAVAILABLE")]
    [InlineData(530, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    // A refusal that is not the API's
    [InlineData(401, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    [InlineData(403, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    [InlineData(404, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    [InlineData(400, "{}", "UPSTREAM_UNAVAILABLE")]
    [InlineData(400, NoEnvelope, "UPSTREAM_UNAVAILABLE")]
    // 408
    [InlineData(408, """{"success":false,"errors":[{"message":"m"}]}""", "UPSTREAM_TIMEOUT")]
    [InlineData(408, NoEnvelope, "UPSTREAM_TIMEOUT")]
    [InlineData(500, """{"errors":[{"code":9109,"message":"m"}]}""", "UPSTREAM_UNAVAILABLE")]
    // 429
    [InlineData(429, """{"success":false,"errors":[{"code":971,"message":"m"}],"messages":[],"result":null}""", "RATE_LIMITED")]
    [InlineData(429, NoEnvelope, "RATE_LIMITED")]
    [InlineData(429, """{"errors":[{"code":9109,"message":"m"}]}""", "RATE_LIMITED")]
    [InlineData(400, """{"success":false,"errors":[{"code":10500,"message":"m"}]}""", "RATE_LIMITED")]
    // 401, or any 4xx with a credential's code
    [InlineData(401, """{"success":false,"errors":[{"code":10000,"message":"m"}]}""", "UNAUTHENTICATED")]
    [InlineData(401, """{"errors":[{"code":9109,"message":"m"}]}""", "UNAUTHENTICATED")]
    [InlineData(400, """{"success":false,"errors":[{"code":9106,"message":"m"}],"messages":[],"result":null}""", "UNAUTHENTICATED")]
    [InlineData(400, """{"success":false,"errors":[{"code":6003,"message":"m","error_chain":[{"code":6111,"message":"c"}]}]}""", "UNAUTHENTICATED")]
    [InlineData(400, """{"success":false,"errors":[{"code":1,"message":"m","error_chain":[{"code":6111,"message":"c"}]}]}""", "UNAUTHENTICATED")]
    [InlineData(403, """{"success":false,"errors":[{"code":1000,"message":"m"}]}""", "UNAUTHENTICATED")]
    [InlineData(404, """{"success":false,"errors":[{"code":9106,"message":"m"}]}""", "UNAUTHENTICATED")]
    // 403, or any 4xx with 9109
    [InlineData(403, """{"success":false,"errors":[{"code":10000,"message":"m"}]}""", "FORBIDDEN")]
    [InlineData(400, """{"success":false,"errors":[{"code":9109,"message":"m"}]}""", "FORBIDDEN")]
    [InlineData(404, """{"success":false,"errors":[{"code":9109,"message":"m"}]}""", "FORBIDDEN")]
    // 404, or 7003
    [InlineData(404, """{"error":"m"}""", "NOT_FOUND")]
    [InlineData(400, """{"success":false,"errors":[{"code":7003,"message":"m"},{"code":7000,"message":"n"}]}""", "NOT_FOUND")]
    // Any other 4xx
    [InlineData(400, """{"success":false,"errors":[{"message":"m"}],"result":{}}""", "UPSTREAM_REJECTED")]
    [InlineData(400, """{"success":false,"errors":[{"code":2001,"message":"m"}]}""", "UPSTREAM_REJECTED")]
    [InlineData(422, """{"success":false,"errors":[{"code":2002,"message":"m"}]}""", "UPSTREAM_REJECTED")]
    // 200 with success: false, by its code if that is known
    [InlineData(200, """{"success":false,"errors":[{"message":"m"}],"result":{}}""", "UPSTREAM_REJECTED")]
    [InlineData(200, """{"success":false}""", "UPSTREAM_REJECTED")]
    [InlineData(200, """{"error":"m"}""", "UPSTREAM_REJECTED")]
    [InlineData(200, """{"success":false,"result":{"text":"hello"}}""", "UPSTREAM_REJECTED")]
    [InlineData(200, """{"success":false,"errors":[{"code":9106,"message":"m"}]}""", "UNAUTHENTICATED")]
    [InlineData(200, """{"success":false,"errors":[{"code":9109,"message":"m"}]}""", "FORBIDDEN")]
    [InlineData(200, """{"success":false,"errors":[{"code":7003,"message":"m"}]}""", "NOT_FOUND")]
    // 204, 3xx, HTML, not the JSON that was promised
    [InlineData(204, "", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(202, Success, "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(302, Success, "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(304, "", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, NoEnvelope, "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, "", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, "null", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, "{}", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, "[]", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":{"text":"hel""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, Success + "{}", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":"true","result":{"text":"hello"}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":null}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":"text"}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":{"text":1}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":{"text":"\ud800"}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":{"text":"a"},"result":{"text":"b"}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"success":true,"result":{"text":"a"}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"result":{"text":"a","text":"b"}}""", "UPSTREAM_INVALID_RESPONSE")]
    [InlineData(200, """{"success":true,"messages":["\ud800"],"result":{"text":"a"}}""", "UPSTREAM_INVALID_RESPONSE")]
    public async Task Each_answer_that_is_no_success_becomes_the_error_of_its_row(int status, string body, string code)
    {
        await using var upstream = await UpstreamStub.StartAsync(
            status, body, body == NoEnvelope ? "text/html" : "application/json", ("Cf-Ray", "ray-1"), ("Retry-After", "7"), ("Location", "/client/v4/other"));
        var client = TestClient.Create(upstream.BaseUrl);

        var error = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().ToError();

        error.Code.ShouldBe(code);
        upstream.Calls.ShouldHaveSingleItem();
        var extensions = error.Extensions.ShouldNotBeNull();
        string[] expected = code switch
        {
            "UPSTREAM_INVALID_RESPONSE" => ["ray"],
            "RATE_LIMITED" or "UPSTREAM_UNAVAILABLE" or "UPSTREAM_TIMEOUT" => ["cloudflare", "retryAfterSeconds"],
            "FORBIDDEN" => ["cloudflare", "permission"],
            _ => ["cloudflare"],
        };
        extensions.Keys.ShouldBe([.. expected, "code"], ignoreOrder: true);
        var about = extensions.TryGetValue("cloudflare", out var cloudflare) ? (IReadOnlyDictionary<string, object?>)cloudflare! : extensions;
        about["ray"].ShouldBe("ray-1");
        if (cloudflare is not null)
        {
            about["status"].ShouldBe(status);
        }
    }

    [Fact]
    public async Task A_refusal_tells_all_that_Cloudflare_said()
    {
        await using var upstream = await UpstreamStub.StartAsync(403, """
            {"success":false,"result":null,"errors":[{"code":9109,"message":"Unauthorized to access requested resource",
              "documentation_url":"https://example.com/doc","source":{"pointer":"/zone"},"error_chain":[{"code":9207,"message":"why"}]}]}
            """);
        var client = TestClient.Create(upstream.BaseUrl);

        var error = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().ToError();

        error.Message.ShouldContain("Unauthorized to access requested resource");
        error.Extensions!["permission"].ShouldBe(RadarApi.CtTimeseries.Permission);
        var errors = (IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)error.Extensions["cloudflare"]!)["errors"]!;
        errors.Count.ShouldBe(2);
        ((IReadOnlyDictionary<string, object?>)errors[0]!).ShouldBe(
            new Dictionary<string, object?>
            {
                ["code"] = 9109,
                ["message"] = "Unauthorized to access requested resource",
                ["documentationUrl"] = "https://example.com/doc",
                ["pointer"] = "/zone",
            },
            ignoreOrder: true);
        ((IReadOnlyDictionary<string, object?>)errors[1]!)["code"].ShouldBe(9207);
    }

    [Theory]
    [InlineData("[1,\"text\",null,{\"code\":\"12\",\"message\":5,\"source\":\"x\"},[{\"message\":\"deep\"}]]", "text|Cloudflare gave no message.|deep")]
    [InlineData("{\"message\":\"alone\"}", "alone")]
    [InlineData("\"words\"", "words")]
    [InlineData("7", "")]
    public async Task Errors_of_odd_kinds_are_read_as_far_as_they_go(string errors, string messages)
    {
        await using var upstream = await UpstreamStub.StartAsync(400, $$$"""{"success":false,"errors":{{{errors}}}}""");
        var client = TestClient.Create(upstream.BaseUrl);

        var failure = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.UpstreamRejected);
        string.Join('|', failure.Cloudflare!.Errors.Select(error => error.Message)).ShouldBe(messages);
    }

    [Theory]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Ratelimit", "\"default\";r=0;t=45", 45)]
    [InlineData("X-Other", "1", 60)]
    public async Task A_rate_limit_tells_when_to_ask_again(string header, string value, int seconds)
    {
        await using var upstream = await UpstreamStub.StartAsync(429, "{}", headers: [(header, value), ("Date", "Fri, 02 Jan 2026 03:04:05 GMT")]);
        var client = TestClient.Create(upstream.BaseUrl);

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().RetryAfterSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData(401, LogLevel.Information)]
    [InlineData(503, LogLevel.Warning)]
    public async Task A_failure_is_logged_with_its_ray_and_without_the_credential_or_the_query(int status, LogLevel level)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, """{"success":false}""", headers: ("Cf-Ray", "ray-1"));
        await using var services = TestClient.Services(upstream.BaseUrl);

        await services.GetRequiredService<CloudflareClient>().AskAsync(Cancellation);

        var logged = services.GetFakeLogCollector().GetSnapshot().ShouldHaveSingleItem();
        logged.Level.ShouldBe(level);
        logged.Message.ShouldContain("ray-1");
        logged.Message.ShouldNotContain("a-token");
        logged.Message.ShouldNotContain("name=s0");
    }

    [Fact]
    public async Task No_answer_within_the_deadline_is_a_timeout()
    {
        await using var upstream = await UpstreamStub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var client = TestClient.Create(upstream.BaseUrl, options => options.Deadline = TimeSpan.FromMilliseconds(100));

        var failure = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.UpstreamTimeout);
        failure.Message.ShouldBe("Cloudflare did not answer within 0.1 s.");
        failure.ToError().Extensions!.Keys.ShouldBe(["code"]);
    }

    [Fact]
    public async Task The_deadline_covers_the_body_too()
    {
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            await context.Response.WriteAsync("""{"success":true,""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var client = TestClient.Create(upstream.BaseUrl, options => options.Deadline = TimeSpan.FromMilliseconds(200));

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamTimeout);
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_call_and_hears_of_no_failure()
    {
        using var caller = new CancellationTokenSource();
        var aborted = new TaskCompletionSource();
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await caller.CancelAsync();
            await aborted.Task;
        });
        var client = TestClient.Create(upstream.BaseUrl);

        await Should.ThrowAsync<OperationCanceledException>(() => client.AskAsync(caller.Token));

        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var client = TestClient.Create(FormattableString.Invariant($"http://127.0.0.1:{port}/client/v4"));

        var failure = (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.UpstreamUnavailable);
        failure.ToError().Extensions!.Keys.ShouldBe(["code"]);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_an_answer_is_unavailable()
    {
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"success":true,""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        var client = TestClient.Create(upstream.BaseUrl);

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamUnavailable);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Bytes_that_are_not_compressed_as_announced_are_an_invalid_response(string encoding)
    {
        await using var upstream = await UpstreamStub.StartAsync(200, Success, headers: ("Content-Encoding", encoding));
        var client = TestClient.Create(upstream.BaseUrl);

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamInvalidResponse);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task An_answer_is_read_up_to_its_bound(int tooMuch, bool isRead)
    {
        const int Bound = 100_000;
        var body = Success + new string(' ', Bound - Success.Length + tooMuch);
        await using var upstream = await UpstreamStub.StartAsync(200, body);
        var client = TestClient.Create(upstream.BaseUrl, options => options.MaxResponseBytes = Bound);

        var answer = await client.AskAsync(Cancellation);

        (answer.Value is not null).ShouldBe(isRead);
        answer.Failure?.Kind.ShouldBe(FailureKind.UpstreamInvalidResponse);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task An_answer_is_read_to_a_depth_of_32(int lists, bool isRead)
    {
        var nested = new string('[', lists) + new string(']', lists);
        await using var upstream = await UpstreamStub.StartAsync(200, $$$"""{"success":true,"extra":{{{nested}}},"result":{"text":"hello"}}""");
        var client = TestClient.Create(upstream.BaseUrl);

        ((await client.AskAsync(Cancellation)).Value is not null).ShouldBe(isRead);
    }
}
