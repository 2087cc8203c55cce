using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Credentials;

/// <summary>A number that stands for a credential: in the data that it gets, and where its calls are counted.</summary>
internal sealed record Canary(ulong Number)
{
    /// <param name="secret">The token or the key.</param>
    /// <param name="owner">The e-mail address of a key; empty for a token.</param>
    public static Canary Of(string secret, string owner) => new(Hash.Of(Hash.Of(0, secret), owner));

    /// <summary>The seed of this credential's data.</summary>
    public ulong Mark(ulong seed) => Hash.Of(seed, Number);
}
