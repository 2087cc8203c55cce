using System.Globalization;

namespace Gateway.Spectrum.Responses;

/// <summary>The rows of an answer with its version, so that a cursor of an earlier one is told from its own.</summary>
internal static class SpectrumRowVersion
{
    public static IReadOnlyList<SpectrumRow> Of(SpectrumResponse response) => new VersionedList<SpectrumRow>(
        response.Data.Rows, response.ReceivedAt.UtcTicks.ToString("x", CultureInfo.InvariantCulture));
}
