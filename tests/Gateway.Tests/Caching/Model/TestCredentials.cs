using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The credentials of histories, and the keys of their requests.</summary>
internal static class TestCredentials
{
    public const int Count = 2;

    public static readonly CacheSecret Secret = new([1, 2, 3]);

    public static readonly ImmutableArray<Caller> All =
        [.. Enumerable.Range(0, Count).Select(number => Secret.Identify(Credential.Bearer($"token-{number}")))];

    private static readonly ImmutableArray<RequestKeys> Keys =
        [.. All.SelectMany(caller => Question.All.Select(question => RequestKeys.Of(question, question.Endpoint, caller)))];

    private static readonly FrozenDictionary<(int Credential, string Scope), CacheKey> Scopes = Question.All
        .DistinctBy(question => question.Scope)
        .SelectMany(question => Enumerable.Range(0, Count).Select(credential => (Credential: credential, Question: question)))
        .ToFrozenDictionary(of => (of.Credential, of.Question.Scope), of => KeysOf(of.Credential, of.Question).Scope);

    public static int NumberOf(Caller caller) => All[0].Fingerprint == caller.Fingerprint ? 0 : 1;

    public static RequestKeys KeysOf(int credential, Question question) => Keys[(credential * Question.All.Length) + question.Number];

    public static CacheKey ScopeOf(int credential, string scope) => Scopes[(credential, scope)];

    public static CacheKey KeyOf(EntryOf entry) =>
        entry.Credential is { } credential ? KeysOf(credential, entry.Question).Own : entry.Question.Key;
}
