using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Tests.Language;

namespace Gateway.GraphQL.Tests.Fuzzing;

/// <summary>For any bytes, lexer and parser end quickly, with a document or with one error at its location.</summary>
public sealed class ParserFuzzTests
{
    private const int Size = 256 * 1024;

    [Property(MaxTest = 50_000, QuietOnSuccess = true, Arbitrary = [typeof(Sources)])]
    public void No_source_makes_an_exception_escape(byte[] source)
    {
        Utf8GraphQLParser.TryParseValue(source, ParserOptions.Default, out _, out _);
        if (!Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out var document, out var error))
        {
            document.ShouldBeNull();
            error.Message.Length.ShouldBeLessThan(250);
            error.Location.Line.ShouldBeInRange(1, Encoding.UTF8.GetString(source).Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Length);
            error.Location.Column.ShouldBeGreaterThan(0);
            return;
        }

        // What it reads, it prints, and reads again as the same.
        var printed = DocumentPrinter.Print(document);
        DocumentPrinter.Print(Utf8GraphQLParser.Parse(printed)).ShouldBe(printed);
    }

    /// <summary>
    /// Twice as long a source takes no more than about twice the time; the margin is wide, since other work goes on beside. What is
    /// quadratic takes, from 16 KiB to 256 KiB, 256 times as long, and not 16 times.
    /// </summary>
    [Property(MaxTest = 250, QuietOnSuccess = true, Arbitrary = [typeof(Sources)])]
    public void Time_grows_with_the_length_of_a_source_and_not_with_its_square(Repetition source)
    {
        var whole = source.Fill(Size);
        if (Fastest(whole, rounds: 3) > TimeSpan.FromMilliseconds(10))
        {
            // The best of many rounds is the time of the work, independent of the machine's load.
            (Fastest(whole, rounds: 30) / Fastest(source.Fill(Size / 16), rounds: 30)).ShouldBeLessThan(80);
        }
    }

    private static TimeSpan Fastest(byte[] source, int rounds)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < rounds && fastest > TimeSpan.FromMilliseconds(1); round++)
        {
            var start = Stopwatch.GetTimestamp();
            Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out _, out _);
            var time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static class Sources
    {
        private static readonly FuzzBytes Pool = new(
            "query Q($a: [Int!]! = [1, -2.5e3], $b: In = {c: \"\\u{1F3CA}\\n\", d: \"\"\"\n  block \\\"\"\" é\n\"\"\"}) @d(e: true) { "
                + "f: g(h: $a i: null j: K) { ...L @include(if: $m) ... on N { o } } } # comment\n fragment L on N @p { q } "
                + "\"d\" type T implements I & J { k(l: Int = 1): [S!]! @x } union U = | A | B extend schema @y "
                + "directive @z(a: Int) repeatable on FIELD | QUERY enum E { F } input G @oneOf { h: Int }",
            [
                "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "...", ".", "$", "@", "!", "|", "&", "=", ":",
                "#", "\n", "\r\n", "-", "0", "1", "e", "E+", "_", "é", "🏊", "\uFEFF", "\0", " ", ",", "query", "fragment", "on", "null", "true",
                "extend", "\u007F", "\u2028",
            ]);

        public static Arbitrary<byte[]> Bytes() => Pool.Arbitrary;

        public static Arbitrary<Repetition> Repetitions() =>
            Arb.From(Pool.Pieces(0, 5).Zip(Pool.Pieces(1, 6), (start, unit) => new Repetition(start, unit)));
    }
}
