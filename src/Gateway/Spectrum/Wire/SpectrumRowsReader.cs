using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the rows of a response: one for each combination of dimension values. The number of points comes from the response, never from the
/// request.
/// </summary>
/// <param name="zoneId">The zone of the request.</param>
internal sealed class SpectrumRowsReader(string zoneId)
{
    // Enough for all events, data centres and IP versions of some thirty applications. Also bounds the memory for a list of "{},".
    private const int MaxCount = 100_000;

    // Four times the number of known metrics.
    private static readonly int MaxColumns = 4 * SpectrumField.Metrics.Length;

    // The maximum number of nulls that are added to short columns, in all rows. Columns usually have the same length. Without a bound, one
    // long column would extend a hundred thousand short ones.
    private const int MaxFilling = 1 << 20;

    private static readonly JsonObjectReader<SpectrumRowsReader> Members = new(
        ("dimensions", static (ref json, row) => row.ReadDimensions(ref json)),
        ("metrics", static (ref json, row) => row.ReadColumns(ref json)));

    private readonly List<Row> _rows = [];
    private readonly List<string?> _dimensions = [];
    private readonly List<NumberColumn> _columns = [];
    private readonly ColumnBuilder _column = new();

    public SpectrumRowsReader Read(ref JsonReader json)
    {
        if (json.EnterUnlessNull(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                _rows.Add(_rows.Count < MaxCount ? ReadRow(ref json) : throw JsonReader.Invalid("There are too many rows."));
            }
        }

        return this;
    }

    public SpectrumRow[] Build(SpectrumEcho echo, TimeIntervals intervals)
    {
        var dimensions = Array.ConvertAll(echo.Dimensions, WireNames<SpectrumDimension>.Find);
        var metrics = Array.ConvertAll(echo.Metrics, WireNames<SpectrumMetric>.Find);
        var points = intervals.Count;
        foreach (var row in _rows)
        {
            foreach (var column in row.Columns)
            {
                points = Math.Max(points, column.Count);
            }
        }

        var missing = NumberColumn.OfNulls(points);
        var filling = 0L;
        var rows = new SpectrumRow[_rows.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var columns = Columns(_rows[i].Columns, metrics, missing, ref filling);
            rows[i] = new SpectrumRow(Dimensions(_rows[i].Dimensions, dimensions), intervals, columns);
        }

        return rows;
    }

    private Row ReadRow(ref JsonReader json)
    {
        _dimensions.Clear();
        _columns.Clear();
        if (json.EnterUnlessNull(JsonTokenType.StartObject))
        {
            Members.Read(ref json, this);
        }

        return new Row([.. _dimensions], [.. _columns]);
    }

    private SpectrumRowsReader ReadDimensions(ref JsonReader json)
    {
        if (json.EnterUnlessNull(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                var value = json.TextOrNumber();
                if (value is null && json.Token is not JsonTokenType.Null)
                {
                    throw JsonReader.Invalid("A dimension is no text.");
                }

                _dimensions.Add(value);
            }
        }

        return this;
    }

    /// <summary>
    /// Reads a list of columns, or a flat list with one value for each metric. A null is a null value or a column with one null.
    /// </summary>
    private SpectrumRowsReader ReadColumns(ref JsonReader json)
    {
        if (json.EnterUnlessNull(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                if (_columns.Count == MaxColumns)
                {
                    throw JsonReader.Invalid("There are too many columns.");
                }

                if (json.Token is JsonTokenType.StartArray)
                {
                    while (json.NextItem())
                    {
                        AddValue(ref json);
                    }
                }
                else
                {
                    AddValue(ref json);
                }

                _columns.Add(new NumberColumn(_column.Take()));
            }
        }

        return this;
    }

    private void AddValue(ref JsonReader json)
    {
        // A number beyond the range of a double is null, too.
        if (!_column.AddNumber(json.Scalar()) && json.Token is not (JsonTokenType.Number or JsonTokenType.Null))
        {
            throw JsonReader.Invalid("A metric is no number.");
        }
    }

    private SpectrumDimensions Dimensions(string?[] values, SpectrumDimension?[] names)
    {
        var known = new string?[SpectrumField.Dimensions.Length];
        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name)
            {
                known[(int)name] = values[i];
            }
        }

        return new SpectrumDimensions
        {
            ZoneId = zoneId,
            EventName = known[(int)SpectrumDimension.Event],
            AppId = known[(int)SpectrumDimension.AppId],
            ColoName = known[(int)SpectrumDimension.ColoName],
            IpVersion = SpectrumDimensions.ParseIpVersion(known[(int)SpectrumDimension.IpVersion]),
        };
    }

    /// <param name="values">The columns of the response, which may have different lengths.</param>
    /// <param name="names">The names of the columns.</param>
    /// <param name="missing">The column of a metric that has no values.</param>
    /// <param name="filling">The number of nulls that were added to columns so far.</param>
    private static ImmutableArray<NumberColumn> Columns(
        NumberColumn[] values, SpectrumMetric?[] names, NumberColumn missing, ref long filling)
    {
        var columns = new NumberColumn[SpectrumField.Metrics.Length];
        Array.Fill(columns, missing);
        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name && values[i].HasValues)
            {
                filling += missing.Count - values[i].Count;
                if (filling > MaxFilling)
                {
                    throw JsonReader.Invalid("The columns differ too much in length.");
                }

                columns[(int)name] = values[i].WithCount(missing.Count);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(columns);
    }

    /// <param name="Dimensions">The dimension values, in the order of the echo.</param>
    /// <param name="Columns">The columns as <c>[metric][interval]</c>, metrics in the order of the echo.</param>
    private readonly record struct Row(string?[] Dimensions, NumberColumn[] Columns);
}
