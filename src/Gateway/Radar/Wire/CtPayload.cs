using System.Buffers;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>A reply as bytes for L2: columns as they are, timestamps once for series that have the same.</summary>
internal static class CtPayload
{
    /// <summary>The first byte; another number for any change of what follows or of the numbers of an enum.</summary>
    private const byte Version = 2;

    public static void Write(CtResponse reply, IBufferWriter<byte> output)
    {
        var writer = new PayloadWriter(output);
        writer.Byte(Version);
        CtMetaPayload.Write(writer, reply.Model.Meta);
        writer.Count(reply.Model.Series.Count);
        InstantColumn? last = null;
        foreach (var series in reply.Model.Series)
        {
            writer.Text(series.WireName);
            if (writer.Has(!ReferenceEquals(series.Timestamps, last)))
            {
                writer.Column(series.Timestamps);
            }

            writer.Column(series.Values);
            last = series.Timestamps;
        }

        writer.Messages(reply.Messages);
    }

    public static CtResponse? Read(ReadOnlySpan<byte> payload, DateTimeOffset receivedAt)
    {
        var reader = new PayloadReader(payload);
        if (reader.Byte() != Version)
        {
            return null;
        }

        var meta = CtMetaPayload.Read(ref reader);
        var series = new CtColumns[reader.ListCount()];
        var timestamps = new InstantColumn("[]"u8.ToArray());
        for (var i = 0; i < series.Length; i++)
        {
            var name = reader.Text();
            timestamps = reader.Has() ? reader.Instants() : timestamps;
            series[i] = new CtColumns(name, timestamps, reader.Numbers(timestamps.Count));
        }

        var messages = reader.Messages();
        return reader.IsComplete ? new CtResponse(new CtTimeseriesModel(meta, series), messages, receivedAt) : null;
    }
}
