using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Hosting;

/// <summary>Trusted documents follow their folder while the server runs: whole, or not at all.</summary>
public sealed class TrustedDocumentsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trusted-");
    private readonly FakeTimeProvider _time = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        Write("a.graphql", "{ one: number }");
        _app = await StartAsync(_time);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_document_that_is_changed_added_or_removed_is_so_for_requests_that_came_before()
    {
        // Three times: a request that is repeated is prepared once, and so is its refusal.
        await Repeat(async () => (await RunAsync("a")).ShouldBe("""{"data":{"one":1}}"""));
        await Repeat(async () => (await RunAsync("b")).ShouldContain("There is no document with the id `b`"));

        Write("a.graphql", "{ changed: number }");
        Write("map.json", """{ "b": "{ added: number }" }""");
        Pass();
        await Repeat(async () => (await RunAsync("a")).ShouldBe("""{"data":{"changed":1}}"""));
        await Repeat(async () => (await RunAsync("b")).ShouldBe("""{"data":{"added":1}}"""));
        Messages.ShouldHaveSingleItem().ShouldBe("Information: Trusted documents reloaded: their files have changed");

        File.Delete(Path.Combine(_folder.FullName, "a.graphql"));
        Pass();
        await Repeat(async () => (await RunAsync("a")).ShouldContain("There is no document with the id `a`"));
        await Repeat(async () => (await RunAsync("b")).ShouldBe("""{"data":{"added":1}}"""));
    }

    [Fact]
    public async Task A_change_with_a_fault_changes_nothing_and_is_told_once()
    {
        Write("a.graphql", "{ changed: number }");
        Write("b.graphql", "{ none }");
        Pass();
        Pass();
        await Repeat(async () => (await RunAsync("a")).ShouldBe("""{"data":{"one":1}}"""));
        Messages.ShouldHaveSingleItem().ShouldStartWith(
            "Error: Trusted documents not reloaded, the previous ones stay: The trusted document `b` is refused: ");

        Write("b.graphql", "{ mended: number }");
        Pass();
        (await RunAsync("a")).ShouldBe("""{"data":{"changed":1}}""");
        (await RunAsync("b")).ShouldBe("""{"data":{"mended":1}}""");
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_is_read_later_though_it_has_not_changed()
    {
        Write("a.graphql", "{ changed: number }");
        await using (new FileStream(Path.Combine(_folder.FullName, "a.graphql"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Pass();
            Pass();
            (await RunAsync("a")).ShouldBe("""{"data":{"one":1}}""");
            Messages.ShouldHaveSingleItem().ShouldStartWith("Error: Trusted documents not reloaded, the previous ones stay: ");
        }

        Pass();
        (await RunAsync("a")).ShouldBe("""{"data":{"changed":1}}""");
    }

    [Fact]
    public async Task A_folder_that_is_away_for_a_while_changes_nothing_and_is_told_once()
    {
        var away = _folder.FullName + "-away";
        Directory.Move(_folder.FullName, away);
        Pass();
        Pass();
        (await RunAsync("a")).ShouldBe("""{"data":{"one":1}}""");
        Messages.ShouldHaveSingleItem().ShouldStartWith("Error: Trusted documents not reloaded, the previous ones stay: ");
        Directory.Move(away, _folder.FullName);
        Pass();
        (await RunAsync("a")).ShouldBe("""{"data":{"one":1}}""");
    }

    [Fact]
    public async Task A_folder_whose_files_are_links_follows_what_they_lead_to()
    {
        // As Kubernetes mounts a ConfigMap: ID.graphql -> ..data/ID.graphql, ..data -> ..1, then -> ..2.
        foreach (var (version, name) in new[] { ("..1", "first"), ("..2", "other") })
        {
            _folder.CreateSubdirectory(version);
            Write($"{version}/c.graphql", $"{{ {name}: number }}");
        }

        File.SetLastWriteTimeUtc(Path.Combine(_folder.FullName, "..1/c.graphql"), DateTime.UtcNow.AddMinutes(-1));
        var data = Path.Combine(_folder.FullName, "..data");
        Directory.CreateSymbolicLink(data, "..1");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "c.graphql"), "..data/c.graphql");
        Pass();
        (await RunAsync("c")).ShouldBe("""{"data":{"first":1}}""");
        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "..2");
        Pass();
        (await RunAsync("c")).ShouldBe("""{"data":{"other":1}}""");
    }

    [Fact]
    public async Task While_files_are_read_they_are_not_looked_at_again()
    {
        var time = new TimeOfLooks();
        await using var app = await StartAsync(time);
        time.IsDue.ShouldBeTrue();
        var pipe = Path.Combine(_folder.FullName, "slow.graphql");
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var look = Task.Run(time.Look, TestContext.Current.CancellationToken);

        // Opens as soon as it is read.
        await using (var writer = new StreamWriter(pipe))
        {
            time.IsDue.ShouldBeFalse();
            await writer.WriteAsync("{ slow: number }");
        }

        await look;
        time.IsDue.ShouldBeTrue();
        app.Services.GetFakeLogCollector().LatestRecord.Message.ShouldBe("Trusted documents reloaded: their files have changed");
    }

    private async Task<WebApplication> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFakeLogging().AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddSingleton(time);
        builder.Services.AddGraphQLServer().ConfigureSchema(schema => schema.AddGeneratedTypes()).AddQueryType<Numbers>().AddFileSystemOperationDocumentStorage(_folder.FullName);
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task Repeat(Func<Task> step)
    {
        for (var times = 0; times < 3; times++)
        {
            await step();
        }
    }

    private IEnumerable<string> Messages =>
        _app.Services.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Level}: {record.Message}");

    private void Pass() => _time.Advance(TimeSpan.FromSeconds(5));

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private async Task<string> RunAsync(string id)
    {
        using var response = await _client.PostAsJsonAsync("graphql", new { id }, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A clock whose first timer, which is that of the looks, elapses when the test says so.</summary>
    private sealed class TimeOfLooks : TimeProvider
    {
        private Timer? _first;

        public bool IsDue => _first!.IsDue;

        public void Look() => _first!.Elapse();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (_first is not null)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            _first = new Timer(callback, state);
            _first.Change(dueTime, period);
            return _first;
        }

        private sealed class Timer(TimerCallback callback, object? state) : ITimer
        {
            private bool _isPeriodic;

            public bool IsDue { get; private set; }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                (IsDue, _isPeriodic) = (dueTime != Timeout.InfiniteTimeSpan, period != Timeout.InfiniteTimeSpan);
                return true;
            }

            public void Elapse()
            {
                IsDue = _isPeriodic;
                callback(state);
            }

            public void Dispose() => IsDue = false;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }

    public sealed class Numbers
    {
        public int Number => 1;
    }
}
