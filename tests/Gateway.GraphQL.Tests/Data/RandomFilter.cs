using System.Globalization;
using System.Text.Json;
using static Gateway.GraphQL.Tests.Data.Catalog;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>A filter, and the same condition in C#.</summary>
/// <param name="Literal">The filter in a document.</param>
/// <param name="Json">The filter in a request's variables.</param>
/// <param name="Test">The condition; null if there is none.</param>
internal sealed record RandomFilter<T>(string Literal, string Json, Func<T, bool>? Test)
{
    /// <summary>The condition of what has such a value.</summary>
    public RandomFilter<TParent> Of<TParent>(string field, Func<Func<T, bool>, Func<TParent, bool>> read) => new(
        $"{field}: {Literal}", $"\"{field}\": {Json}", Test is null ? null : read(Test));
}

internal static class RandomFilter
{
    public static RandomFilter<Book> OfBook(Random random, int depth = 3) => Object(random, depth, BookField, OfBook);

    private static RandomFilter<Book> BookField(Random random, int depth) => random.Next(19) switch
    {
        0 => OfText(random, depth, isNullable: false).Of<Book>("title", static test => book => test(book.Title)),
        1 => OfText(random, depth, isNullable: true).Of<Book>("subtitle", static test => book => test(book.Subtitle)),
        2 => OfInt(random, isNullable: false).Of<Book>("pages", static test => book => test(book.Pages)),
        3 => OfInt(random, isNullable: true).Of<Book>("edition", static test => book => test(book.Edition)),
        4 => Comparable<long>(
            random, static random => random.Next(3) + 5_000_000_000, Text, isNullable: false, static (a, b) => a < b, static (a, b) => a > b)
            .Of<Book>("sold", static test => book => test(book.Sold)),
        5 => OfDouble(random).Of<Book>("price", static test => book => test(book.Price)),
        6 => Equatable<bool?>(random, static random => random.Next(2) == 0, Json, Json)
            .Of<Book>("lent", static test => book => test(book.Lent)),
        7 => Equatable<bool?>(random, static random => random.Maybe<bool>(random.Next(2) == 0), Json, Json)
            .Of<Book>("signed", static test => book => test(book.Signed)),
        8 => OfBinding(random).Of<Book>("binding", static test => book => test(book.Binding)),
        9 => Memberships(
            random,
            static random => random.Maybe<Binding>(RandomBooks.BindingOf(random)),
            static value => value?.ToString().ToUpperInvariant() ?? "null",
            static value => value is null ? "null" : $"\"{value.ToString()!.ToUpperInvariant()}\"").Of<Book>("cover", static test => book => test(book.Cover)),
        10 => Comparable<DateTimeOffset>(
            random, RandomBooks.InstantOf, static instant => $"\"{instant:o}\"", isNullable: false, static (a, b) => a < b, static (a, b) => a > b)
            .Of<Book>("added", static test => book => test(book.Added)),
        11 => OfAuthor(random, depth).Of<Book>("author", static test => book => book.Author is not null && test(book.Author)),
        12 => OfSize(random, depth).Of<Book>("size", static test => book => test(book.Size)),
        13 => OfSize(random, depth).Of<Book>("box", static test => book => book.Box is { } box && test(box)),
        14 => List(random, random => OfText(random, depth, isNullable: true)).Of<Book>("tags", static test => book => test(book.Tags)),
        15 => List(random, static random => OfInt(random, isNullable: true))
            .Of<Book>("ratings", static test => book => test(book.Ratings.Select(static rating => (int?)rating))),
        16 => List(random, OfBinding).Of<Book>("bindings", static test => book => test(book.Bindings)),
        17 => Braces(Memberships(random, static random => random.Next(4) == 0 ? null : RandomBooks.TextOf(random), Json, Json))
            .Of<Book>("shelfmark", static test => book => test(book.Shelfmark)),
        _ => List(random, random => OfAuthor(random, depth))
            .Of<Book>("editors", static test => book => book.Editors is not null && test(book.Editors)),
    };

    private static RandomFilter<Author> OfAuthor(Random random, int depth) => Object(random, depth, AuthorField, OfAuthor);

