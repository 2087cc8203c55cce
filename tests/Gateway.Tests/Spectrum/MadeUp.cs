using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;

namespace Gateway.Tests.Spectrum;

/// <summary>
/// Generates zone ids, dates and filters, most of them nearly valid. An implementation independent of the gateway decides which ones are
/// valid.
/// </summary>
internal static partial class MadeUp
{
    private static readonly string[] Nasty =
        ["", "A", "F", "g", "/", "\\", ".", "..", "../", "%", "%2e", "%2F", "?", "#", "&", ";", ":", "@", " ", "\t", "\n", "\r\n", "\0", "+", "٠", "ａ", "é", "–", "\u200b"];

    private static readonly string[] Dimensions = ["event", "appID", "coloName"];
    private static readonly string[] NoDimensions = ["Event", "appid", "colo", "count", "ipVersion ", "", "event.x", "'event'", "(event", "еvent"];
    private static readonly string[] Operators = ["==", "!=", ">=", "<=", ">", "<"];
    private static readonly string[] NoOperators = ["=", "===", "=>", "=~", "!", "<>", " == ", "%3D%3D", "", "==="];
    private static readonly string[] Values = ["connect", "SFO", "4", "6", "a_b-c.d", "AND", "OR", "event", "0", new('v', 128)];
    private static readonly string[] NoValues = ["", "a b", "'a'", "\"a\"", "a)", "a&limit=1", "a#", "a%20b", "é", "a\0", "a\n;", new('v', 129)];
    private static readonly string[] NoVersions = ["", "5", "44", "-4", "v4", "IPv6", new('6', 128)];
    private static readonly string[] Separators = [" AND ", " OR ", ";", ",", " ; ", " ,\t", "\r\nAND\n", "  OR  "];
    private static readonly string[] NoSeparators = ["AND", " and ", " OR", "OR ", "&&", " || ", "|", " ", "", "; AND ", ",,", "%3B", " AND AND "];
    private static readonly string[] DateForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd't'HH:mm:ss.fff'z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+00:00'", "yyyy-MM-dd'T'HH:mm:ss'-00:00'", "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'"];

