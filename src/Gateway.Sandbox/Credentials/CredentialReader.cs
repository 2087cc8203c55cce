using System.Text.RegularExpressions;
using Gateway.Sandbox.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Sandbox.Credentials;

/// <summary>
/// Reads <c>Authorization: Bearer</c>, or <c>X-Auth-Email</c> with <c>X-Auth-Key</c>. If both are configured, Cloudflare's own clients send
/// both, and the token takes precedence.
/// </summary>
internal static partial class CredentialReader
{
    [GeneratedRegex(@"^[A-Za-z0-9_.\-]{1,512}\z")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^Bearer +([A-Za-z0-9_.\-]{1,512})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z")]
    private static partial Regex Email();

    /// <param name="headers">The headers of the call.</param>
    /// <param name="secret">The token or the key.</param>
    /// <param name="owner">The e-mail address of a key; empty for a token.</param>
    public static ErrorAnswer? Read(IHeaderDictionary headers, out string secret, out string owner)
    {
        secret = owner = "";
        if (headers.Authorization is { Count: > 0 } authorization)
        {
            var match = Bearer().Match(One(authorization));
            secret = match.Groups[1].Value;
            return match.Success ? null : ErrorAnswer.MalformedAuthorization;
        }

        StringValues email = headers["X-Auth-Email"], key = headers["X-Auth-Key"];
        if (email.Count == 0 || key.Count == 0)
            return ErrorAnswer.MissingCredential;
        if (!Email().IsMatch(One(email)))
            return ErrorAnswer.MalformedEmail;
        (secret, owner) = (One(key), One(email));
        return Secret().IsMatch(secret) ? null : ErrorAnswer.MalformedKey;
    }

    private static string One(StringValues header) => header.Count == 1 ? header[0] ?? "" : "";
}
