using System.Text.Json;

namespace Gateway.Sandbox.Tests.Spectrum;

/// <summary>An answer of bytime, in a form to calculate with.</summary>
internal sealed class BytimeTable
{
    private readonly string[] _metrics;
    private readonly JsonElement _result;

    public BytimeTable(JsonElement result)
    {
        _result = result;
        _metrics = SharedSandbox.Strings(result.GetProperty("query").GetProperty("metrics"));
        Starts = [.. result.GetProperty("time_intervals").EnumerateArray().Select(interval => interval[0].GetString()!)];
        foreach (var row in result.GetProperty("data").EnumerateArray())
        {
            row.GetProperty("metrics").GetArrayLength().ShouldBe(_metrics.Length);
            Rows.Add(
                string.Join('/', SharedSandbox.Strings(row.GetProperty("dimensions"))),
                [.. row.GetProperty("metrics").EnumerateArray().Select(series => series.EnumerateArray().Select(value => value.GetDouble()).ToArray())]);
        }

        Rows.Values.SelectMany(series => series).ShouldAllBe(series => series.Length == Starts.Length);
    }

    public string[] Starts { get; }

    public Dictionary<string, double[][]> Rows { get; } = [];

    public string[] Keys => [.. Rows.Keys];

    public int RowCount => _result.GetProperty("rows").GetInt32();

    public double[] Series(string key, string metric) => Rows[key][Array.IndexOf(_metrics, metric)];

    public IEnumerable<double> All(string metric) => Rows.Keys.SelectMany(key => Series(key, metric));

    public double Map(string map, string metric) => _result.GetProperty(map).GetProperty(metric).GetDouble();
}
