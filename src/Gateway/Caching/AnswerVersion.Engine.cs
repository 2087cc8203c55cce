namespace Gateway.Caching;

/// <summary>The items of an answer with its version, so that a cursor of another answer is told from its own.</summary>
internal static class AnswerVersion
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, ICacheableResponse response) =>
        new VersionedList<T>(items, response.Version);
}