    private static RandomFilter<Author> AuthorField(Random random, int depth) => random.Next(4) switch
    {
        0 => OfText(random, depth, isNullable: false).Of<Author>("name", static test => author => test(author.Name)),
        1 => OfInt(random, isNullable: true).Of<Author>("born", static test => author => test(author.Born)),
        2 => OfInt(random, isNullable: true).Of<Author>("letters", static test => author => test(author.Name.Length)),
        _ => OfAuthor(random, depth - 1)
            .Of<Author>("teacher", static test => author => author.Teacher is not null && test(author.Teacher)),
    };

    private static RandomFilter<Size> OfSize(Random random, int depth) => Object(
        random,
        depth,
        static (random, _) => random.Next(2) == 0
            ? OfInt(random, isNullable: false).Of<Size>("height", static test => size => test(size.Height))
            : OfDouble(random).Of<Size>("width", static test => size => test(size.Width)),
        OfSize);

    private static RandomFilter<string?> OfText(Random random, int depth, bool isNullable) => Object(
        random,
        depth,
        (random, _) => random.Next(3) == 0
            ? Memberships(
                random,
                random => isNullable && random.Next(4) == 0 ? null : RandomBooks.TextOf(random), Json, Json)
            : Search(random),
        (random, depth) => OfText(random, depth, isNullable));

    private static RandomFilter<string?> Search(Random random)
    {
        var text = RandomBooks.TextOf(random);
        var (name, test) = random.Next(3) switch
        {
            0 => ("contains", (Func<string, bool>)(value => value.Contains(text, StringComparison.Ordinal))),
            1 => ("startsWith", value => value.StartsWith(text, StringComparison.Ordinal)),
            _ => ("endsWith", value => value.EndsWith(text, StringComparison.Ordinal)),
        };
        return random.Next(2) == 0
            ? Field<string?>(name, Json(text), value => value is not null && test(value))
            : Field<string?>($"n{name}", Json(text), value => value is null || !test(value));
    }

    private static RandomFilter<int?> OfInt(Random random, bool isNullable) => Comparable<int>(
        random, static random => random.Next(3), Text, isNullable, static (a, b) => a < b, static (a, b) => a > b);

    private static RandomFilter<double?> OfDouble(Random random) => Comparable<double>(
        random, RandomBooks.PriceOf, Text, isNullable: true, static (a, b) => a < b, static (a, b) => a > b);

    private static RandomFilter<Binding> OfBinding(Random random) => Memberships(
        random,
        RandomBooks.BindingOf,
        static value => value.ToString().ToUpperInvariant(),
        static value => $"\"{value.ToString().ToUpperInvariant()}\"");

    /// <summary>An object of conditions, some of which are combinations of such objects.</summary>
    private static RandomFilter<T> Object<T>(
        Random random, int depth, Func<Random, int, RandomFilter<T>> field, Func<Random, int, RandomFilter<T>> nested)
    {
        var fields = new Dictionary<string, RandomFilter<T>>(StringComparer.Ordinal);
        for (var count = random.Next(depth <= 0 ? 1 : 0, depth <= 0 ? 2 : 4); count > 0; count--)
        {
            var one = depth > 0 && random.Next(4) == 0 ? Combination(random, depth - 1, nested) : field(random, depth - 1);
            fields.TryAdd(one.Literal[..one.Literal.IndexOf(':', StringComparison.Ordinal)], one);
        }

        var tests = fields.Values.Select(static one => one.Test).OfType<Func<T, bool>>().ToList();
        return new RandomFilter<T>(
            $"{{{string.Join(", ", fields.Values.Select(static one => one.Literal))}}}",
            $"{{{string.Join(", ", fields.Values.Select(static one => one.Json))}}}",
            tests.Count == 0 ? null : value => tests.TrueForAll(test => test(value)));
    }

