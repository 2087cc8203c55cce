using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Requests;

namespace Gateway.GraphQL.AspNetCore.Tests.Fuzzing;

/// <summary>
/// The request reader takes whatever bytes come. <c>FUZZ_ITERATIONS</c> and <c>FUZZ_SEED</c> make a run by hand longer, or another one.
/// </summary>
public sealed class RequestFuzzTests(ITestOutputHelper output)
{
    private const int Size = 256 * 1024;

    private static readonly byte[] s_request = Encoding.UTF8.GetBytes(
        """{"query":"query Q($a: [Int]) { a(b: \"\u00e9\ud83c\udfca\\n\") }","operationName":"Q","variables":{"a":[1,-2.5e3,null,{"b":"🏊"}]},"extensions":{"c":{}},"d":[[]]}""");

    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", "\\udfca", ":", ",", "null", "true", "1", "-", "e9", "0.1", " ", "\n", "\uFEFF", "\0", "é", "🏊",
        "\"query\":", "\"variables\":", "\"operationName\":", "\"extensions\":", "\"query\":\"{a}\"", "/*", "//", "NaN",
    ];

    private static int Seed => Variable("FUZZ_SEED") ?? 20250903;

    [Fact]
    public void No_body_makes_an_exception_escape()
    {
        var random = new Random(Seed);
        var accepted = 0;
        for (var iteration = 0; iteration < Iterations(inCi: 50_000); iteration++)
        {
            var body = iteration % 4 == 0 ? Pieces(random, random.Next(24)) : Mutated(random);
            try
            {
                accepted += Check(body) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Iteration {iteration} of seed {Seed}: {Convert.ToBase64String(body)}", exception);
            }
        }

        accepted.ShouldBeGreaterThan(100, "Too few of the bodies are requests to say anything of those that are.");
        output.WriteLine($"{accepted} of {Iterations(inCi: 50_000)} bodies are requests.");
    }

    /// <summary>From 16 KiB to 256 KiB what is linear takes 16 times as long, and what is quadratic 256 times.</summary>
    [Fact]
    public void Time_grows_with_the_length_of_a_body_and_not_with_its_square()
    {
        var random = new Random(Seed);
        var slowest = TimeSpan.Zero;
        for (var iteration = 0; iteration < Iterations(inCi: 1_000) / 4; iteration++)
        {
            var start = iteration % 2 == 0 ? "{\"query\":\""u8.ToArray() : Pieces(random, random.Next(6));
            var unit = Pieces(random, 1 + random.Next(6));
            var time = Fastest(Repeated(start, unit, Size));
            slowest = time > slowest ? time : slowest;
            if (time > TimeSpan.FromMilliseconds(10))
            {
                var small = Fastest(Repeated(start, unit, Size / 16));
                (time / small).ShouldBeLessThan(80, $"Iteration {iteration} of seed {Seed}: {small} for a 16th, {time} for all.");
            }
        }

        output.WriteLine($"The slowest body of 256 KiB took {slowest.TotalMilliseconds:0.0} ms.");
    }

    private static bool Check(byte[] body)
    {
        using var request = new GraphQLRequest();
        if (JsonRequestParser.Parse(body, request) is { } fault)
        {
            fault.Status.ShouldBe(400);
            fault.Message.Length.ShouldBeLessThan(250);
            return false;
        }

        request.Document.IsEmpty.ShouldBeFalse();
        if (!request.Variables.IsEmpty)
        {
            JsonDocument.Parse(request.Variables).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        }

        return true;
    }

    private static TimeSpan Fastest(byte[] body)
    {
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 3 && fastest > TimeSpan.FromMilliseconds(1); round++)
        {
            using var request = new GraphQLRequest();
            var start = Stopwatch.GetTimestamp();
            JsonRequestParser.Parse(body, request);
            var time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static byte[] Mutated(Random random)
    {
        var bytes = s_request.ToList();
        for (var change = 1 + random.Next(3); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes.RemoveRange(at, Math.Min(random.Next(8), bytes.Count - at)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, Pieces(random, 1)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, random.Next(bytes.Count - at))); break;
                default: bytes.RemoveRange(1 + at, bytes.Count - at - 1); break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Pieces(Random random, int count)
        => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(_ => s_pieces[random.Next(s_pieces.Length)])));

    private static byte[] Repeated(byte[] start, byte[] unit, int size)
    {
        var bytes = new byte[size];
        start.CopyTo(bytes.AsSpan());
        for (var at = start.Length; at < size; at += unit.Length)
        {
            unit.AsSpan(0, Math.Min(unit.Length, size - at)).CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    private static int Iterations(int inCi) => Variable("FUZZ_ITERATIONS") ?? inCi;

    private static int? Variable(string name)
        => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
