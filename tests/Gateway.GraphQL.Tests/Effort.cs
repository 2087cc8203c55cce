using System.Diagnostics;
using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests;

/// <summary>Compares work on a document with parsing the document. A slow or busy machine slows down both.</summary>
internal static class Effort
{
    // Measured: less than 5 times, and up to 31 with the compilation of the first attempt.
    private const int MostTimesParsing = 100;
    private const int Attempts = 5;

    /// <summary>Does the work, and fails if it takes far longer than the parsing.</summary>
    /// <returns>The result of the work.</returns>
    public static T Bounded<T>(string document, Func<DocumentNode, T> work)
    {
        var source = Encoding.UTF8.GetBytes(document);
        var (leastOfWork, leastOfParsing) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var attempt = 1; ; attempt++)
        {
            var begun = Stopwatch.GetTimestamp();
            Utf8GraphQLParser.TryParse(source, ParserOptions.Trusted, out var parsed, out _).ShouldBeTrue();
            var parsing = Stopwatch.GetElapsedTime(begun);
            begun = Stopwatch.GetTimestamp();
            var result = work(parsed!);
            var working = Stopwatch.GetElapsedTime(begun);
            (leastOfWork, leastOfParsing) = (Least(leastOfWork, working), Least(leastOfParsing, parsing));
            var times = leastOfWork / leastOfParsing;
            if (times < MostTimesParsing || attempt == Attempts)
            {
                times.ShouldBeLessThan(MostTimesParsing);
                return result;
            }
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
