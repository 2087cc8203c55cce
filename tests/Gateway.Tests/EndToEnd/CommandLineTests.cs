using System.Text.RegularExpressions;
using Gateway.Hosting;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>What the program does in place of serving.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Schema_print_writes_the_schema()
    {
        var (code, output, error) = await GatewayProcess.RunAsync("schema", "print");

        (code, error).ShouldBe((0, ""));
        output.ShouldBe(SpectrumFieldTests.Example("schema.graphql"));
    }

    [Fact]
    public async Task Schema_export_writes_the_schema_to_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var file = Path.Combine(folder.FullName, "exported.graphql");

        (await GatewayProcess.RunAsync("schema", "export", "--output", file)).Code.ShouldBe(0);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(SpectrumFieldTests.Example("schema.graphql"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_unknown_schema_command_gets_the_usage()
    {
        var (code, _, error) = await GatewayProcess.RunAsync("schema", "exprot");

        code.ShouldBe(1);
        error.ShouldStartWith("Usage:");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_each_command_and_each_setting_of_the_documents(string argument)
    {
        var (code, output, error) = await GatewayProcess.RunAsync(argument);

        (code, error).ShouldBe((0, ""));
        string[] keys = [.. output.Split('\n').SkipWhile(line => !line.StartsWith("Settings and", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim().Split(' ')[0]).Where(key => key.Length > 0)];
        keys.Length.ShouldBeGreaterThan(70);
        string[] commands = ["--check", "--healthcheck", "--version", "schema print", "schema export"];
        commands.ShouldAllBe(command => output.Contains(command, StringComparison.Ordinal));

        var table = DocumentedSettings();
        keys.Where(key => !table.Contains(key)).ShouldBeEmpty();
        table.Where(key => key != "urls" && !keys.Contains(key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_property_of_each_class_of_options_is_a_setting()
    {
        var (_, output, _) = await GatewayProcess.RunAsync("--help");

        var properties = typeof(HostingOptions).Assembly.GetTypes()
            .Where(type => type.GetField("Section") is not null)
            .SelectMany(type => Keys(type, (string)type.GetField("Section")!.GetRawConstantValue()!))
            .ToArray();

        properties.Length.ShouldBeGreaterThan(70);
        properties.Where(key => !Regex.IsMatch(output, $"^  {key}( |$)", RegexOptions.Multiline)).ShouldBeEmpty();

        static IEnumerable<string> Keys(Type options, string prefix) => options.GetProperties().SelectMany(property =>
            property.PropertyType.Assembly == options.Assembly && !property.PropertyType.IsEnum ? Keys(property.PropertyType, $"{prefix}:{property.Name}")
            : property.CanWrite ? [$"{prefix}:{property.Name}"]
            : []);
    }

    [Fact]
    public async Task Version_prints_the_version()
    {
        var (code, output, error) = await GatewayProcess.RunAsync("--version");

        (code, error).ShouldBe((0, ""));
        output.ShouldMatch(@"^gateway \d+\.\d+\.\d+\n$");
    }

    /// <summary>The keys of the tables of settings. <c>`A:B`, `:C`</c> stands for A:B and A:C.</summary>
    private static HashSet<string> DocumentedSettings()
    {
        var keys = new HashSet<string>();
        foreach (var row in Document.Read("src/docs/settings.md").Text.Split('\n').Where(row => row.StartsWith("| `", StringComparison.Ordinal)))
        {
            var first = "";
            foreach (Match key in Regex.Matches(row.Split('|')[1], "`([A-Za-z:]+)`"))
            {
                var name = key.Groups[1].Value;
                first = first.Length == 0 ? name : first;
                keys.Add(name[0] == ':' ? first[..first.LastIndexOf(':')] + name : name);
            }
        }

        return keys;
    }

    [Fact]
    public async Task The_health_check_tells_whether_a_gateway_with_these_settings_is_alive()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync([], ("Cloudflare:BaseUrl", sandbox.BaseUrl));
        var check = new[] { "--healthcheck", $"--urls={gateway.Address}" };
        (await GatewayProcess.RunAsync(check)).Code.ShouldBe(0);

        await gateway.SignalStopAsync();
        await gateway.EndAsync();

        (await GatewayProcess.RunAsync(check)).Code.ShouldBe(1);
    }
}
