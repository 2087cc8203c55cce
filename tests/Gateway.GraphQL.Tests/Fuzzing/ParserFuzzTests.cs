using System.Diagnostics;
using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Fuzzing;

/// <summary>Lexer and parser take whatever bytes come: they end, soon, with a document or with one error in its place.</summary>
public sealed class ParserFuzzTests(ITestOutputHelper output)
{
    private const int Size = 256 * 1024;

    [Fact]
    public void No_source_makes_an_exception_escape()
    {
        var documents = 0;
        for (var iteration = 0; iteration < FuzzSource.Iterations(inCi: 50_000); iteration++)
        {
            var source = FuzzSource.Create(iteration);
            try
            {
                documents += Check(source) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Iteration {iteration} of seed {FuzzSource.Seed}: {Convert.ToBase64String(source)}", exception);
            }
        }

        documents.ShouldBeGreaterThan(100, "Too few of the sources parse to say anything of those that do.");
        output.WriteLine($"{documents} of {FuzzSource.Iterations(inCi: 50_000)} sources are documents.");
    }

    /// <summary>
    /// Twice as long a source takes no more than about twice the time; the margin is wide, since other work goes on beside. What is
    /// quadratic takes, from 16 KiB to 256 KiB, 256 times as long, and not 16 times.
    /// </summary>
    [Fact]
    public void Time_grows_with_the_length_of_a_source_and_not_with_its_square()
    {
        var slowest = TimeSpan.Zero;
        for (var iteration = 0; iteration < FuzzSource.Iterations(inCi: 1_000) / 4; iteration++)
        {
            var time = Fastest(FuzzSource.CreateLarge(iteration, Size));
            slowest = time > slowest ? time : slowest;
            if (time > TimeSpan.FromMilliseconds(10))
            {
                var small = Fastest(FuzzSource.CreateLarge(iteration, Size / 16));
                (time / small).ShouldBeLessThan(80, $"Iteration {iteration} of seed {FuzzSource.Seed}: {small} for a 16th, {time} for all.");
            }
        }

        output.WriteLine($"The slowest source of 256 KiB took {slowest.TotalMilliseconds:0.0} ms.");
    }

    private static TimeSpan Fastest(byte[] source)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 3 && fastest > TimeSpan.FromMilliseconds(1); round++)
        {
            var start = Stopwatch.GetTimestamp();
            Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out _, out _);
            var time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static bool Check(byte[] source)
    {
        Utf8GraphQLParser.TryParseValue(source, ParserOptions.Default, out _, out _);
        Utf8GraphQLParser.TryParseType(source, ParserOptions.Default, out _, out _);
        if (!Utf8GraphQLParser.TryParse(source, ParserOptions.Default, out var document, out var error))
        {
            document.ShouldBeNull();
            error.Message.Length.ShouldBeLessThan(250);
            error.Location.Line.ShouldBeInRange(1, Encoding.UTF8.GetString(source).Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Length);
            error.Location.Column.ShouldBeGreaterThan(0);
            return false;
        }

        // What it reads, it prints, and reads again as the same.
        var printed = SyntaxPrinter.Print(document);
        SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)).ShouldBe(printed);
        return true;
    }
}
