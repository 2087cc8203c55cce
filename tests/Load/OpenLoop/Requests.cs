using System.Text;

namespace OpenLoop;

/// <summary>The requests, encoded beforehand: each takes the next token, and after the last token the next body.</summary>
internal sealed class Requests
{
    private readonly byte[][] _requests;

    private Requests(byte[][] requests) => _requests = requests;

    public ReadOnlySpan<byte> this[int turn] => _requests[turn % _requests.Length];

    public static Requests Read(string tokenFile, string bodyFile, int port)
    {
        var tokens = File.ReadAllLines(tokenFile);
        return new([.. File.ReadAllLines(bodyFile).SelectMany(body => tokens.Select(token => Encode(token, body, port)))]);
    }

    private static byte[] Encode(string token, string body, int port) => Encoding.UTF8.GetBytes(
        $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
        + $"Authorization: Bearer {token}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
