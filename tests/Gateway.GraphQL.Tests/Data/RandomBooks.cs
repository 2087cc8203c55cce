using System.Globalization;
using static Gateway.GraphQL.Tests.Data.Catalog;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>Books with few different values, so that there are equal keys and nulls, and filters that many of them meet.</summary>
internal static class RandomBooks
{
    // Lower case sorts behind upper case letter by letter, and before it by words. `ß` and `ss` are equal in some cultures.
    private static readonly string[] Texts = ["", "a", "A", "ab", "Ab", "b", "ss", "ß", "é", "e\u0301"];

    public static IReadOnlyList<Book> Create(Random random) => [.. Enumerable.Range(0, random.Next(25)).Select(index => new Book(
        index.ToString(CultureInfo.InvariantCulture),
        random.Maybe(TextOf(random)),
        random.Next(3),
        random.Maybe<int>(random.Next(3)),
        random.Next(3) + 5_000_000_000,
        random.Maybe(PriceOf(random)),
        random.Next(2) == 0,
        random.Maybe<bool>(random.Next(2) == 0),
        BindingOf(random),
        random.Maybe<Binding>(BindingOf(random)),
        InstantOf(random),
        random.Next(3) == 0 ? null : AuthorOf(random),
        new Size(random.Next(3), random.Maybe(PriceOf(random))),
        random.Next(3) == 0 ? null : new Size(random.Next(3), null),
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => TextOf(random))],
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(3))],
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => BindingOf(random))],
        random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(3)).Select(_ => AuthorOf(random))]))];

    public static string TextOf(Random random) => Texts[random.Next(Texts.Length)];

    public static double PriceOf(Random random) => random.Next(4) / 2.0;

    public static Binding BindingOf(Random random) => (Binding)random.Next(3);

    // The same instants in different offsets are equal.
    public static DateTimeOffset InstantOf(Random random)
    {
        var hour = random.Next(3);
        return new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(hour)).AddHours(hour + random.Next(2));
    }

    public static T? Maybe<T>(this Random random, T value)
        where T : struct =>
        random.Next(4) == 0 ? null : value;

    private static string? Maybe(this Random random, string value) => random.Next(4) == 0 ? null : value;

    private static Author AuthorOf(Random random) =>
        new(TextOf(random), random.Maybe<int>(random.Next(3)), random.Next(2) == 0 ? null : new Author(TextOf(random), random.Next(3), null));
}
