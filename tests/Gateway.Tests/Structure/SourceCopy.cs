using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Structure;

/// <summary>A copy of the sources that tests change, build and query.</summary>
internal sealed class SourceCopy : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gateway-");

    public SourceCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Document.Root).Where(file => Path.GetExtension(file) is ".props" or ".json" or ".config" or ".editorconfig"))
        {
            File.Copy(file, Path.Combine(_directory.FullName, Path.GetFileName(file)));
        }

        Copy("src");
        Copy("schema");
    }

    public string this[string path] => Path.Combine(_directory.FullName, path);

    /// <param name="name">A file beside the tests.</param>
    public Task ApplyAsync(string name) =>
        RunAsync("git", "apply", "-C1", "--recount", Path.Combine(Document.Root, "tests", "Gateway.Tests", "Structure", name));

    /// <summary>Builds the gateway; warnings are errors there too.</summary>
    public Task BuildAsync() => RunAsync(
        "dotnet", "build", "src/Gateway", "--configuration", "Release", "-p:InstallIde=false", "-p:GenerateDocumentationFile=true", "--nologo", "-v:quiet");

    public Task ExportSchemaAsync(string file) => RunAsync("dotnet", Gateway, "schema", "export", "--output", file);

    /// <summary>Starts the gateway on the sandbox, asks, and ends it.</summary>
    public async Task<JsonNode> AskAsync(string query)
    {
        using var process = Start("dotnet", [Gateway], environment =>
        {
            environment["ASPNETCORE_ENVIRONMENT"] = "Development";
            environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            environment["Logging__Console__FormatterName"] = "simple";
        });
        try
        {
            const string Listening = "Now listening on: ";
            string? line;
            while ((line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null && !line.Contains(Listening))
            {
            }

            var address = line.ShouldNotBeNull("the gateway ended before it listened").Split(Listening)[1].Trim();
            using var client = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer sandbox-token-for-everything" } } };
            using var response = await client.PostAsJsonAsync(address + "/graphql", new { query }, TestContext.Current.CancellationToken);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private string Gateway => this["src/Gateway/bin/Release/net10.0/Gateway.dll"];

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
    }

    private Process Start(string program, IEnumerable<string> arguments, Action<IDictionary<string, string?>>? configure = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = configure is null,
        };
        // Servers of a build that live on would keep the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        configure?.Invoke(start.Environment);
        return Process.Start(start)!;
    }

    private void Copy(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Document.Root, directory), "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Document.Root, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
                File.Copy(file, this[path]);
            }
        }
    }
}
