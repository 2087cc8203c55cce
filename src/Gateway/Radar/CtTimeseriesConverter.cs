using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Radar;

/// <summary>
/// Reads <c>{ "meta": {…}, "s0": { "timestamps": […], "values": […] }, … }</c>: every other name is a series, if it looks like one.
/// </summary>
internal sealed class CtTimeseriesConverter : JsonConverter<CtTimeseriesModel>
{
    public override CtTimeseriesModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        CtMeta? meta = null;
        var series = new List<CtColumns>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "meta")
            {
                if (meta is not null)
                {
                    throw new JsonException();
                }

                meta = CtMetaReader.Read(JsonSerializer.Deserialize(ref reader, RadarJson.Default.JsonElement));
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                if (CtColumnsReader.Read(ref reader, name) is { } columns)
                {
                    Insert(series, columns);
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new CtTimeseriesModel(meta ?? CtMetaReader.Read(default), series);
    }

    public override void Write(Utf8JsonWriter writer, CtTimeseriesModel value, JsonSerializerOptions options) => throw new NotSupportedException();

    // JSON does not promise an order: s10 may come before s2.
    private static void Insert(List<CtColumns> series, CtColumns columns)
    {
        var position = Position(columns);
        var i = series.Count;
        while (i > 0 && Position(series[i - 1]) > position)
        {
            i--;
        }

        if (series.Exists(other => other.WireName == columns.WireName))
        {
            throw new JsonException();
        }

        series.Insert(i, columns);

        static int Position(CtColumns columns) => CtWire.SeriesIndex(columns.WireName) ?? int.MaxValue;
    }
}
