using System.Runtime.InteropServices;
using System.Text.Json;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the <c>result</c> of the <c>bytime</c> endpoint. What an answer makes no sense without is required; all else may be missing or
/// null.
/// </summary>
/// <param name="request">Says what the columns are where the answer does not.</param>
internal sealed class SpectrumBytimeReader(SpectrumBytimeRequest request) : IResultReader<SpectrumData>
{
    private static readonly JsonMembers Members = new("data", "time_intervals", "rows", "data_lag", "min", "max", "totals", "query");
    private static readonly JsonMembers MetricMembers = new(Array.ConvertAll(Enum.GetValues<SpectrumMetric>(), metric => metric.Wire()));
    private static readonly SpectrumMetrics NoMetrics = Metrics(new double?[SpectrumField.Metrics.Length]);

    public SpectrumData? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartObject)
        {
            return null;
        }

        var (rows, intervals, echo) = (new SpectrumRowsReader(), TimeIntervals.None, new Echo(request));
        var (min, max, totals) = (NoMetrics, NoMetrics, NoMetrics);
        var (rowCount, dataLag) = ((int?)null, (double?)null);
        var seen = 0u;
        while (json.NextMember(Members, ref seen) is { } name)
        {
            switch (name)
            {
                case "data":
                    rows.Read(ref json);
                    break;
                case "time_intervals":
                    intervals = ReadIntervals(ref json);
                    break;
                case "rows":
                    rowCount = json.Integer();
                    break;
                case "data_lag":
                    dataLag = json.Number();
                    break;
                case "min":
                    min = ReadMetrics(ref json);
                    break;
                case "max":
                    max = ReadMetrics(ref json);
                    break;
                case "totals":
                    totals = ReadMetrics(ref json);
                    break;
                case "query":
                    echo.Read(ref json);
                    break;
            }
        }

        return rowCount is >= 0 && dataLag is not null
            ? new SpectrumData(rows.Build(echo, intervals), intervals, dataLag.Value, rowCount.Value, min, max, totals, echo.Query)
            : null;
    }

    /// <summary>A list of <c>[start, end]</c>, where the end may be missing.</summary>
    private static TimeIntervals ReadIntervals(ref JsonReader json)
    {
        if (!json.EnterUnlessNull(JsonTokenType.StartArray))
        {
            return TimeIntervals.None;
        }

        var (starts, ends) = (new ColumnBuilder(), new ColumnBuilder());
        while (json.NextItem())
        {
            if (json.Token is not JsonTokenType.StartArray || !json.NextItem() || !starts.AddInstant(json.Scalar()))
            {
                throw JsonReader.Invalid("An interval has no start.");
            }

            if (json.NextItem())
            {
                ends.AddInstant(json.Scalar());
                while (json.NextItem())
                {
                    json.Skip();
                }
            }
            else
            {
                ends.AddNull();
            }
        }

        return new TimeIntervals(new InstantColumn(starts.Take()), new InstantColumn(ends.Take()));
    }

    private static SpectrumMetrics ReadMetrics(ref JsonReader json)
    {
        if (!json.EnterUnlessNull(JsonTokenType.StartObject))
        {
            return NoMetrics;
        }

        var values = new double?[SpectrumField.Metrics.Length];
        var seen = 0u;
        while (json.NextMember(MetricMembers, ref seen) is { } name)
        {
            values[(int)WireNames<SpectrumMetric>.Find(name)!] = json.NumberOrNull();
        }

        return Metrics(values);
    }

    private static SpectrumMetrics Metrics(double?[] values) => new(ImmutableCollectionsMarshal.AsImmutableArray(values));
}
