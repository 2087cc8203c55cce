using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// One credential asks 50 times a second, each time something new, for a zone for which Cloudflare answers 504 to it, and data to others.
/// It is a known one: from another zone it got data.
/// </summary>
internal sealed class FailingZone()
    : CredentialAttack($"{SandboxCredentials.GatewayTimeout}.in-{0:x32}", perSecond: 50, beginning: 50, "requests for a failing zone")
{
    /// <summary>Retries take at most a fifth of the endpoint's requests, or three in ten seconds.</summary>
    public override IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        var own = calls.Count(SandboxEndpoint.Bytime, Token);
        var retries = (0.2 * calls.Count(SandboxEndpoint.Bytime)) + (3 * (1 + (elapsed / TimeSpan.FromSeconds(10))));
        if (own > 1 + Sent + retries)
        {
            yield return $"{Sent} requests for a failing zone caused {own} calls.";
        }
    }

    protected override string QueryOf(int number) => Query.Spectrum(zone: 0, limit: 1 + number);
}
