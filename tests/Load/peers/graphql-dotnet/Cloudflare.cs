using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace GraphQLDotNet;

/// <summary>Cloudflare's answers, each kept for the credential that it was fetched with, for longer than any run.</summary>
internal sealed class Cloudflare(string address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
    });

    // As much room as the other peers have.
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>What was made of the answer is kept, so that a hit costs no parsing.</summary>
    public ValueTask<T> GetAsync<TAnswer, T>(string pathAndQuery, string authorization, Func<TAnswer, T> read)
        where T : class =>
        _answers.TryGetValue((authorization, pathAndQuery), out T? known) ? new(known!) : FetchAsync(pathAndQuery, authorization, read);

    public void Dispose()
    {
        _http.Dispose();
        _answers.Dispose();
    }

    private async ValueTask<T> FetchAsync<TAnswer, T>(string pathAndQuery, string authorization, Func<TAnswer, T> read)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/client/v4{pathAndQuery}");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var envelope = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Envelope<TAnswer>>(Json))!;
        if (!envelope.Success)
        {
            throw new HttpRequestException("Cloudflare answered without success.");
        }

        var found = read(envelope.Result!);
        var options = new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept };
        return _answers.Set((authorization, pathAndQuery), found, options);
    }

    private sealed record Envelope<T>(bool Success, T? Result);
}
