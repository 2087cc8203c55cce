using System.Buffers;

namespace Gateway.Upstream;

/// <summary>The rules for the credential of a request: exactly one form, each of its headers once, well-formed.</summary>
/// <remarks>
/// What is refused here would be refused by Cloudflare too (9106, 6003), or would reach it as something else than the caller meant.
/// A refusal says what would be right, and never repeats what was sent.
/// </remarks>
internal static class CredentialReader
{
    // Cloudflare's tokens have had 40 characters, prefixes and checksums; the length says nothing about a token but that it is one.
    private const int MaxSecretLength = 512;
    private const int MaxEmailLength = 254;

    private const string Forms = "`Authorization: Bearer <token>`, or `X-Auth-Email` together with `X-Auth-Key`";

    private static readonly string TokenRule = FormattableString.Invariant(
        $"must have 1 to {MaxSecretLength} characters out of `A-Z a-z 0-9 - . _ ~ + /`, and `=` at its end only");

    // RFC 6750, section 2.1: b64token, whose padding may only come last.
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/");

    public static Result<Credential> Read(IHeaderDictionary headers, CloudflareApi api)
    {
        if (headers.ContainsKey(api.CredentialHeader))
        {
            return ReadBearer(headers, api.CredentialHeader);
        }

        return (headers.ContainsKey("Authorization"), headers.ContainsKey("X-Auth-Email"), headers.ContainsKey("X-Auth-Key")) switch
        {
            (true, false, false) => ReadBearer(headers, "Authorization"),
            (false, true, true) => ReadKey(headers),
            (true, _, _) => Refuse($"The request carries two Cloudflare credentials; send one: {Forms}."),
            (false, true, false) => Refuse("`X-Auth-Email` needs `X-Auth-Key` beside it."),
            (false, false, true) => Refuse("`X-Auth-Key` needs `X-Auth-Email` beside it."),
            _ => Refuse(
                $"The request carries no Cloudflare credential; send {Forms}, "
                + $"or `{api.CredentialHeader}: Bearer <token>` for this API alone."),
        };
    }

    private static Result<Credential> ReadBearer(IHeaderDictionary headers, string name)
    {
        const string Scheme = "Bearer ";
        if (headers[name] is not [{ } value])
        {
            return RefuseRepeated(name);
        }

        // RFC 9110, section 11.1: the scheme's case does not matter, and any number of spaces follows it.
        return !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || value.AsSpan(Scheme.Length).TrimStart(' ') is not { Length: > 0 } token
            ? Refuse($"`{name}` must have the form `Bearer <token>`.")
            : IsToken(token) ? Credential.Bearer(token.ToString())
            : Refuse($"The token in `{name}` {TokenRule}.");
    }

    private static Result<Credential> ReadKey(IHeaderDictionary headers) =>
        headers["X-Auth-Email"] is not [{ } email] ? RefuseRepeated("X-Auth-Email")
        : headers["X-Auth-Key"] is not [{ } key] ? RefuseRepeated("X-Auth-Key")
        : !IsEmail(email) ? Refuse($"`X-Auth-Email` must be one e-mail address in ASCII, of at most {MaxEmailLength} characters.")
        : IsToken(key) ? Credential.Key(email, key)
        : Refuse($"`X-Auth-Key` {TokenRule}.");

    private static bool IsToken(ReadOnlySpan<char> token)
    {
        var unpadded = token.TrimEnd('=');
        return token.Length <= MaxSecretLength && !unpadded.IsEmpty && !unpadded.ContainsAnyExcept(TokenCharacters);
    }

    private static bool IsEmail(string email)
    {
        var at = email.IndexOf('@');
        return email.Length <= MaxEmailLength
            && at > 0
            && at == email.LastIndexOf('@')
            && at < email.Length - 1
            && !email.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !email.Contains(',');
    }

    private static Failure RefuseRepeated(string name) => Refuse($"The request must carry `{name}` exactly once.");

    private static Failure Refuse(string message) => new(FailureKind.Unauthenticated, message);
}
