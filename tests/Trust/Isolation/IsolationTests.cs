using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Trust.Tests.Isolation;

/// <summary>
/// Two replicas over one Redis whose values are swapped, copied, cut and cut off while callers ask for the same things at the same time.
/// The sandbox gives each credential Spectrum data of its own: what reaches another caller is recognized.
/// </summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private const int AtOnce = 24;
    private const int MaxMessages = 20;

    private static readonly string Secret = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    /// <summary>What a field whose credential is refused, or missing, may fail with.</summary>
    private static readonly string[] Refusals = ["UNAUTHENTICATED", "FORBIDDEN", "RATE_LIMITED"];

    private readonly DirectoryInfo _documents = Directory.CreateTempSubdirectory("documents-");
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    // What Cloudflare said to somebody, and to whom.
    private readonly ConcurrentDictionary<string, Credential> _rays = new(StringComparer.Ordinal);

    private SandboxHost _sandbox = null!;
    private Oracle _oracle = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Canaries = true, RateLimit = 0 }, TestContext.Current.CancellationToken);
        _oracle = new Oracle(_sandbox);
        Documents.WriteTo(_documents.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        _oracle.Dispose();
        await _sandbox.DisposeAsync();
        _documents.Delete(recursive: true);
    }

    [Fact]
    public async Task No_answer_carries_what_another_credential_sees()
    {
        RedisServer.SkipUnlessInstalled();
        Settings.Print($"TRUST_SEED={Settings.Seed} TRUST_REQUESTS={Settings.Requests}");
        await using var redis = await RedisServer.StartAsync();
        await using var chaos = await RedisChaos.ConnectAsync(redis);
        (string, string)[] settings =
        [
            ("Redis:ConnectionString", redis.Address),
            ("Redis:OperationTimeout", "00:00:05"),
            ("Cache:Secret", Secret),
            ("Cloudflare:MaxCallsPerSecond", "0"),
            ("GraphQL:Batching:Enabled", "true"),
            ("GraphQL:TrustedDocuments:Folder", _documents.FullName),
        ];
        // Leases that lapse often, and a memory that holds few entries: checks, renewals and reads of Redis go on all the time.
        await using var one = await GatewayProcess.StartAsync(
            _sandbox.BaseUrl, 0, [.. settings, ("Cache:MemoryBytes", "4194304"), ("Cache:AuthorizationLease", "00:00:02")]);
        await using var other = await GatewayProcess.StartAsync(_sandbox.BaseUrl, 0, settings);
        using var toOne = GatewayProcess.NewClient(one.Http1);
        using var toOther = GatewayProcess.NewClient(other.Http1);
        HttpClient[] replicas = [toOne, toOther];
        foreach (var replica in replicas)
        {
            await RegisterAsync(replica);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Settings.Requests),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) =>
            {
                var random = new Random(unchecked((Settings.Seed * 1_000_003) + number));
                if (number % 4 == 0)
                {
                    await chaos.StrikeAsync(random);
                }

                await AskAsync(random.Pick(replicas), Callers.Next(random), random);
            });

        foreach (var (what, count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Settings.Print($"{count,7} {what}");
        }

        var (reads, writes) = (await chaos.CallsAsync("getrange"), await chaos.CallsAsync("setex"));
        Settings.Print($"Redis: {reads} reads, {writes} writes, {chaos.Changes} values changed");
        string.Join('\n', _faults.Take(MaxMessages)).ShouldBeEmpty($"{_faults.Count} faults");
        (one.IsAlive, other.IsAlive).ShouldBe((true, true));
        one.Errors.Concat(other.Errors).ShouldBeEmpty();
        (one.Output + other.Output).ShouldNotContain("canary-");

        // It has tested something.
        reads.ShouldBePositive();
        writes.ShouldBePositive();
        chaos.Changes.ShouldBePositive();
        foreach (var what in (string[])["HIT", "MISS", "BYPASS", "aborted", .. Refusals])
        {
            _counts.ShouldContainKey(what);
        }
    }

    /// <summary>Sends the documents with their hashes, once and without a credential.</summary>
    private static async Task RegisterAsync(HttpClient replica)
    {
        foreach (var shape in Documents.Shapes)
        {
            var questions = shape.Select(letter => letter == 'S' ? (Question)SpectrumQuestion.All[0] : RadarQuestion.All[0]);
            var body = new Operation([.. questions], DocumentForm.Variables).ToJson();
            body["extensions"] = Operation.HashOf(shape);
            using var response = await replica.PostAsJsonAsync("", body, TestContext.Current.CancellationToken);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("persisted");
        }
    }

    /// <summary>Sends one request of any form, and looks at its answer.</summary>
    private async Task AskAsync(HttpClient replica, Caller caller, Random random)
    {
        Operation[] operations = [.. Enumerable.Range(0, random.Next(5) == 0 ? random.Next(1, 5) : 1).Select(_ => Operation.Next(random))];
        var isBatch = operations.Length > 1;
        using var request = isBatch ? Post(new JsonArray([.. operations.Select(operation => operation.ToJson())]))
            : random.Next(2) == 0 ? Post(operations[0].ToJson())
            : Get(operations[0].ToJson());
        foreach (var (name, value) in caller.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (random.Next(8) == 0)
        {
            request.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        }

        using var aborting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        if (random.Next(12) == 0)
        {
            aborting.CancelAfter(random.Next(1, 6));
        }

        JsonNode answer;
        try
        {
            using var response = await replica.SendAsync(request, aborting.Token);
            answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(aborting.Token))!;
        }
        catch (OperationCanceledException) when (aborting.IsCancellationRequested)
        {
            Count("aborted");
            return;
        }

        var answers = isBatch ? answer.AsArray() : [answer.DeepClone()];
        if (answers.Count != operations.Length)
        {
            _faults.Enqueue($"{operations.Length} operations, but the answer is {answer.ToJsonString()}");
            return;
        }

        foreach (var (operation, own) in operations.Zip(answers))
        {
            for (var i = 0; i < operation.Questions.Length; i++)
            {
                await CheckAsync(caller, operation.Questions[i], $"a{i}", own!);
            }
        }
    }

    private async Task CheckAsync(Caller caller, Question question, string alias, JsonNode answer)
    {
        var credential = question.IsSpectrum ? caller.Spectrum : caller.Radar;
        var asked = $"{question}, asked by {credential?.ToString() ?? "nobody"}";
        var error = answer["errors"]?.AsArray().FirstOrDefault(error => error!["path"]?[0]?.GetValue<string>() == alias);
        var field = answer["data"]?[alias];
        if (error?["extensions"]?["cloudflare"]?["ray"]?.GetValue<string>() is { } ray && _rays.GetOrAdd(ray, credential!) != credential)
        {
            _faults.Enqueue($"{asked}: the error was Cloudflare's to {_rays[ray]}: {error.ToJsonString()}");
        }

        if (credential is not { IsGood: true })
        {
            var code = error?["extensions"]?["code"]?.GetValue<string>() ?? "";
            Count(code);
            if (field is not null)
            {
                var owner = await _oracle.OwnerAsync(question, question.OfGateway(field));
                _faults.Enqueue($"{asked}: may read nothing, but got {owner}");
            }
            else if (!Refusals.Contains(code))
            {
                _faults.Enqueue($"{asked}: a refusal is expected, not {answer.ToJsonString()}");
            }

            return;
        }

        if (field is null)
        {
            _faults.Enqueue($"{asked}: data is expected, not {answer.ToJsonString()}");
            return;
        }

        Count(field["freshness"]!["status"]!.GetValue<string>());
        var seen = question.OfGateway(field);
        if (seen != await _oracle.AnswerAsync(credential, question))
        {
            _faults.Enqueue($"{asked}: got {await _oracle.OwnerAsync(question, seen)}");
        }
    }

    private void Count(string what) => _counts.AddOrUpdate(what, 1, static (_, count) => count + 1);

    private static HttpRequestMessage Post(JsonNode body) => new(HttpMethod.Post, "") { Content = JsonContent.Create(body) };

    private static HttpRequestMessage Get(JsonObject request) => new(HttpMethod.Get, "?" + string.Join('&', request.Select(member =>
        $"{member.Key}={Uri.EscapeDataString(member.Value is JsonValue text ? text.GetValue<string>() : member.Value!.ToJsonString())}")));
}
