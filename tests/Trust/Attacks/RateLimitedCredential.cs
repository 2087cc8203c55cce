using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// One credential asks on 100 times a second, each time something new and half of it of each API, after Cloudflare told it by a 429 to
/// wait for five minutes. It gets the 429 before the attack: what is in flight beside that call could not know better.
/// </summary>
internal sealed class RateLimitedCredential()
    : CredentialAttack(SandboxCredentials.RateLimited + ".one", perSecond: 100, beginning: 1, "requests after a 429")
{
    public override IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        var own = calls.Count(SandboxEndpoint.Bytime, Token) + calls.Count(SandboxEndpoint.CtTimeseries, Token);
        if (own > 1)
        {
            yield return $"A credential that has to wait caused {own} calls.";
        }
    }

    protected override string QueryOf(int number) =>
        number % 2 == 0 ? Query.Spectrum(zone: 1, limit: 2 + number) : Query.Radar($"limited-{number}");
}
