using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// Validates all parameters. There is a query only if all are valid. Unknown parameters are ignored. Lists are positional: the i-th value
/// belongs to the i-th series. There are as many series as dates. If a filter has fewer values, it does not apply to the remaining series.
/// </summary>
internal static class CertificateQueryReader
{
    private const string MetaKey = "meta";
    private const string Csv = "CSV";
    private const string Percentage = "PERCENTAGE";
    private const int LeastLimit = 2;

    // Cloudflare does not document its default.
    private const int DefaultLimit = 10;

    private static readonly string[] Formats = ["JSON", Csv];
    private static readonly string[] Normalizations = ["RAW_VALUES", Percentage];
    private static readonly string[] LogParameters = ["log", "logApi", "logOperator", "entryType"];

    /// <param name="dimension">The dimension to group by; null for no groups.</param>
    /// <param name="isSummary">Whether groups are counted over the whole window.</param>
    public static CertificateQuery? Read(
        QueryParameters query, DateTimeOffset now, Dimension? dimension = null, bool isSummary = false)
    {
        var format = query.Single(
            "format", text => Array.Find(Formats, one => one.Equals(text, StringComparison.OrdinalIgnoreCase)), "must be one of JSON, CSV");
        var windows = WindowReader.Read(query, now);
        var names = ReadNames(query, windows.Count, isSummary ? "summary" : "serie");
        foreach (var filter in SeriesFilter.All)
            CheckFilter(query, filter, windows.Count);
        if (IsUsed("tld") && Array.Find(LogParameters, IsUsed) is { } conflict)
            query.Problems.Add($"tld cannot be combined with {conflict}");

        var range = windows.FirstOrDefault().Length;
        var named = isSummary ? AggInterval.Grid : query.OneOf("aggInterval", AggInterval.All, interval => interval.Name);
        if (!isSummary && range > named?.MostRange)
            query.Problems.Add($"aggInterval {named.Name} is too fine for the date range");
        var grouping = dimension is null ? null : ReadGrouping(query, dimension, isSummary);
        return query.Problems.Count > 0 ? null : new(
            named ?? AggInterval.Default(range),
            format == Csv,
            [.. windows.Select((window, position) => new SeriesQuery(names[position], window, FiltersAt(query, position)))],
            grouping);

        // A dimension counts like its filter.
        bool IsUsed(string filter) => dimension?.Filter == filter || query.Repeated(filter) is not [];
    }

    private static Grouping ReadGrouping(QueryParameters query, Dimension dimension, bool isSummary)
    {
        int? limit = query.Single("limitPerGroup") is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (limit < LeastLimit)
            query.Problems.Add($"limitPerGroup must be at least {LeastLimit}");
        if (limit is not null && !dimension.HasManyValues)
            query.Problems.Add($"limitPerGroup is not available for {dimension.Name}");
        var normalization = query.OneOf("normalization", Normalizations, one => one);
        return new(dimension, limit ?? (dimension.HasManyValues ? DefaultLimit : int.MaxValue), normalization == Percentage, isSummary);
    }

    /// <summary>Names are keys of the response, next to <c>meta</c>.</summary>
    private static string[] ReadNames(QueryParameters query, int series, string prefix)
    {
        var names = query.Repeated("name");
        if (names is [])
            return [.. Enumerable.Range(0, series).Select(position => $"{prefix}_{position}")];

        if (names.Length != series)
            query.Problems.Add($"name has {names.Length} values for {series} series");
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            query.Problems.Add("name: values must be unique");
        if (names.Any(name => name is "" or MetaKey))
            query.Problems.Add("name: a value must not be empty or 'meta'");
        return names;
    }

    private static void CheckFilter(QueryParameters query, SeriesFilter filter, int series)
    {
        var values = query.Repeated(filter.Name);
        if (values.Length > series)
            query.Problems.Add($"{filter.Name} has {values.Length} values for {series} series");
        foreach (var value in values)
        {
            if (filter.FaultOf(value) is { } fault)
                query.Problems.Add($"{filter.Name}: '{value}' {fault}");
        }
    }

    /// <summary>An empty value does not filter the series at its position.</summary>
    private static IEnumerable<(SeriesFilter, string)> FiltersAt(QueryParameters query, int position) => SeriesFilter.All
        .Select(filter => (filter, Value: query.Repeated(filter.Name).ElementAtOrDefault(position)))
        .Where(entry => entry.Value is { Length: > 0 })
        .Select(entry => (entry.filter, entry.Value!));
}
