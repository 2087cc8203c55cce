using System.Buffers;
using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum.Wire;

/// <summary>A reply as bytes for L2: columns as they are, intervals once for all rows.</summary>
internal static class SpectrumPayload
{
    /// <summary>The first byte; another number for any change of what follows or of the numbers of an enum.</summary>
    private const byte Version = 2;

    private const int MaxPoints = 1 << 20;

    public static void Write(SpectrumResponse reply, IBufferWriter<byte> output)
    {
        var writer = new PayloadWriter(output);
        var data = reply.Data;
        writer.Byte(Version);
        writer.Column(data.TimeIntervals.Starts);
        writer.Column(data.TimeIntervals.Ends);

        writer.Count(data.Rows.Count);
        foreach (var row in data.Rows)
        {
            WriteRow(writer, row);
        }

        writer.Double(data.DataLag);
        writer.Count(data.RowCount);
        WriteMetrics(writer, data.Min);
        WriteMetrics(writer, data.Max);
        WriteMetrics(writer, data.Totals);
        WriteQuery(writer, data.Query);
        writer.Messages(reply.Messages);
    }

    public static SpectrumResponse? Read(ReadOnlySpan<byte> payload, DateTimeOffset receivedAt)
    {
        var reader = new PayloadReader(payload);
        if (reader.Byte() != Version)
        {
            return null;
        }

        var intervals = new TimeIntervals(reader.Instants(), reader.Instants(isOptional: true));
        if (intervals.Ends.Count != intervals.Count)
        {
            return null;
        }

        var rows = new SpectrumRow[reader.ListCount()];
        NumberColumn? missing = null;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = ReadRow(ref reader, intervals, ref missing);
        }

        var data = new SpectrumData(
            rows, intervals, reader.Double(), reader.Count(),
            ReadMetrics(ref reader), ReadMetrics(ref reader), ReadMetrics(ref reader), ReadQuery(ref reader));
        var messages = reader.Messages();
        return reader.IsComplete ? new SpectrumResponse(data, messages, receivedAt) : null;
    }

    private static void WriteRow(PayloadWriter writer, SpectrumRow row)
    {
        writer.OptionalText(row.Dimensions.EventName);
        writer.OptionalText(row.Dimensions.AppId);
        writer.OptionalText(row.Dimensions.ColoName);
        writer.Int(row.Dimensions.IpVersion);
        writer.Count(row.Points.Count);
        for (var metric = default(SpectrumMetric); (int)metric < SpectrumNames.MetricCount; metric++)
        {
            var column = row.Column(metric);
            if (writer.Has(column.HasValues))
            {
                writer.Column(column);
            }
        }
    }

    /// <param name="missing">The column of a metric that is not there; one for all rows, which have one length.</param>
    private static SpectrumRow ReadRow(ref PayloadReader reader, TimeIntervals intervals, ref NumberColumn? missing)
    {
        var dimensions = new SpectrumDimensions
        {
            EventName = reader.OptionalText(),
            AppId = reader.OptionalText(),
            ColoName = reader.OptionalText(),
            IpVersion = reader.OptionalInt(),
        };
        var points = reader.CountUpTo(MaxPoints);
        var columns = ImmutableArray.CreateBuilder<NumberColumn>(SpectrumNames.MetricCount);
        for (var i = 0; i < SpectrumNames.MetricCount; i++)
        {
            columns.Add(reader.Has() ? reader.Numbers(points) : Missing(points, ref missing));
        }

        return new SpectrumRow(dimensions, intervals, columns.MoveToImmutable());
    }

    private static NumberColumn Missing(int points, ref NumberColumn? missing)
    {
        if (missing?.Count != points)
        {
            missing = NumberColumn.OfNulls(points);
        }

        return missing;
    }

    private static void WriteMetrics(PayloadWriter writer, SpectrumMetrics metrics)
    {
        for (var metric = default(SpectrumMetric); (int)metric < SpectrumNames.MetricCount; metric++)
        {
            writer.Double(metrics.Value(metric));
        }
    }

    private static SpectrumMetrics ReadMetrics(ref PayloadReader reader)
    {
        var values = ImmutableArray.CreateBuilder<double?>(SpectrumNames.MetricCount);
        for (var i = 0; i < SpectrumNames.MetricCount; i++)
        {
            values.Add(reader.OptionalDouble());
        }

        return new SpectrumMetrics(values.MoveToImmutable());
    }

    private static void WriteQuery(PayloadWriter writer, SpectrumQuery query)
    {
        WriteList(query.Dimensions, static dimension => (byte)dimension);
        WriteList(query.Metrics, static metric => (byte)metric);
        writer.OptionalText(query.Filters);
        writer.Int(query.Limit);
        writer.Instant(query.Since);
        writer.Instant(query.Until);
        WriteList(query.Sort, static sort => (byte)sort);

        void WriteList<T>(IReadOnlyList<T> values, Func<T, byte> number)
        {
            writer.Count(values.Count);
            foreach (var value in values)
            {
                writer.Byte(number(value));
            }
        }
    }

    private static SpectrumQuery ReadQuery(ref PayloadReader reader) => new()
    {
        Dimensions = ReadList(ref reader, static number => (SpectrumDimension)number),
        Metrics = ReadList(ref reader, static number => (SpectrumMetric)number),
        Filters = reader.OptionalText(),
        Limit = reader.OptionalInt(),
        Since = reader.OptionalInstant(),
        Until = reader.OptionalInstant(),
        Sort = ReadList(ref reader, static number => (SpectrumSort)number),
    };

    private static T[] ReadList<T>(ref PayloadReader reader, Func<byte, T> value)
    {
        var values = new T[reader.ListCount()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(reader.Byte());
        }

        return values;
    }
}
