using System.Net.Http.Json;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>Trusted documents follow their folder while the gateway runs: whole, or not at all.</summary>
public sealed class TrustedDocumentsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trusted-");
    private GatewayProcess _gateway = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        Write("a.graphql", "{ one: __typename }");
        Write("b.graphql", "{ one: __typename }");
        _gateway = await GatewayProcess.StartAsync([], ("GraphQL:TrustedDocuments:Folder", _folder.FullName));
        _client = new HttpClient { BaseAddress = _gateway.Address };
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _gateway?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_that_has_run_is_changed_or_removed_with_its_file()
    {
        for (var times = 0; times < 3; times++)
        {
            (await RunAsync("a")).ShouldBe("""{"data":{"one":"Query"}}""");
            (await RunAsync("b")).ShouldBe("""{"data":{"one":"Query"}}""");
        }

        Write("a.graphql", "{ changed: __typename }");
        File.Delete(Path.Combine(_folder.FullName, "b.graphql"));
        await ToldAsync("Trusted documents reloaded");

        (await RunAsync("a")).ShouldBe("""{"data":{"changed":"Query"}}""");
        (await RunAsync("b")).ShouldBe(
            """{"errors":[{"message":"There is no document with the id `b`.","extensions":{"code":"HC0020","requestedKey":"b"}}]}""");
    }

    [Fact]
    public async Task A_change_with_a_fault_changes_nothing_until_it_is_mended()
    {
        (await RunAsync("a")).ShouldBe("""{"data":{"one":"Query"}}""");
        Write("a.graphql", "{ changed: __typename }");
        Write("c.graphql", "{ none }");
        await ToldAsync("Trusted documents not reloaded, the previous ones stay: ");
        (await RunAsync("a")).ShouldBe("""{"data":{"one":"Query"}}""");

        Write("c.graphql", "{ mended: __typename }");
        await ToldAsync("Trusted documents reloaded");
        (await RunAsync("a")).ShouldBe("""{"data":{"changed":"Query"}}""");
        (await RunAsync("c")).ShouldBe("""{"data":{"mended":"Query"}}""");
    }

    private Task ToldAsync(string line) =>
        Eventually.IsAsync(() => _gateway.Lines.Any(each => each.Contains(line, StringComparison.Ordinal)));

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private async Task<string> RunAsync(string id)
    {
        using var response = await _client.PostAsJsonAsync("graphql", new { id }, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
