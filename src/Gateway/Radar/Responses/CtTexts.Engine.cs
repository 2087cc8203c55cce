namespace Gateway.Radar.Responses;

/// <summary>What Radar's types keep as text.</summary>
internal static class CtTexts
{
    public static SchemaBuilder AddRadarTexts(this SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText);
}
