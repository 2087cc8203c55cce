using System.Globalization;
using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Spectrum;

/// <summary>The cells of a zone: five kinds of event in three applications, six places and two IP versions.</summary>
internal static class ZoneEvents
{
    private const int Applications = 3;

    private static readonly string[] Colos = ["AMS", "FRA", "GRU", "NRT", "SFO", "SIN"];
    private static readonly string[] IpVersions = ["4", "6"];

    public static IEnumerable<EventCell> Of(ulong seed, string zone)
    {
        var zoneSeed = Hash.Of(seed, zone);
        return from kind in EventKind.All
               from application in Enumerable.Range(0, Applications)
               from colo in Colos
               from ipVersion in IpVersions
               select new EventCell(zoneSeed, kind, ApplicationId(zoneSeed, application), colo, ipVersion);
    }

    /// <summary>The maximum number of rows with these dimensions.</summary>
    public static int Combinations(IEnumerable<string> dimensions)
    {
        int[] values = [EventKind.All.Length, Applications, Colos.Length, IpVersions.Length];
        return dimensions.Aggregate(1, (product, dimension) => product * values[Array.IndexOf(Terms.Dimensions, dimension)]);
    }

    /// <summary>The id of a zone's application. Those after the first three have no events.</summary>
    public static string ApplicationId(ulong seed, string zone, int index) => ApplicationId(Hash.Of(seed, zone), index);

    private static string ApplicationId(ulong zoneSeed, int index)
    {
        var half = Hash.Of(zoneSeed, (ulong)index);
        return string.Create(CultureInfo.InvariantCulture, $"{half:x16}{Hash.Of(half, zoneSeed):x16}");
    }
}
