using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>Where an attack goes to: the gateway, or something that answers in its place.</summary>
internal sealed record Target(Uri Http1, Uri Http2);

/// <summary>What one caller, or many that somebody made up, do to the gateway while honest callers ask.</summary>
internal interface IAttack
{
    /// <summary>What the attacker does as an ordinary caller, before any attack begins.</summary>
    Task PrepareAsync(Target target) => Task.CompletedTask;

    /// <summary>Completes when the attack is going on.</summary>
    Task Started { get; }

    /// <summary>What it has sent so far.</summary>
    string Report { get; }

    /// <summary>Attacks until it is cancelled. Does not throw.</summary>
    Task RunAsync(Target target, CancellationToken cancellationToken);

    /// <summary>Which calls to Cloudflare it has caused beyond those that it may.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="elapsed">How long the gateway has run.</param>
    IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed);
}
