using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>A request for a list, or for the details of one of its items.</summary>
internal sealed class CtCatalogueRequest : ICacheableRequest
{
    private const int FingerprintLength = 64;
    private const int MaxSlugLength = 100;

    public static readonly CtCatalogueRequest Authorities = new("radar/ct/authorities");
    public static readonly CtCatalogueRequest Logs = new("radar/ct/logs");

    private CtCatalogueRequest(string path) => (Path, Key) = (path, KeyWriter.OfRequest(path));

    /// <summary>The path, relative to the base address.</summary>
    public string Path { get; }

    public CacheKey Key { get; }

    string? ICacheableRequest.Zone => null;

    /// <summary>What stands for a page in the count of an operation's calls.</summary>
    public CacheKey KeyOfPage(int page) => KeyWriter.OfRequest(FormattableString.Invariant($"{Path}?page={page}"));

    /// <summary>The request for an authority. Cloudflare's fingerprints have capitals.</summary>
    public static Result<CtCatalogueRequest> Authority(string id) => id.Length == FingerprintLength && id.All(char.IsAsciiHexDigit)
        ? new CtCatalogueRequest($"radar/ct/authorities/{id.ToUpperInvariant()}")
        : Failure.BadInput("id", FormattableString.Invariant(
            $"`id` has to be {FingerprintLength} hex digits, the SHA-256 fingerprint that `ctAuthorities` has as `id`. This one has {id.Length} characters."));

    /// <summary>The request for a log.</summary>
    public static Result<CtCatalogueRequest> Log(string id) =>
        id.Length is > 0 and <= MaxSlugLength && id.All(static one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.')
            && id.Any(char.IsAsciiLetterOrDigit)
            ? new CtCatalogueRequest($"radar/ct/logs/{id}")
            : Failure.BadInput("id", FormattableString.Invariant(
                $"`id` has to be the slug of a log, such as `argon2024`, which `ctLogs` has as `id`: 1 to {MaxSlugLength} out of `a-z A-Z 0-9 - _ .`."));
}
