using System.Net;

namespace Gateway.Sandbox.Tests.Credentials;

public sealed class CredentialTests(SharedSandbox sandbox)
{
    private const string Key = "144c9defac04969c7bfad8efaa8ea194";

    [Theory]
    [InlineData(SandboxCredentials.Everything)]
    [InlineData("YQSn-xWAQiiEh9qM58wZNnyQS7FUdoqGIUAbrh7T")]
    [InlineData("cfut_abcdefghijklmnopqrstuvwxyz0123456789ABCD12345678")]
    public async Task Any_well_formed_token_is_good_at_both_endpoints(string token)
    {
        (await sandbox.Client.GetAsync(SandboxClient.BytimePath() + "?time_delta=hour", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sandbox.Client.GetAsync(SandboxClient.CtPath, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_with_its_email_is_good() =>
        (await SendAsync(("X-Auth-Email", "user@example.com"), ("X-Auth-Key", Key))).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_token_goes_before_a_key_when_a_client_sends_both() =>
        (await SendAsync(
            ("Authorization", "Bearer " + SandboxCredentials.Everything),
            ("X-Auth-Email", "user@example.com"),
            ("X-Auth-Key", SandboxCredentials.Unauthorized))).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task The_names_of_faults_work_as_keys_too() =>
        (await SendAsync(("X-Auth-Email", "user@example.com"), ("X-Auth-Key", SandboxCredentials.Unauthorized)))
            .Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task No_credential_is_code_9106() => (await SendAsync()).ShouldBe((HttpStatusCode.BadRequest, 9106, 0));

    [Theory]
    [InlineData("X-Auth-Email", "user@example.com")]
    [InlineData("X-Auth-Key", Key)]
    public async Task Half_a_pair_is_code_9106(string name, string value) =>
        (await SendAsync((name, value))).ShouldBe((HttpStatusCode.BadRequest, 9106, 0));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer two words")]
    [InlineData("Bearer with:colon")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("sandbox-token-for-everything")]
    public async Task A_malformed_authorization_is_code_6003_with_6111(string value) =>
        (await SendAsync(("Authorization", value))).ShouldBe((HttpStatusCode.BadRequest, 6003, 6111));

    [Theory]
    [InlineData("no-email", Key, 6102)]
    [InlineData("user@example.com", "with:colon", 6103)]
    public async Task A_malformed_pair_is_code_6003_with_its_part(string email, string key, int chained) =>
        (await SendAsync(("X-Auth-Email", email), ("X-Auth-Key", key))).ShouldBe((HttpStatusCode.BadRequest, 6003, chained));

    private async Task<(HttpStatusCode Status, int Code, int Chained)> SendAsync(params (string Name, string Value)[] headers)
    {
        using var request = sandbox.Client.Request(SandboxClient.CtPath, token: null);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await sandbox.Client.SendAsync(request);
        if (response.IsSuccessStatusCode)
            return (response.StatusCode, 0, 0);
        var error = (await SandboxClient.ReadJsonAsync(response)).GetProperty("errors")[0];
        var chained = error.TryGetProperty("error_chain", out var chain) ? chain[0].GetProperty("code").GetInt32() : 0;
        return (response.StatusCode, error.GetProperty("code").GetInt32(), chained);
    }
}
