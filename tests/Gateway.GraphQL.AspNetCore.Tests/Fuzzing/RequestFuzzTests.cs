using System.Diagnostics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Tests.Fuzzing;

namespace Gateway.GraphQL.AspNetCore.Tests.Fuzzing;

/// <summary>The request parser accepts any bytes without an exception.</summary>
public sealed class RequestFuzzTests
{
    private const int Size = 256 * 1024;

    [Property(MaxTest = 50_000, QuietOnSuccess = true, Arbitrary = [typeof(Bodies)])]
    public void No_body_makes_an_exception_escape(byte[] body)
    {
        using var request = new GraphQLRequest();
        if (JsonRequestParser.Parse(body, request) is { } fault)
        {
            fault.Outcome.ShouldBeOneOf(RequestOutcome.Unreadable, RequestOutcome.NotWellFormed);
            fault.Message.Length.ShouldBeLessThan(250);
            return;
        }

        request.Document.IsEmpty.ShouldBeFalse();
        if (!request.Variables.IsEmpty)
        {
            JsonDocument.Parse(request.Variables, new JsonDocumentOptions { MaxDepth = int.MaxValue }).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        }
    }

    /// <summary>From 16 KiB to 256 KiB what is linear takes 16 times as long, and what is quadratic 256 times.</summary>
    [Property(MaxTest = 250, QuietOnSuccess = true, Arbitrary = [typeof(Bodies)])]
    public void Time_grows_with_the_length_of_a_body_and_not_with_its_square(Repetition body)
    {
        var whole = body.Fill(Size);
        if (Fastest(whole, rounds: 3) > TimeSpan.FromMilliseconds(10))
        {
            // The best of many rounds is the time of the work, independent of the machine's load.
            (Fastest(whole, rounds: 30) / Fastest(body.Fill(Size / 16), rounds: 30)).ShouldBeLessThan(80);
        }
    }

    private static TimeSpan Fastest(byte[] body, int rounds)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < rounds && fastest > TimeSpan.FromMilliseconds(1); round++)
        {
            using var request = new GraphQLRequest();
            var start = Stopwatch.GetTimestamp();
            JsonRequestParser.Parse(body, request);
            var time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static class Bodies
    {
        private static readonly FuzzBytes Pool = new(
            """{"query":"query Q($a: [Int]) { a(b: \"\u00e9\ud83c\udfca\\n\") }","operationName":"Q","""
                + """ "variables":{"a":[1,-2.5e3,null,{"b":"🏊"}]},"extensions":{"c":{}},"d":[[]]}""",
            [
                "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", "\\udfca", ":", ",", "null", "true", "1", "-", "e9", "0.1", " ", "\n",
                "\uFEFF", "\0", "é", "🏊", "\"query\":", "\"variables\":", "\"operationName\":", "\"extensions\":", "\"query\":\"{a}\"",
                "/*", "//", "NaN",
            ]);

        public static Arbitrary<byte[]> Bytes() => Pool.Arbitrary;

        public static Arbitrary<Repetition> Repetitions() => Arb.From(
            from start in Gen.Constant("{\"query\":\""u8.ToArray()).Or(Pool.Pieces(0, 5))
            from unit in Pool.Pieces(1, 6)
            select new Repetition(start, unit));
    }
}
