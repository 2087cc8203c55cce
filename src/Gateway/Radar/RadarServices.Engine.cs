using Gateway.Radar.Responses;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        server.ConfigureSchema(static schema => schema.RenderOnce<CtTimeseries>(static answer => answer.Renderings, "freshness"));
        server.ConfigureSchema(static schema => AddTexts(schema));
    }

    /// <summary>The leaves that are kept as text.</summary>
    internal static SchemaBuilder AddTexts(SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText);
}
