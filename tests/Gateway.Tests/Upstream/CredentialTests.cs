using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Tests.Upstream;

public class CredentialTests
{
    private const string Token = "a-token_of.the~usual+form/with=";
    private const string RadarHeader = "X-Cloudflare-Radar-Authorization";

    [Theory]
    [InlineData("Bearer a-token_of.the~usual+form/with=")]
    [InlineData("bearer a-token_of.the~usual+form/with=")]
    [InlineData("BEARER   a-token_of.the~usual+form/with=")]
    public void A_bearer_token_is_sent_as_one(string header)
    {
        var sent = Sent(Read(RadarApi.Api, ("Authorization", header)));

        sent.ShouldBe(["Authorization: Bearer " + Token]);
    }

    [Fact]
    public void An_email_address_and_a_key_are_sent_as_a_pair()
    {
        var sent = Sent(Read(SpectrumApi.Api, ("X-Auth-Email", "user@example.com"), ("X-Auth-Key", "0123abcd")));

        sent.ShouldBe(["X-Auth-Email: user@example.com", "X-Auth-Key: 0123abcd"]);
    }

    [Theory]
    [InlineData("X-Cloudflare-Radar-Authorization", "Bearer own", "Bearer general")]
    [InlineData("X-Cloudflare-Spectrum-Authorization", "Bearer general", "Bearer own")]
    public void The_token_for_one_endpoint_goes_before_the_general_one_and_only_there(string header, string radar, string spectrum)
    {
        (string, StringValues)[] headers = [("Authorization", "Bearer general"), (header, "Bearer own")];

        Sent(Read(RadarApi.Api, headers)).ShouldBe(["Authorization: " + radar]);
        Sent(Read(SpectrumApi.Api, headers)).ShouldBe(["Authorization: " + spectrum]);
    }

    [Fact]
    public void The_token_for_one_endpoint_goes_before_a_pair_too()
    {
        var sent = Sent(Read(RadarApi.Api, ("X-Auth-Email", "user@example.com"), ("X-Auth-Key", "0123abcd"), (RadarHeader, "Bearer own")));

        sent.ShouldBe(["Authorization: Bearer own"]);
    }

    [Fact]
    public void No_credential_is_refused_with_every_form_that_would_do() =>
        Refusal().ShouldContain("X-Cloudflare-Radar-Authorization: Bearer <token>");

    [Fact]
    public void Half_a_pair_is_refused()
    {
        Refusal(("X-Auth-Email", "user@example.com")).ShouldBe("`X-Auth-Email` needs `X-Auth-Key` beside it.");
        Refusal(("X-Auth-Key", "0123abcd")).ShouldBe("`X-Auth-Key` needs `X-Auth-Email` beside it.");
    }

    [Fact]
    public void Both_forms_together_are_refused()
    {
        Refusal(("Authorization", "Bearer secret-1"), ("X-Auth-Email", "user@example.com"), ("X-Auth-Key", "secret-2")).ShouldContain("two");
        Refusal(("Authorization", "Bearer secret-1"), ("X-Auth-Key", "secret-2")).ShouldContain("two");
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData(RadarHeader)]
    public void A_header_that_comes_twice_is_refused(string header) =>
        Refusal((header, new StringValues(["Bearer secret-1", "Bearer secret-2"]))).ShouldContain("exactly once");

    [Fact]
    public void Half_of_a_pair_that_comes_twice_is_refused()
    {
        Refusal(("X-Auth-Email", new StringValues(["a@example.com", "b@example.com"])), ("X-Auth-Key", "secret-1")).ShouldContain("exactly once");
        Refusal(("X-Auth-Email", "a@example.com"), ("X-Auth-Key", new StringValues(["secret-1", "secret-2"]))).ShouldContain("exactly once");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("secret-token")]
    [InlineData("Basic secret-token")]
    [InlineData("Bearer secret token")]
    [InlineData("Bearer secret\r\nX-Injected: 1")]
    [InlineData("Bearer secret\ntoken")]
    [InlineData("Bearer secret\0token")]
    [InlineData("Bearer secret\ttoken")]
    [InlineData("Bearer secrét")]
    [InlineData("Bearer secret\u2028")]
    [InlineData("Bearer secret,other")]
    [InlineData("Bearer =secret")]
    [InlineData("Bearer =")]
    [InlineData("Bearer sec=ret")]
    [InlineData("Bearer \"secret\"")]
    public void A_malformed_token_is_refused(string header)
    {
        Refusal(("Authorization", header)).ShouldContain("`Authorization`");
        Refusal((RadarHeader, header), ("Authorization", "Bearer fine")).ShouldContain($"`{RadarHeader}`");
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_token_has_512_characters_at_most(int length, bool accepted) =>
        (Read(RadarApi.Api, ("Authorization", "Bearer " + new string('x', length))).Failure is null).ShouldBe(accepted);

    [Theory]
    [InlineData("", "0123abcd")]
    [InlineData("user", "0123abcd")]
    [InlineData("@example.com", "0123abcd")]
    [InlineData("user@", "0123abcd")]
    [InlineData("user@@example.com", "0123abcd")]
    [InlineData("us er@example.com", "0123abcd")]
    [InlineData("usér@example.com", "0123abcd")]
    [InlineData("user@example.com\r\nX-Injected: 1", "0123abcd")]
    [InlineData("a@example.com,b", "0123abcd")]
    [InlineData("user@example.com", "")]
    [InlineData("user@example.com", "secret key")]
    [InlineData("user@example.com", "secret\nkey")]
    [InlineData("user@example.com", "secrét")]
    public void A_malformed_pair_is_refused(string email, string key) =>
        Refusal(("X-Auth-Email", email), ("X-Auth-Key", key)).ShouldContain("`X-Auth-");

    [Fact]
    public void A_fingerprint_covers_the_scheme_all_parts_and_the_key()
    {
        Credential[] credentials =
        [
            Credential.Bearer("token"),
            Credential.Bearer("token2"),
            Credential.Key("", "token"),
            Credential.Key("a@b", "ctoken"),
            Credential.Key("a@bc", "token"),
        ];
        var key = "one key"u8;

        var fingerprints = new HashSet<CredentialFingerprint>();
        foreach (var credential in credentials)
        {
            fingerprints.Add(credential.Fingerprint(key)).ShouldBeTrue();
            fingerprints.Add(credential.Fingerprint("another"u8)).ShouldBeTrue();
        }

        Credential.Bearer("token").Fingerprint(key).ShouldBe(credentials[0].Fingerprint(key));
    }

    [Fact]
    public void A_credential_shows_its_scheme_and_nothing_else()
    {
        Credential.Bearer("secret").ToString().ShouldBe("Bearer (redacted)");
        Credential.Key("user@example.com", "secret").ToString().ShouldBe("X-Auth-Key (redacted)");
    }

    private static Result<Credential> Read(CloudflareApi api, params ReadOnlySpan<(string Name, StringValues Value)> headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary[name] = value;
        }

        return CredentialReader.Read(dictionary, api);
    }

    private static string Refusal(params ReadOnlySpan<(string Name, StringValues Value)> headers)
    {
        var failure = Read(RadarApi.Api, headers).Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Unauthenticated);
        failure.Message.ShouldNotContain("secr");
        return failure.Message;
    }

    private static IEnumerable<string> Sent(Result<Credential> credential)
    {
        using var request = new HttpRequestMessage();
        credential.Value.ShouldNotBeNull().Apply(request);
        return [.. request.Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value)}")];
    }
}
