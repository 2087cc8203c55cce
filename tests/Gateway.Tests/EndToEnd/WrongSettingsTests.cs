using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests.EndToEnd;

/// <summary>A wrong setting ends the process at its start: one line for each, exit code 1, and neither a stack trace nor a secret.</summary>
public sealed class WrongSettingsTests
{
    private const string Canary = "canary-0123456789";

    /// <summary>Arguments, where <c>NAME__KEY=value</c> stands for an environment variable, and the lines that they cause.</summary>
    public static TheoryData<string[], string[]> Wrong => new()
    {
        // What there is not.
        { ["--Cloudflare:Deadlin=00:00:10"], ["Cloudflare:Deadlin: There is no such setting; the nearest is `Cloudflare:Deadline`."] },
        { ["Cloudflare__RetriesMax=3"], ["Cloudflare:RetriesMax: There is no such setting; the nearest is `Cloudflare:Retries:Max`."] },
        { ["--Cloudflare:Retries=3"], ["Cloudflare:Retries: There is no such setting; the nearest is `Cloudflare:Retries:Max`."] },
        { ["--Cloudflare:Deadline:0=00:00:10"], ["Cloudflare:Deadline:0: There is no such setting; the nearest is `Cloudflare:Deadline`."] },
        { [$"--Cache:Secrets={Canary}"], ["Cache:Secrets: There is no such setting; the nearest is `Cache:Secret`."] },
        { ["Clodflare__Deadline=00:00:10"], ["Clodflare: There is no such section; the nearest is `Cloudflare`."] },
        { ["--Clodflare:Deadline=00:00:10"], ["Clodflare: There is no such section; the nearest is `Cloudflare`."] },
        { ["--url=http://127.0.0.1:1"], ["There is no `--url`; the nearest is `--urls`. `--help` lists what there is."] },
        { ["--chek"], ["There is no `--chek`; the nearest is `--check`. `--help` lists what there is."] },
        { ["shema"], ["There is no `shema`; the nearest is `schema`. `--help` lists what there is."] },
        { ["--urls=http://127.0.0.1:0", Canary], ["Argument 2 is neither a command nor a setting such as `--urls=http://127.0.0.1:8080`."] },
        { ["--Cloudflare:Deadline"], ["`--Cloudflare:Deadline` has no value: write `--Cloudflare:Deadline=value`."] },
        { ["--check", "--healthcheck"], ["`--check` and `--healthcheck` don't go together."] },
        // Forms.
        { ["--Cloudflare:Deadline=10"], ["Cloudflare:Deadline: `10` is wrong: if seconds are meant, write `00:00:10`."] },
        { ["--Cloudflare:Retries:Delay=250ms"], ["Cloudflare:Retries:Delay: `250ms` is wrong: write `00:00:00.25`."] },
        { ["--Cloudflare:Deadline=soon"], ["Cloudflare:Deadline: `soon` is wrong: hours, minutes and seconds are wanted: `00:00:10` is ten seconds."] },
        { ["--Cache:MemoryBytes=64MB"], ["Cache:MemoryBytes: `64MB` is wrong: write `64MiB`, or the number of bytes."] },
        { ["--Cache:MemoryBytes=much"], ["Cache:MemoryBytes: `much` is wrong: a number of bytes such as `67108864` is wanted, or `64MiB`."] },
        { ["--Cloudflare:Retries:Max=many"], ["Cloudflare:Retries:Max: `many` is wrong: a whole number such as `100` is wanted."] },
        { ["--Cloudflare:QueueLength=3000000000"], ["Cloudflare:QueueLength: `3000000000` is wrong: at most `2147483647` is wanted."] },
        { ["--Cloudflare:CredentialShare=0,5"], ["Cloudflare:CredentialShare: `0,5` is wrong: a number such as `0.5` is wanted."] },
        { ["--GraphQL:Ide=perhaps"], ["GraphQL:Ide: `perhaps` is wrong: `true` or `false` is wanted."] },
        { ["--Cache:Radar:Scope=Nobody"], ["Cache:Radar:Scope: `Nobody` is wrong: `Shared` or `Credential` is wanted."] },
        { ["--Cors:AllowedOrigins=https://a", "--Cors:AllowedOrigins:0=https://b"], ["Cors:AllowedOrigins: It has a value of its own and a list: give `Cors:AllowedOrigins:0` and so on, or `Cors:AllowedOrigins` alone."] },
        { ["--Cors:AllowedOrigins=dashboard"], ["Cors:AllowedOrigins: `dashboard` is no origin: scheme, host and port are wanted, such as https://dashboard.example.com."] },
        { [$"--Cache:Secret={Canary}"], ["Cache:Secret: Base64 or hex of 32 bytes or more is wanted."] },
        { [$"--Redis:ConnectionString=127.0.0.1:1,passwort={Canary}", $"--Cache:Secret={new string('5', 64)}"], ["Redis:ConnectionString: StackExchange.Redis does not know `passwort`."] },
        { ["--Redis:KeyPrefix=with space"], ["Redis:KeyPrefix: 0 to 64 printable ASCII characters without spaces, `{`, `}` and `*` are wanted."] },
        { ["--GraphQL:TrustedDocuments:Folder=/there/is/none"], ["GraphQL:TrustedDocuments:Folder: There is no folder `/there/is/none`."] },
        { [$"--Cloudflare:BaseUrl=https://user:{Canary}@example.com"], ["Cloudflare:BaseUrl: An absolute http or https address without user, query and fragment is wanted, such as `https://api.cloudflare.com/client/v4`."] },
        { ["--urls=localhost"], ["urls: `localhost` is no address such as `http://localhost:8080`."] },
        { ["--http_ports=http"], ["http_ports: `http` is no port such as `8080`."] },
        { ["--Kestrel:Endpoints:A:Url=8080"], ["Kestrel:Endpoints:A:Url: `8080` is no address such as `http://localhost:8080`."] },
        { [$"--Cloudflare:Proxy={Canary}"], ["Cloudflare:Proxy: The address of a proxy is wanted, such as `http://host:3128` or `http://user:password@host:3128`."] },
        // Bounds.
        { ["--Cloudflare:Deadline=00:00:00"], ["Cloudflare:Deadline: `00:00:00` is not between `00:00:00.1` and `00:02:00`."] },
        { ["--Cache:MemoryBytes=1KiB"], ["Cache:MemoryBytes: `1KiB` is not between `4MiB` and `64GiB`."] },
        { ["--Hosting:MaxConnections=0"], ["Hosting:MaxConnections: `0` is not between `1` and `1000000`."] },
        // Contradictions.
        { ["--Cloudflare:AttemptTimeout=00:00:20"], ["Cloudflare:AttemptTimeout: `00:00:20` is above `Cloudflare:Deadline`, which is `00:00:15`."] },
        { ["--Cloudflare:Retries:Delay=00:00:03"], ["Cloudflare:Retries:Delay: `00:00:03` is above `Cloudflare:Retries:MaxDelay`, which is `00:00:02`."] },
        { ["--Redis:QueueBytes=1MiB", "--Redis:MaxValueBytes=2MiB"], ["Redis:MaxValueBytes: `2MiB` is above `Redis:QueueBytes`, which is `1MiB`."] },
        { ["--Hosting:ForwardedHeaders:Enabled=true"], ["Hosting:ForwardedHeaders:Enabled: `true` needs proxies to trust: set `Hosting:ForwardedHeaders:KnownProxies` or `Hosting:ForwardedHeaders:KnownNetworks`."] },
        { ["--Hosting:ForwardedHeaders:KnownProxies=10.0.0.1"], ["Hosting:ForwardedHeaders:Enabled: There are proxies to trust, but the headers are off: set it to `true`, or to `false` on purpose."] },
        { ["--GraphQL:TrustedDocuments:Only=true"], ["GraphQL:TrustedDocuments: Where only they are allowed, `Folder` must say where they are."] },
        { [$"--Cache:PreviousSecret={new string('5', 64)}"], ["Cache:PreviousSecret: There is no secret to follow it."] },
        { ["--Redis:ConnectionString=127.0.0.1:1"], ["Cache:Secret: Replicas that share Redis need a secret in common: 32 random bytes or more, in base64 or hex, such as from `openssl rand -hex 32`."] },
        { ["--Cloudflare:BaseUrl=sandbox"], ["Cloudflare:BaseUrl: `sandbox` makes up data, which is refused in Production."] },
        { ["--Cloudflare:BaseUrl=http://example.com"], ["Cloudflare:BaseUrl: http would send credentials in plain text. In Production an https address is wanted, or one of this machine; Cloudflare:AllowHttp=true allows http."] },
        // All at once.
        {
            ["--Cloudflare:Deadline=10", "--Cache:MemoryBytes=64MB", "--GraphQL:Limits:Depht=9", "Hosting__MaxConnections=0"],
            [
                "Hosting:MaxConnections: `0` is not between `1` and `1000000`.",
                "Cloudflare:Deadline: `10` is wrong: if seconds are meant, write `00:00:10`.",
                "Cache:MemoryBytes: `64MB` is wrong: write `64MiB`, or the number of bytes.",
                "GraphQL:Limits:Depht: There is no such setting; the nearest is `GraphQL:Limits:Depth`.",
            ]
        },
    };

