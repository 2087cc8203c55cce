using System.IO.Compression;
using System.Text;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class CompressionBombTests(SharedSandbox sandbox)
{
    private const long Mebi = 1024 * 1024;

    [Theory]
    [InlineData(SandboxCredentials.GzipBomb, "gzip")]
    [InlineData(SandboxCredentials.DeflateBomb, "deflate")]
    [InlineData(SandboxCredentials.BrotliBomb, "br")]
    public async Task A_bomb_is_small_on_the_wire_and_unpacks_to_512_MiB_of_JSON(string token, string coding)
    {
        using var response = await sandbox.Client.GetAsync(SandboxClient.CtPath, token);
        response.Content.Headers.ContentEncoding.ShouldBe([coding]);
        response.Content.Headers.ContentLength!.Value.ShouldBeLessThan(Mebi);

        await using var packed = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => new BrotliStream(packed, CompressionMode.Decompress),
        };
        var (length, text) = await CountAsync(plain);

        length.ShouldBeInRange(512 * Mebi, 512 * Mebi + 100);
        text.ShouldBe("""{"success":true,"errors":[],"messages":[],"result":{}}""");
    }

    /// <summary>How long it is, and what is left without the white space.</summary>
    private static async Task<(long Length, string Text)> CountAsync(Stream plain)
    {
        var (length, text, buffer) = (0L, "", new byte[Mebi]);
        while (await plain.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
        {
            length += count;
            text += Encoding.ASCII.GetString(buffer, 0, count).Trim();
        }

        return (length, text);
    }
}
