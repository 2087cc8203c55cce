using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Sandbox.Tests;

public sealed class SandboxServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sandboxes_live_side_by_side_on_ports_of_their_own()
    {
        await using var one = await SandboxServer.StartAsync(Token);
        await using var other = await SandboxServer.StartAsync(Token);
        one.BaseUrl.ShouldMatch(@"^http://127\.0\.0\.1:[0-9]+/client/v4$");
        one.Address.ShouldNotBe(other.Address);
    }

    [Fact]
    public async Task The_configuration_of_the_process_around_is_not_read()
    {
        // Any other builder would take these for itself, and fail to start.
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://no.such.address.invalid:0");
        Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", "nonsense");
        try
        {
            await using var host = await SandboxServer.StartAsync(Token);
            using var client = new SandboxClient(host);
            using var response = await client.GetAsync(SandboxClient.CtPath);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
            Environment.SetEnvironmentVariable("Kestrel__Endpoints__Other__Url", null);
        }
    }

    [Fact]
    public async Task One_seed_gives_the_same_data_and_another_seed_other_data()
    {
        var clock = new FakeTimeProvider(SharedSandbox.Now);
        var bodies = new List<string>();
        foreach (var seed in (ulong[])[5, 5, 6])
        {
            await using var host = await SandboxServer.StartAsync(new SandboxOptions { Seed = seed, Time = clock }, Token);
            using var client = new SandboxClient(host);
            using var response = await client.GetAsync(SandboxClient.BytimePath() + "?time_delta=hour");
            bodies.Add(await SandboxClient.ReadTextAsync(response));
        }

        bodies[1].ShouldBe(bodies[0]);
        bodies[2].ShouldNotBe(bodies[0]);
    }
}
