using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Radar;
using Gateway.Tests.Upstream;
using Gateway.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

public sealed class FingerprintCacheTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly CacheSecret _secret = CacheSecret.From(new CacheSecretOptions());
    private readonly KnownCredentials _known;
    private readonly FingerprintCache _callers;

    public FingerprintCacheTests()
    {
        _known = TestClient.Known(_time);
        _callers = new FingerprintCache(_secret, _known, _time);
    }

    [Fact]
    public void A_credential_that_comes_again_is_the_same_caller()
    {
        var first = _callers.Identify(Credential.Bearer("one"));
        _callers.Identify(Credential.Bearer("one")).ShouldBeSameAs(first);
        first.Fingerprint.ShouldBe(_secret.Identify(Credential.Bearer("one")).Fingerprint);
    }

    [Fact]
    public void Credentials_that_differ_in_anything_are_told_apart()
    {
        Credential[] credentials =
        [
            Credential.Bearer("one"), Credential.Bearer("One"), Credential.Bearer("one="), Credential.Key("", "one"),
            Credential.Key("a@example.com", "one"), Credential.Key("b@example.com", "one"), Credential.Key("a@example.com", "two"),
        ];
        for (var i = 0; i < 2; i++)
        {
            credentials.Select(_callers.Identify).ShouldAllBe(caller => caller.Fingerprint == _secret.Identify(caller.Credential).Fingerprint);
        }

        credentials.Select(credential => _callers.Identify(credential).Fingerprint).Distinct().Count().ShouldBe(credentials.Length);
    }

    [Fact]
    public void A_caller_is_remembered_as_long_as_it_comes_and_forgotten_within_a_minute_after()
    {
        var caller = _callers.Identify(Credential.Bearer("one"));
        for (var i = 0; i < 10; i++)
        {
            _time.Advance(FingerprintCache.MaxRetention / 2);
            _callers.Identify(Credential.Bearer("one")).ShouldBeSameAs(caller);
        }

        _time.Advance(FingerprintCache.MaxRetention / 2);
        _time.Advance(FingerprintCache.MaxRetention / 2);
        _callers.Identify(Credential.Bearer("one")).ShouldNotBeSameAs(caller);
    }

    [Fact]
    public void Of_a_hundred_thousand_guests_an_eighth_of_the_cache_is_remembered_and_with_them_who_comes_again()
    {
        var caller = _callers.Identify(Credential.Bearer("again"));
        for (var i = 0; i < 100_000; i++)
        {
            _callers.Identify(Credential.Bearer($"token-{i}"));
            _callers.Identify(Credential.Bearer("again")).ShouldBeSameAs(caller);
        }

        _callers.Count.ShouldBe(1024);
    }

    [Fact]
    public void A_hundred_thousand_guests_evict_no_known_caller()
    {
        var callers = Enumerable.Range(0, 100).Select(i => _callers.Identify(Credential.Bearer($"known-{i}"))).ToArray();
        foreach (var caller in callers)
        {
            _known.Add(RadarApi.Api, caller.Fingerprint);
            _callers.Identify(caller.Credential).ShouldBeSameAs(caller);
        }

        for (var i = 0; i < 100_000; i++)
        {
            _callers.Identify(Credential.Bearer($"token-{i}"));
        }

        callers.ShouldAllBe(caller => ReferenceEquals(_callers.Identify(caller.Credential), caller));
        _callers.Count.ShouldBe(100 + 1024);
    }

    public void Dispose() => _callers.Dispose();
}
