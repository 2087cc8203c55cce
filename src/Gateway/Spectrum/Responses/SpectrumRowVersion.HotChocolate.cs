namespace Gateway.Spectrum.Responses;

/// <summary>The rows of an answer. HotChocolate's cursors are places, and don't tell one answer from another.</summary>
internal static class SpectrumRowVersion
{
    public static IReadOnlyList<SpectrumRow> Of(SpectrumResponse response) => response.Data.Rows;
}
