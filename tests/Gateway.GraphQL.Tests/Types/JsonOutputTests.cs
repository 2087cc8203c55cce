using System.Text;
using System.Text.Json;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Types;

public sealed class JsonOutputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\"quotes\" and \\ slashes /")]
    [InlineData("line\nfeed\r\ttab\b\f")]
    [InlineData("\u0000\u0001\u001f\u007f\u2028")]
    [InlineData("é ß 漢 🏊 \uFEFF")]
    [InlineData("\"")]
    [InlineData("ends with \\")]
    public void Text_reads_back_as_it_was(string text)
    {
        using var output = new JsonOutput(capacity: 1);
        output.WriteString(text);
        JsonSerializer.Deserialize<string>(WrittenSince(output, 0)).ShouldBe(text);
    }

    [Fact]
    public void Every_character_reads_back_as_it_was()
    {
        for (var code = 0; code < 0x2100; code++)
        {
            using var output = new JsonOutput();
            var text = $"<{(char)code}>";
            output.WriteString(text);
            JsonSerializer.Deserialize<string>(WrittenSince(output, 0)).ShouldBe(text);
        }
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        using var output = new JsonOutput();
        output.WriteString("a\uD83Cb");
        JsonSerializer.Deserialize<string>(WrittenSince(output, 0)).ShouldBe("a\uFFFDb");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(-0.0)]
    [InlineData(1e21)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(123456789.123456789)]
    public void Numbers_read_back_as_they_were(double number)
    {
        using var output = new JsonOutput();
        output.WriteNumber(number);
        JsonSerializer.Deserialize<double>(WrittenSince(output, 0)).ShouldBe(number);
    }

    [Fact]
    public void What_was_written_since_a_position_can_be_taken_back()
    {
        using var output = new JsonOutput(capacity: 1);
        output.WriteRaw("[1"u8);
        var position = output.Position;
        output.WriteString(new string('x', 100_000));
        output.Rewind(position);
        output.WriteRaw((byte)']');
        Encoding.UTF8.GetString(WrittenSince(output, 0)).ShouldBe("[1]");
    }

    [Fact]
    public void What_is_kept_elsewhere_stands_where_it_was_written_and_can_be_taken_back()
    {
        byte[] kept = [.. Enumerable.Repeat((byte)'k', 2000)];
        using var output = new JsonOutput();
        output.WriteRaw("a"u8);
        output.WriteCached(kept);
        output.WriteRaw("b"u8);
        var position = output.Position;
        position.ShouldBe(2002);
        WrittenSince(output, position).ShouldBeEmpty();
        output.WriteRaw("c"u8);
        output.HasReferenceSince(position).ShouldBeFalse();
        Encoding.UTF8.GetString(WrittenSince(output, position)).ShouldBe("c");
        output.WriteCached(kept);
        output.WriteCached(kept);
        output.WriteRaw("d"u8);
        output.HasReferenceSince(position).ShouldBeTrue();
        Copy(output).ShouldBe($"a{Kept}bc{Kept}{Kept}d");
        Copy(output, skip: 1).ShouldBe($"{Kept}bc{Kept}{Kept}d");

        output.Rewind(position);
        output.Position.ShouldBe(position);
        output.WriteRaw("e"u8);
        Copy(output).ShouldBe($"a{Kept}be");
        output.Rewind(1);
        Copy(output).ShouldBe("a");
    }

    [Fact]
    public void Any_order_of_writing_keeping_and_taking_back_gives_the_same_text()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            using var output = new JsonOutput(capacity: random.Next(1, 5000));
            var expected = new StringBuilder();
            var positions = new Stack<int>([0]);
            for (var step = 0; step < 60; step++)
            {
                var text = new string((char)random.Next('a', 'z' + 1), random.Next(step % 5 == 0 ? 150_000 : 3000));
                switch (random.Next(6))
                {
                    case 0: output.WriteString(text); expected.Append('"').Append(text).Append('"'); break;
                    case 1: output.WriteRaw(Encoding.UTF8.GetBytes(text)); expected.Append(text); break;
                    case 2: output.WriteRaw("12"u8, Encoding.UTF8.GetBytes(text)); expected.Append("12").Append(text); break;
                    case 3: output.WriteCached(Encoding.UTF8.GetBytes(text)); expected.Append(text); break;
                    case 4: output.WriteNumber(step); expected.Append(step); break;
                    default:
                        for (var count = random.Next(positions.Count); count > 1; count--)
                        {
                            positions.Pop();
                        }

                        output.Rewind(positions.Peek());
                        expected.Length = positions.Peek();
                        break;
                }

                output.Position.ShouldBe(expected.Length, $"seed {seed}");
                var since = positions.Peek();
                Encoding.UTF8.GetString(WrittenSince(output, since))
                    .ShouldBe(expected.ToString(since, expected.Length - since), $"seed {seed}");

                positions.Push(output.Position);
            }

            Copy(output).ShouldBe(expected.ToString(), $"seed {seed}");
            string.Concat(output.Parts().Select(part => Encoding.UTF8.GetString(part.Span))).ShouldBe(expected.ToString(), $"seed {seed}");
        }
    }

    [Fact]
    public void A_surrogate_pair_between_two_pieces_of_a_long_text_stays_a_pair()
    {
        for (var length = 4090; length < 4100; length++)
        {
            using var output = new JsonOutput();
            var text = new string('x', length) + string.Concat(Enumerable.Repeat("🏊", 5000));
            output.WriteString(text);
            JsonSerializer.Deserialize<string>(WrittenSince(output, 0)).ShouldBe(text);
        }
    }

    private static byte[] WrittenSince(JsonOutput output, int position)
    {
        var json = new byte[output.Position - position];
        output.CopySince(position, json);
        return json;
    }

    private static string Kept { get; } = new('k', 2000);

    private static string Copy(JsonOutput output, int skip = 0)
    {
        var copy = new System.Buffers.ArrayBufferWriter<byte>();
        output.CopyTo(copy, skip);
        copy.WrittenCount.ShouldBe(output.Position - skip);
        return Encoding.UTF8.GetString(copy.WrittenSpan);
    }
}
