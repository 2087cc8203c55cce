namespace Gateway.Spectrum.Responses;

/// <summary>
/// A zone of Cloudflare. Whether it exists, and what of it the credential may read, shows in the fields below it: each of them fails by
/// itself.
/// </summary>
public sealed class Zone
{
    internal Zone(string id) => Id = id;

    /// <summary>The zone's id: 32 lower-case hex digits.</summary>
    [ID]
    public string Id { get; }
}
