using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class AlteredAnswerTests(SharedSandbox sandbox)
{
    private static readonly string Bytime = SandboxClient.BytimePath() + "?time_delta=hour";

    [Theory]
    [InlineData(SandboxCredentials.DuplicateKey)]
    [InlineData(SandboxCredentials.DuplicateKeyInResult)]
    public async Task A_key_comes_twice(string token)
    {
        foreach (var path in (string[])[Bytime, SandboxClient.CtPath])
        {
            var text = await TextAsync(path, token);
            Should.Throw<JsonException>(() => JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }))
                .Message.ShouldContain("Duplicate");
            await ShouldBeDataOtherwiseAsync(path, text);
        }
    }

    [Fact]
    public async Task Json_is_one_level_too_deep_for_32()
    {
        foreach (var path in (string[])[Bytime, SandboxClient.CtPath])
        {
            var text = await TextAsync(path, SandboxCredentials.TooDeep);
            Should.Throw<JsonException>(() => JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 }));
            using var _ = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 33 });
            await ShouldBeDataOtherwiseAsync(path, text);
        }
    }

    [Fact]
    public async Task A_body_is_longer_than_8_MiB()
    {
        foreach (var path in (string[])[Bytime, SandboxClient.CtPath])
        {
            var text = await TextAsync(path, SandboxCredentials.TooLong);
            text.Length.ShouldBeGreaterThan(8 * 1024 * 1024);
            await ShouldBeDataOtherwiseAsync(path, text);
        }
    }

    [Fact]
    public async Task Data_comes_under_another_type()
    {
        using var response = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.WrongContentType);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        await ShouldBeDataOtherwiseAsync(Bytime, await SandboxClient.ReadTextAsync(response));
    }

    private async Task<string> TextAsync(string path, string token)
    {
        using var request = sandbox.Client.Request(path, token);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var response = await sandbox.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        return await SandboxClient.ReadTextAsync(response);
    }

    /// <summary>A lenient parser, which uses the last of two equal keys, sees the endpoint's data.</summary>
    private async Task ShouldBeDataOtherwiseAsync(string path, string text)
    {
        var (_, own) = await sandbox.Client.GetJsonAsync(path);
        using var careless = JsonDocument.Parse(text);
        foreach (var member in own.GetProperty("result").EnumerateObject())
            careless.RootElement.GetProperty("result").GetProperty(member.Name).GetRawText().ShouldBe(member.Value.GetRawText());
    }
}
