using Gateway.Sandbox;

namespace Trust.Tests.Isolation;

/// <summary>Callers in every form of credential: good ones, refused ones, and both in one request.</summary>
internal static class Callers
{
    /// <summary>
    /// The same secret as a token and as the key of two users: three credentials that nothing but the whole credential tells apart.
    /// </summary>
    public static Credential[] Good { get; } =
    [
        .. from number in Enumerable.Range(0, 8)
           from email in (string[])["", "one@example.com", "two@example.com"]
           select new Credential($"canary-{number}", email),
    ];

    private static readonly Credential[] Refused =
    [
        .. from number in Enumerable.Range(0, 3)
           from fault in (string[])
           [
               SandboxCredentials.Invalid, SandboxCredentials.Unauthorized, SandboxCredentials.Forbidden,
               SandboxCredentials.NoPermission, SandboxCredentials.RateLimited,
           ]
           select new Credential($"{fault}.{number}", number == 2 ? "two@example.com" : ""),
    ];

    private static readonly Credential[] GoodTokens = [.. Good.Where(credential => credential.Email.Length == 0)];
    private static readonly Credential[] RefusedTokens = [.. Refused.Where(credential => credential.Email.Length == 0)];

    public static Caller Next(Random random)
    {
        var (any, one, other) = (Any(random), Token(random), Token(random));
        return random.Next(7) switch
        {
            0 => new([("X-Cloudflare-Spectrum-Authorization", $"Bearer {one.Secret}")], one, null),
            1 => new(
                [
                    ("X-Cloudflare-Spectrum-Authorization", $"Bearer {one.Secret}"),
                    ("X-Cloudflare-Radar-Authorization", $"Bearer {other.Secret}"),
                ],
                one, other),
            2 => new([.. General(any, random), ("X-Cloudflare-Spectrum-Authorization", $"Bearer {one.Secret}")], one, any),
            3 => new([.. General(any, random), ("X-Cloudflare-Radar-Authorization", $"Bearer {one.Secret}")], any, one),
            _ => new(General(any, random), any, any),
        };
    }

    private static (string Name, string Value)[] General(Credential credential, Random random) => credential.Email.Length > 0
        ? [("X-Auth-Email", credential.Email), ("X-Auth-Key", credential.Secret)]
        : [("Authorization", (random.Next(4) == 0 ? "bearer  " : "Bearer ") + credential.Secret)];

    private static Credential Any(Random random) => random.Next(6) == 0 ? random.Pick(Refused) : random.Pick(Good);

    private static Credential Token(Random random) => random.Next(6) == 0 ? random.Pick(RefusedTokens) : random.Pick(GoodTokens);
}

internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
