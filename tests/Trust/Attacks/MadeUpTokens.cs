using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// 300 requests a second, half of them to each API, each with a token that was made up for it and that Cloudflare refuses. The attack is
/// felt in the first second.
/// </summary>
internal sealed class MadeUpTokens() : PacedAttack(perSecond: 300, beginning: 150, "made-up tokens")
{
    public override IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed) =>
        from number in Enumerable.Range(0, Sent)
        let count = calls.Count(SandboxEndpoint.Bytime, TokenOf(number)) + calls.Count(SandboxEndpoint.CtTimeseries, TokenOf(number))
        where count > 1
        select $"A made-up token caused {count} calls.";

    protected override string TokenOf(int number) => $"{SandboxCredentials.Invalid}.{number}";

    protected override string QueryOf(int number) =>
        number % 2 == 0 ? Query.Spectrum(zone: 1000, limit: 10) : Query.Radar("made-up");
}
