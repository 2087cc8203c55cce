using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Spectrum;

/// <summary>The JSON of a response: the API's envelope.</summary>
internal sealed record BytimeAnswer(bool Success, string[] Errors, string[] Messages, BytimeResult Result);

internal sealed record BytimeResult(
    int Rows,
    [property: JsonPropertyName("data_lag")] double DataLag,
    BytimeEcho Query,
    [property: JsonPropertyName("time_intervals")] IEnumerable<string[]>? TimeIntervals,
    IEnumerable<BytimeData> Data,
    Dictionary<string, double> Totals,
    Dictionary<string, double> Min,
    Dictionary<string, double> Max);

/// <summary>The query, as the API understood it.</summary>
internal sealed record BytimeEcho(
    string[] Dimensions,
    string[] Metrics,
    string? Filters,
    string[]? Sort,
    int? Limit,
    string Since,
    string Until,
    [property: JsonPropertyName("time_delta")] string? TimeDelta);

/// <param name="Dimensions">The values of the dimensions.</param>
/// <param name="Metrics">Each metric's values, a <c>double[][]</c>; of a summary, each metric's value, a <c>double[]</c>.</param>
internal sealed record BytimeData(string[] Dimensions, object Metrics);
