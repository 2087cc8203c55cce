using System.Buffers;

namespace Gateway.Upstream;

/// <summary>Reads the credential of a request. It must have exactly one form, each header once, and be well-formed.</summary>
/// <remarks>
/// Cloudflare would refuse the same credentials (codes 9106 and 6003, observed), or receive something other than the caller meant. An error
/// states the correct form and never quotes the value.
/// </remarks>
internal static class CredentialReader
{
    // Far longer than Cloudflare's tokens (40 characters, now with a prefix and a checksum), whose format may change again.
    private const int MaxSecretLength = 512;
    private const int MaxEmailLength = 254;

    private const string Forms = "`Authorization: Bearer <token>`, or `X-Auth-Email` together with `X-Auth-Key`";

    private static readonly string TokenRule = FormattableString.Invariant(
        $"must have 1 to {MaxSecretLength} characters out of `A-Z a-z 0-9 - . _ ~ + /`, and `=` at its end only");

    // The characters of b64token without the padding, which may only come last (RFC 6750, section 2.1).
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

        // The scheme is case-insensitive, and one or more spaces follow it (RFC 9110, sections 11.1 and 11.4).
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
