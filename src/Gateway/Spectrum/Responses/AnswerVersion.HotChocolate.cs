using Gateway.Caching;

namespace Gateway.Spectrum.Responses;

/// <summary>A list of an answer. HotChocolate's cursors are places, and don't tell one answer from another.</summary>
internal static class AnswerVersion
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list, ICacheableResponse response) => list;
}
