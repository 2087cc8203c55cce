using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Trust.Tests.Isolation;

/// <summary>What Cloudflare answers to each credential: asked directly, at a sandbox with the same data as the gateway's.</summary>
internal sealed class Oracle(SandboxHost sandbox) : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly ConcurrentDictionary<(Credential?, Question), Lazy<Task<string>>> _answers = new();

    /// <summary>The answer, as <see cref="Question.OfCloudflare"/> tells it.</summary>
    public Task<string> AnswerAsync(Credential credential, Question question) => _answers.GetOrAdd(
        // Radar's data is the same for all.
        (question.IsSpectrum ? credential : null, question), _ => new(() => AskAsync(credential, question))).Value;

    /// <summary>Whose data, and which, an answer is.</summary>
    public async Task<string> OwnerAsync(Question asked, string answer)
    {
        foreach (var credential in Callers.Good)
        {
            foreach (var question in asked.IsSpectrum ? (Question[])SpectrumQuestion.All : RadarQuestion.All)
            {
                if (await AnswerAsync(credential, question) == answer)
                {
                    return $"{question} as {credential} sees it";
                }
            }
        }

        return $"nobody's: {answer}";
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> AskAsync(Credential credential, Question question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{sandbox.BaseUrl}/{question.Target}");
        if (credential.Email.Length > 0)
        {
            request.Headers.Add("X-Auth-Email", credential.Email);
            request.Headers.Add("X-Auth-Key", credential.Secret);
        }
        else
        {
            request.Headers.Add("Authorization", $"Bearer {credential.Secret}");
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return question.OfCloudflare(JsonNode.Parse(body)!["result"]!);
    }
}
