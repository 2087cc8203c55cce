using System.Buffers;
using Gateway.Caching;

namespace Gateway.Radar;

/// <summary>A reply as bytes for level two: columns as they are.</summary>
internal static class CtPayload
{
    /// <summary>The first byte; another number for any change of what follows or of the numbers of an enum.</summary>
    private const byte Version = 1;

    public static void Write(CtReply reply, IBufferWriter<byte> output)
    {
        var writer = new PayloadWriter(output);
        writer.Byte(Version);
        CtMetaPayload.Write(writer, reply.Model.Meta);
        writer.Count(reply.Model.Series.Count);
        foreach (var series in reply.Model.Series)
        {
            writer.Text(series.WireName);
            writer.Count(series.Timestamps.Length);
            foreach (var timestamp in series.Timestamps)
            {
                writer.Instant(timestamp);
            }

            writer.Column(series.Values);
        }

        writer.Messages(reply.Messages);
    }

    public static CtReply? Read(ReadOnlySpan<byte> payload, DateTimeOffset receivedAt)
    {
        var reader = new PayloadReader(payload);
        if (reader.Byte() != Version)
        {
            return null;
        }

        var meta = CtMetaPayload.Read(ref reader);
        var series = new CtColumns[reader.ListCount()];
        for (var i = 0; i < series.Length; i++)
        {
            var name = reader.Text();
            var timestamps = new DateTimeOffset[reader.ListCount()];
            for (var j = 0; j < timestamps.Length; j++)
            {
                timestamps[j] = reader.Instant();
            }

            series[i] = new CtColumns(name, timestamps, reader.Column());
        }

        var messages = reader.Messages();
        return reader.IsComplete ? new CtReply(new CtTimeseriesModel(meta, series), messages, receivedAt) : null;
    }
}
