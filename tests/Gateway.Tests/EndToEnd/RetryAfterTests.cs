using System.Net.Http.Json;
using System.Text;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;

namespace Gateway.Tests.EndToEnd;

/// <summary><c>Retry-After</c> (RFC 9110, section 10.2.3) of the gateway's own answers.</summary>
public sealed class RetryAfterTests : IAsyncLifetime
{
    private const string Spectrum = $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows }}";
    private const string Radar = "ctTimeseries(series: [{ dateRange: \"1d\" }]) { series { name } }";

    private readonly GatewayApp _app = new() { Setup = ("Development", [("GraphQL:Batching:Enabled", "true")]) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("20", "40", "40")]
    [InlineData("40", "20", "40")]
    [InlineData("20", null, null)]
    [InlineData(null, "20", null)]
    [InlineData(null, null, null)]
    public async Task It_is_the_longest_where_every_error_has_one(string? spectrum, string? radar, string? expected)
    {
        Serve(SandboxEndpoint.Bytime, spectrum);
        Serve(SandboxEndpoint.CtTimeseries, radar);

        (await AskAsync(new { query = $"{{ {Spectrum} {Radar} }}" })).ShouldBe(expected);
    }

    [Theory]
    [InlineData("20", "40", "40")]
    [InlineData("20", null, null)]
    public async Task Of_a_batch_every_error_counts(string? spectrum, string? radar, string? expected)
    {
        Serve(SandboxEndpoint.Bytime, spectrum);
        Serve(SandboxEndpoint.CtTimeseries, radar);

        (await AskAsync(new[] { new { query = $"{{ {Spectrum} }}" }, new { query = "{ __typename }" }, new { query = $"{{ {Radar} }}" } }))
            .ShouldBe(expected);
    }

    [Fact]
    public async Task Beside_data_it_is_told_as_well()
    {
        Serve(SandboxEndpoint.Bytime, "20");

        (await AskAsync(new { query = $"{{ {Spectrum} {Radar} }}" })).ShouldBe("20");
    }

    [Fact]
    public async Task An_answer_without_errors_or_with_an_error_of_the_request_has_none()
    {
        (await AskAsync(new { query = $"{{ {Spectrum} {Radar} }}" })).ShouldBeNull();
        (await AskAsync(new { query = "{ nothing }" })).ShouldBeNull();
    }

    /// <summary>Null: refused for good.</summary>
    private void Serve(SandboxEndpoint endpoint, string? retryAfter) => _app.Sandbox.Serve(endpoint, retryAfter is null
        ? new ServedAnswer(422, "application/json", Encoding.UTF8.GetBytes("""{"success":false,"errors":[{"code":2002,"message":"no"}]}"""))
        : new ServedAnswer(503, "application/json", "{}"u8.ToArray()) { Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter } });

    private async Task<string?> AskAsync(object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer a-token-{Guid.NewGuid():N}");
        using var response = await _app.Client.SendAsync(request, Cancellation);
        return response.Headers.TryGetValues("Retry-After", out var values) ? string.Join(',', values) : null;
    }
}
