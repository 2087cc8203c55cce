using System.IO.Compression;
using System.Text;

namespace Gateway.Sandbox.Faults;

/// <summary>
/// Small bodies that decompress to 512 MiB: a valid envelope with much white space, so only a limit of the decompressed bytes stops a
/// reader. Each is created once in a process, on first use, in a third of a second.
/// </summary>
internal static class CompressionBombs
{
    private const int Blocks = 512;
    private const int BlockBytes = 1024 * 1024;

    /// <summary>0.5 MB on the wire.</summary>
    public static Fault Gzip { get; } = Of("gzip", packed => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>0.5 MB on the wire. HTTP's deflate is the zlib format.</summary>
    public static Fault Deflate { get; } = Of("deflate", packed => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>0.1 MB on the wire.</summary>
    public static Fault Brotli { get; } = Of("br", packed => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true));

    private static Fault Of(string coding, Func<Stream, Stream> pack)
    {
        var answer = new Lazy<ServedAnswer>(() => new(200, "application/json", Pack(pack))
        {
            Headers = new Dictionary<string, string> { ["Content-Encoding"] = coding },
        });
        return (context, _) => answer.Value.WriteAsync(context);
    }

    private static byte[] Pack(Func<Stream, Stream> pack)
    {
        var spaces = new byte[BlockBytes];
        Array.Fill(spaces, (byte)' ');
        using var packed = new MemoryStream();
        using (var plain = pack(packed))
        {
            plain.Write(Encoding.ASCII.GetBytes(FaultKinds.HalfABody));
            for (var i = 0; i < Blocks; i++)
                plain.Write(spaces);
            plain.Write("}}"u8);
        }

        return packed.ToArray();
    }
}
