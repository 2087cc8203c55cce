using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.Radar.Wire;
using Gateway.Tests.Radar;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Upstream.Client;
using Gateway.Upstream.Json;

namespace Gateway.Tests.Upstream.Json;

/// <summary>Valid responses with a few bytes changed, removed, repeated or added.</summary>
public sealed class AnswerFuzzTests
{
    private static readonly byte[] Characters = [.. "\"[]{},:0123456789.-+eEtTzZ\\u \n"u8];

    private static readonly string[] Fragments =
    [
        "null", "true", "false", "\"5\"", "1e999", "-", "\\ud800", "\\u0041", "[[", "]]", "{}", "[],", "\"success\":false,", "\"errors\":[\"e\"],",
        "\"count\":1,", "\"s1\":{\"values\":null},", "☂", "\u0000", "23:59:60", ".99999999",
    ];

    // The variable can increase the number for manual runs.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ANSWERS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public void Spectrum_throws_for_no_bytes_and_reads_them_alike_in_all_pieces() =>
        Run(AnswersInPiecesTests.Spectrum, Answers.Reader(), AnswersInPiecesTests.Bytes);

    [Fact]
    public void Radar_throws_for_no_bytes_and_reads_them_alike_in_all_pieces() =>
        Run(AnswersInPiecesTests.Radar, new CtTimeseriesReader(), AnswersInPiecesTests.Bytes);

    [Fact]
    public void Groups_throw_for_no_bytes_and_are_read_alike_in_all_pieces() =>
        Run(AnswersInPiecesTests.Groups, new CtGroupsReader(), AnswersInPiecesTests.Bytes);

    [Fact]
    public void Summaries_throw_for_no_bytes_and_are_read_alike_in_all_pieces() =>
        Run(AnswersInPiecesTests.Summary, new CtSummaryReader(), AnswersInPiecesTests.Bytes);

    [Fact]
    public void Authorities_throw_for_no_bytes_and_are_read_alike_in_all_pieces()
    {
        Run(Catalogue.Authorities, CtCatalogueReader.Authorities, Catalogue.Bytes);
        Run(Catalogue.Authority, CtCatalogueReader.OneAuthority, Catalogue.Bytes);
    }

    [Fact]
    public void Logs_throw_for_no_bytes_and_are_read_alike_in_all_pieces()
    {
        Run(Catalogue.Logs, CtCatalogueReader.Logs, Catalogue.Bytes);
        Run(Catalogue.Log, CtCatalogueReader.OneLog, Catalogue.Bytes);
    }

    private static void Run<T>(string result, IResultReader<T> reader, Func<T, byte[]> payload)
        where T : class
    {
        var answer = Encoding.UTF8.GetBytes(
            $$"""{"success":true,"errors":[],"messages":["m",{"code":1,"message":"n","source":{"pointer":"/p"},"error_chain":[{"code":"2"}]}],"result":{{result}}}""");
        var random = new Random(1);
        var successes = 0;
        for (var i = 0; i < Count; i++)
        {
            var bytes = Mutate(answer, random);
            var (whole, isSuccess) = Read(bytes, int.MaxValue);
            Read(bytes, Reading.Sizes[i % Reading.Sizes.Length]).Text.ShouldBe(whole, Convert.ToHexString(bytes));
            successes += isSuccess ? 1 : 0;
        }

        // Some changed responses are valid, and some are not.
        successes.ShouldBeInRange(Count / 20, Count * 19 / 20);

        (string Text, bool IsSuccess) Read(byte[] bytes, int size)
        {
            var envelope = Envelope.Read(Reading.Pieces(bytes, size), reader);
            var model = envelope.Result is { } data ? Convert.ToHexString(payload(data)) : "";
            return ($"{envelope.Fault} {JsonSerializer.Serialize(envelope.Errors)} {JsonSerializer.Serialize(envelope.Messages)} {model}", model.Length > 0);
        }
    }

    private static byte[] Mutate(byte[] answer, Random random)
    {
        var bytes = answer.ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Characters[random.Next(Characters.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(1, Math.Min(12, bytes.Count - at) + 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
