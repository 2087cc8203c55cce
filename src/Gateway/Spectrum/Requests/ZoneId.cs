using System.Buffers;

namespace Gateway.Spectrum.Requests;

/// <summary>The form of a zone's id.</summary>
internal static class ZoneId
{
    private const int Length = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <param name="zoneId">The id.</param>
    /// <param name="argument">The argument that has it.</param>
    /// <returns>What is wrong with the id, and where the right one may be found; null if it is valid. Only an id is repeated.</returns>
    public static string? FaultOf(string zoneId, string argument = "zoneId")
    {
        if (IsValid(zoneId))
        {
            return null;
        }

        var help = zoneId.Contains('.')
            ? " A domain name is not an id. The id is on the zone's Overview page in Cloudflare's dashboard, section API, "
                + "and in the API's list of zones by name (GET /zones?name=…)."
            : WithoutDashes(zoneId) is { } id ? $" Without its dashes this one has: {id}."
            : zoneId.Length != Length ? FormattableString.Invariant($" This one has {zoneId.Length} characters.")
            : "";
        return $"`{argument}` has to be 32 hex digits, such as 023e105f4ecef8ad9ca31a8372d0c353.{help}";
    }

    public static bool IsValid(string zoneId) => zoneId.Length == Length && !zoneId.AsSpan().ContainsAnyExcept(HexDigits);

    private static string? WithoutDashes(string zoneId) =>
        zoneId.Length < 2 * Length && zoneId.Replace("-", "", StringComparison.Ordinal) is var id && IsValid(id)
            ? id.ToLowerInvariant()
            : null;
}