    private static readonly string[] NoDateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'24:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:60'Z'",
        "yyyy-13-dd'T'HH:mm:ss'Z'", "yyyy-02-30'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffffff'000Z'", "yyyy-MM-dd'T'HH:mm:ss'+25:00'",
        "yyyy-MM-dd'T'HH:mm:ss'+0000'", "yyyy-MM-dd'T'HH:mm:ss'+1:00'", "'-'yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z&limit=1'", "yyyy-MM-dd'T'HH:mm:ss'Z '", "'now'", "'0'", "''", "yyyy-MM-dd'T'HH:mm:ss'+00:00Z'",
    ];

    /// <summary>Whether a zone id is one.</summary>
    public static bool IsZone(string text) => ZonePattern().IsMatch(text);

    /// <summary>Whether a filter is valid in Cloudflare's grammar and within the gateway's limits.</summary>
    public static bool IsFilter(string text) => FilterPattern().IsMatch(text);

    /// <summary>Whether a path with its query is one that the gateway may send: this and nothing else.</summary>
    public static bool IsWellFormed(string pathAndQuery) => TargetPattern().IsMatch(pathAndQuery);

    public static Arbitrary<SpectrumEventsArguments> Arguments() => Arb.From(
        from zone in Zone
        from timeDelta in Gen.Elements(Enum.GetValues<SpectrumTimeDelta>())
        from since in Instant
        from until in Instant
        from filters in Filter
        select new SpectrumEventsArguments(zone, timeDelta) { Since = since, Until = until, Filters = filters });

    public static Arbitrary<MadeUpQuery> Queries() => Arb.From(
        from zone in Zone
        from since in Date
        from until in Date
        from filters in Filter
        select new MadeUpQuery(zone, since, until, filters));

    private static Gen<string> Zone { get; } =
        from digits in Gen.Elements("0123456789abcdef".ToCharArray()).ArrayOf(32)
        let zone = new string(digits)
        from at in Gen.Choose(1, 31)
        from nasty in Gen.Elements(Nasty)
        from made in Gen.Frequency(
            (7, Gen.Constant(zone)),
            (5, Gen.Elements(zone[at..], zone + zone[..1], zone.ToUpperInvariant(), zone.Insert(at, nasty), zone.Remove(at, 1).Insert(at, nasty))))
        select made;

    /// <summary>An instant, rarely one at the edge of what there is.</summary>
    private static Gen<DateTimeOffset?> Instant { get; } = Gen.Frequency(
        (3, Gen.Constant<DateTimeOffset?>(null)),
        (1, Gen.Elements<DateTimeOffset?>(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(6), DateTimeOffset.MaxValue)),
        (4, from second in Gen.Choose(0, 86_399)
            from ticks in Gen.Choose(0, (int)TimeSpan.TicksPerSecond - 1)
            from offset in Gen.Choose(-840, 840)
            select (DateTimeOffset?)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
                .AddSeconds(second).AddTicks(ticks).ToOffset(TimeSpan.FromMinutes(offset))));

    /// <summary>A date as text, and its instant; null if the date is omitted or invalid.</summary>
    private static Gen<MadeUpDate> Date { get; } =
        from second in Gen.Choose(0, (28 * 86_400) - 1)
        let instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second)
        let written = (Func<string, string>)(form => instant.ToString(form, CultureInfo.InvariantCulture))
        from date in Gen.Frequency(
            (1, Gen.Constant(new MadeUpDate(null, null, true))),
            (4, Gen.Elements(DateForms).Select(form => new MadeUpDate(written(form), instant, true))),
            (1, Gen.Elements(NoDateForms).Select(form => new MadeUpDate(written(form), null, false))))
        select date;

    private static Gen<string?> Filter { get; } = Gen.Frequency(
        (3, Gen.Constant<string?>(null)), (1, Comparisons(60, 67, faulty: 0)), (3, Comparisons(1, 4, faulty: 0)), (3, Comparisons(1, 4, faulty: 10)));

    /// <param name="least">How many comparisons there are at least.</param>
    /// <param name="most">How many there are at most.</param>
    /// <param name="faulty">How many of a hundred parts are wrong.</param>
    private static Gen<string?> Comparisons(int least, int most, int faulty)
    {
        var comparison = Gen.Frequency(
            (3, Join(Part(Dimensions, NoDimensions), Part(Operators, NoOperators), Part(Values, NoValues))),
            (1, Join(Gen.Constant("ipVersion"), Part(Operators, NoOperators), Part(["4", "6"], NoVersions))));
        return from start in Gen.Elements("", "", " ", "\n")
               from count in Gen.Choose(least, most)
               from first in comparison
               from others in Join(Part(Separators, NoSeparators), comparison).ArrayOf(count - 1)
               from end in Part(["", "", " ", "\t"], [";"])
               select start + first + string.Concat(others) + end;

        Gen<string> Part(string[] right, string[] wrong) => Gen.Frequency((100 - faulty, Gen.Elements(right)), (faulty, Gen.Elements(wrong)));

        static Gen<string> Join(params Gen<string>[] parts) => Gen.CollectToArray(parts).Select(string.Concat);
    }

    [GeneratedRegex(@"\A[0-9A-Fa-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZonePattern();

    private const string Comparison =
        "(?:(?:event|appID|coloName)(?:==|!=|>=|<=|>|<)[A-Za-z0-9_.-]{1,128}|ipVersion(?:==|!=|>=|<=|>|<)[46])(?![A-Za-z0-9_.-])";

    [GeneratedRegex(
        @"\A[ \t\r\n]*" + Comparison + @"(?:(?:[ \t\r\n]*[;,]|[ \t\r\n]+(?:AND|OR)(?=[ \t\r\n]))[ \t\r\n]*" + Comparison + @"){0,63}[ \t\r\n]*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FilterPattern();

    private const string SentOperator = "(?:%3D%3D|!%3D|%3E%3D|%3C%3D|%3E|%3C)";
    private const string Sent = "(?:(?:event|appID|coloName)" + SentOperator + "[A-Za-z0-9_.-]{1,128}|ipVersion" + SentOperator + "[46])";
    private const string SentInstant = @"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}%3A[0-9]{2}%3A[0-9]{2}(?:\.[0-9]{1,7})?Z";

    [GeneratedRegex(
        @"\Azones/[0-9a-f]{32}/spectrum/analytics/events/bytime\?time_delta=(?:minute|dekaminute|hour|day|week|month|quarter|year)&metrics=count"
            + "(?:&filters=" + Sent + "(?:%20(?:AND|OR)%20" + Sent + "){0,63})?(?:&since=" + SentInstant + ")?(?:&until=" + SentInstant + @")?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TargetPattern();
}

public sealed record MadeUpQuery(string Zone, MadeUpDate Since, MadeUpDate Until, string? Filters);

/// <param name="Text">A date, or what nearly is one.</param>
/// <param name="Instant">What it stands for, if it is one.</param>
/// <param name="IsDate">Whether it may be sent; none at all may.</param>
public sealed record MadeUpDate(string? Text, DateTimeOffset? Instant, bool IsDate);
