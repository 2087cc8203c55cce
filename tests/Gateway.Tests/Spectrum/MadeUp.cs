using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Spectrum;

namespace Gateway.Tests.Spectrum;

/// <summary>
/// Made-up zone ids, dates and filters, most of them nearly right, and what of them may be sent, said in another way than the
/// gateway says it. The same seed makes the same ones.
/// </summary>
internal sealed partial class MadeUp(int seed)
{
    private static readonly string[] Nasty =
        ["", "A", "F", "g", "/", "\\", ".", "..", "../", "%", "%2e", "%2F", "?", "#", "&", ";", ":", "@", " ", "\t", "\n", "\r\n", "\0", "+", "٠", "ａ", "é", "–", "\u200b"];

    private static readonly string[] Dimensions = ["event", "appID", "coloName", "ipVersion"];
    private static readonly string[] NoDimensions = ["Event", "appid", "colo", "count", "ipVersion ", "", "event.x", "'event'", "(event", "еvent"];
    private static readonly string[] Operators = ["==", "!=", ">=", "<=", ">", "<"];
    private static readonly string[] NoOperators = ["=", "===", "=>", "=~", "!", "<>", " == ", "%3D%3D", "", "==="];
    private static readonly string[] Values = ["connect", "SFO", "4", "6", "a_b-c.d", "AND", "OR", "event", "0", new('v', 128)];
    private static readonly string[] NoValues = ["", "a b", "'a'", "\"a\"", "a)", "a&limit=1", "a#", "a%20b", "é", "a\0", "a\n;", new('v', 129)];
    private static readonly string[] Separators = [" AND ", " OR ", ";", ",", " ; ", " ,\t", "\r\nAND\n", "  OR  "];
    private static readonly string[] NoSeparators = ["AND", " and ", " OR", "OR ", "&&", " || ", "|", " ", "", "; AND ", ",,", "%3B", " AND AND "];
    private static readonly string[] DateForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd't'HH:mm:ss.fff'z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+00:00'", "yyyy-MM-dd'T'HH:mm:ss'-00:00'"];

    private static readonly string[] NoDateForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'24:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:60'Z'",
        "yyyy-13-dd'T'HH:mm:ss'Z'", "yyyy-02-30'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffffff'0Z'", "yyyy-MM-dd'T'HH:mm:ss'+25:00'",
        "yyyy-MM-dd'T'HH:mm:ss'+0000'", "yyyy-MM-dd'T'HH:mm:ss'+1:00'", "'-'yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z&limit=1'", "yyyy-MM-dd'T'HH:mm:ss'Z '", "'now'", "'0'", "''", "yyyy-MM-dd'T'HH:mm:ss'+00:00Z'",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Whether a zone id is one.</summary>
    public static bool IsZone(string text) => ZonePattern().IsMatch(text);

    /// <summary>Whether a filter is in Cloudflare's grammar, and no longer than the gateway takes.</summary>
    public static bool IsFilter(string text) => FilterPattern().IsMatch(text);

    /// <summary>Whether a path with its query is one that the gateway may send: this and nothing else.</summary>
    public static bool IsWellFormed(string pathAndQuery) => TargetPattern().IsMatch(pathAndQuery);

    public string Zone()
    {
        var zone = string.Create(CultureInfo.InvariantCulture, $"{_random.NextInt64():x16}{_random.NextInt64():x16}");
        return _random.Next(12) switch
        {
            < 7 => zone,
            7 => zone[..^_random.Next(1, 32)],
            8 => zone + zone[..(1 + _random.Next(2))],
            9 => zone.ToUpperInvariant(),
            10 => zone.Insert(_random.Next(33), Pick(Nasty)),
            _ => zone.Remove(_random.Next(32), 1).Insert(_random.Next(32), Pick(Nasty)),
        };
    }

    public string? Filter() => _random.Next(10) switch
    {
        < 3 => null,
        3 => Filter(_random.Next(60, 68), faulty: 0),
        < 7 => Filter(_random.Next(1, 5), faulty: 0),
        _ => Filter(_random.Next(1, 5), faulty: 0.1),
    };

    /// <summary>An instant, rarely one at the edge of what there is.</summary>
    public DateTimeOffset? Instant() => _random.Next(8) switch
    {
        < 3 => null,
        3 => Pick([DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(6), DateTimeOffset.MaxValue]),
        _ => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_random.NextInt64(TimeSpan.TicksPerDay)).ToOffset(TimeSpan.FromMinutes(_random.Next(-840, 841))),
    };

    /// <summary>A date as text, and the instant that it stands for, if it does for one.</summary>
    public (string? Text, DateTimeOffset? Instant, bool IsDate) Date()
    {
        var instant = new DateTimeOffset(2026, 1, 1 + _random.Next(28), _random.Next(24), _random.Next(60), _random.Next(60), TimeSpan.Zero);
        return _random.Next(6) switch
        {
            0 => (null, null, true),
            < 5 => (instant.ToString(Pick(DateForms), CultureInfo.InvariantCulture), instant, true),
            _ => (instant.ToString(Pick(NoDateForms), CultureInfo.InvariantCulture), null, false),
        };
    }

    public SpectrumTimeDelta TimeDelta() => Pick(Enum.GetValues<SpectrumTimeDelta>());

    private string Filter(int comparisons, double faulty)
    {
        var text = Pick(["", "", " ", "\n"]);
        for (var i = 0; i < comparisons; i++)
        {
            text += (i == 0 ? "" : Either(Separators, NoSeparators)) + Either(Dimensions, NoDimensions) + Either(Operators, NoOperators) + Either(Values, NoValues);
        }

        return text + Pick(["", "", " ", _random.NextDouble() < faulty ? ";" : "\t"]);

        string Either(string[] right, string[] wrong) => Pick(_random.NextDouble() < faulty ? wrong : right);
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZonePattern();

    private const string Comparison = "(?:event|appID|coloName|ipVersion)(?:==|!=|>=|<=|>|<)[A-Za-z0-9_.-]{1,128}(?![A-Za-z0-9_.-])";

    [GeneratedRegex(
        @"\A[ \t\r\n]*" + Comparison + @"(?:(?:[ \t\r\n]*[;,]|[ \t\r\n]+(?:AND|OR)(?=[ \t\r\n]))[ \t\r\n]*" + Comparison + @"){0,63}[ \t\r\n]*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FilterPattern();

    private const string Sent = "(?:event|appID|coloName|ipVersion)(?:%3D%3D|!%3D|%3E%3D|%3C%3D|%3E|%3C)[A-Za-z0-9_.-]{1,128}";
    private const string SentInstant = @"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}%3A[0-9]{2}%3A[0-9]{2}(?:\.[0-9]{1,7})?Z";

    [GeneratedRegex(
        @"\Azones/[0-9a-f]{32}/spectrum/analytics/events/bytime\?time_delta=(?:minute|dekaminute|hour|day|week|month|quarter|year)&metrics=count"
            + "(?:&filters=" + Sent + "(?:%20(?:AND|OR)%20" + Sent + "){0,63})?(?:&since=" + SentInstant + ")?(?:&until=" + SentInstant + @")?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TargetPattern();
}
