namespace Gateway.Caching;

/// <summary>The items of an answer. HotChocolate's cursors are places, and don't tell one answer from another.</summary>
internal static class AnswerVersion
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, ICacheableResponse response) => items;
}