    [Fact]
    public async Task An_address_that_is_taken_gets_a_line_too()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (code, output, error) = await GatewayProcess.RunAsync($"--urls={address}");

        error.ShouldBe($"The gateway does not start: Failed to bind to address {address}: address already in use.\n");
        output.ShouldNotContain("   at ");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task So_does_a_trusted_document_that_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("documents-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.graphql"), "{ nothing }", TestContext.Current.CancellationToken);

        var (code, output, error) = await GatewayProcess.RunAsync("--urls=http://127.0.0.1:0", $"--GraphQL:TrustedDocuments:Folder={folder.FullName}");

        // One line; the GraphQL server words the reason.
        error.ShouldStartWith("The gateway does not start: The trusted document `a` is refused: ");
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("`nothing`");
        output.ShouldNotContain("   at ");
        code.ShouldBe(1);
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Each_gets_a_line_that_says_what_would_be_right(string[] arguments, string[] lines)
    {
        var environment = arguments.Where(argument => !argument.StartsWith('-') && argument.Contains('=', StringComparison.Ordinal)).ToArray();

        var (code, output, error) = await GatewayProcess.RunAsync(
            environment.Select(variable => (variable.Split('=')[0], variable.Split('=')[1])), [.. arguments.Except(environment)]);

        Assert.Equal([.. lines, ""], error.Split('\n'));
        code.ShouldBe(1);
        output.ShouldBeEmpty();
    }
}
