using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace BareKestrel;

/// <summary>One answer, ready to be sent: its headers parsed and its body encoded before the first request.</summary>
internal sealed class FixedAnswer
{
    private readonly int _status;
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly byte[] _body;

    private FixedAnswer(int status, KeyValuePair<string, StringValues>[] headers, byte[] body) =>
        (_status, _headers, _body) = (status, headers, body);

    public static FixedAnswer Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        return new(
            root.GetProperty("status").GetInt32(),
            [.. root.GetProperty("headers").EnumerateObject()
                .Select(header => KeyValuePair.Create(header.Name, new StringValues(header.Value.GetString())))],
            Encoding.UTF8.GetBytes(root.GetProperty("body").GetString()!));
    }

    public async Task SendAsync(HttpContext context)
    {
        await context.Request.BodyReader.ReadToEndAsync();
        var response = context.Response;
        response.StatusCode = _status;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = _body.Length;
        await response.BodyWriter.WriteAsync(_body);
    }
}