    private static RandomFilter<T> Combination<T>(Random random, int depth, Func<Random, int, RandomFilter<T>> nested)
    {
        var (isAnd, filters) = (random.Next(2) == 0, Enumerable.Range(0, random.Next(4)).Select(_ => nested(random, depth)).ToList());
        var tests = filters.Select(static one => one.Test).OfType<Func<T, bool>>().ToList();
        var name = isAnd ? "and" : "or";
        return new RandomFilter<T>(
            $"{name}: [{string.Join(", ", filters.Select(static one => one.Literal))}]",
            $"\"{name}\": [{string.Join(", ", filters.Select(static one => one.Json))}]",
            tests.Count == 0 ? null
                : isAnd ? value => tests.TrueForAll(test => test(value))
                : value => tests.Exists(test => test(value)));
    }

    private static RandomFilter<IEnumerable<T>> List<T>(Random random, Func<Random, RandomFilter<T>> item)
    {
        var filter = item(random);
        var field = random.Next(4) switch
        {
            0 => filter.Of<IEnumerable<T>>("all", static test => items => items.All(test)),
            1 => filter.Of<IEnumerable<T>>("some", static test => items => items.Any(test)),
            2 => filter.Of<IEnumerable<T>>("none", static test => items => !items.Any(test)),
            _ when random.Next(2) == 0 => new("any: true", "\"any\": true", static items => items.Any()),
            _ => new("any: false", "\"any\": false", static items => !items.Any()),
        };
        return Braces(field);
    }

    private static RandomFilter<T?> Comparable<T>(
        Random random, Func<Random, T> value, Func<T, string> text, bool isNullable, Func<T, T, bool> less, Func<T, T, bool> greater)
        where T : struct
    {
        if (random.Next(3) == 0)
        {
            return Memberships<T?>(
                random, random => isNullable && random.Next(4) == 0 ? null : value(random), Nullable, Nullable);
        }

        var operand = value(random);
        var (name, test) = random.Next(4) switch
        {
            0 => ("gt", (Func<T, bool>)(one => greater(one, operand))),
            1 => ("gte", one => !less(one, operand)),
            2 => ("lt", one => less(one, operand)),
            _ => ("lte", one => !greater(one, operand)),
        };
        return Braces(random.Next(2) == 0
            ? Field<T?>(name, text(operand), one => one is { } given && test(given))
            : Field<T?>($"n{name}", text(operand), one => one is not { } given || !test(given)));

        string Nullable(T? one) => one is { } given ? text(given) : "null";
    }

    private static RandomFilter<T> Equatable<T>(Random random, Func<Random, T> value, Func<T, string> literal, Func<T, string> json)
    {
        var operand = value(random);
        return Braces(random.Next(2) == 0
            ? new RandomFilter<T>($"eq: {literal(operand)}", $"\"eq\": {json(operand)}", one => Equals(one, operand))
            : new RandomFilter<T>($"neq: {literal(operand)}", $"\"neq\": {json(operand)}", one => !Equals(one, operand)));
    }

    private static RandomFilter<T> Memberships<T>(Random random, Func<Random, T> value, Func<T, string> literal, Func<T, string> json)
    {
        if (random.Next(2) == 0)
        {
            var equality = Equatable(random, value, literal, json);
            return typeof(T) == typeof(string) ? new(equality.Literal[1..^1], equality.Json[1..^1], equality.Test) : equality;
        }

        List<T> operands = [.. Enumerable.Range(0, random.Next(3)).Select(_ => value(random))];
        var (name, isIn) = random.Next(2) == 0 ? ("in", true) : ("nin", false);
        var field = new RandomFilter<T>(
            $"{name}: [{string.Join(", ", operands.Select(literal))}]",
            $"\"{name}\": [{string.Join(", ", operands.Select(json))}]",
            one => operands.Contains(one) == isIn);
        return typeof(T) == typeof(string) ? field : Braces(field);
    }

    private static RandomFilter<T> Field<T>(string name, string value, Func<T, bool> test) =>
        new($"{name}: {value}", $"\"{name}\": {value}", test);

    private static RandomFilter<T> Braces<T>(RandomFilter<T> field) => new($"{{{field.Literal}}}", $"{{{field.Json}}}", field.Test);

    private static string Text<T>(T value)
        where T : IFormattable =>
        value.ToString(null, CultureInfo.InvariantCulture);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
