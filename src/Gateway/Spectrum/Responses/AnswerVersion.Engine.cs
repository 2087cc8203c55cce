using System.Globalization;
using Gateway.Caching;

namespace Gateway.Spectrum.Responses;

/// <summary>A list of an answer with the answer's version, so that a cursor of an earlier one is told from its own.</summary>
internal static class AnswerVersion
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, ICacheableResponse response) =>
        new VersionedList<T>(list, response.ReceivedAt.UtcTicks.ToString("x", CultureInfo.InvariantCulture));
}
