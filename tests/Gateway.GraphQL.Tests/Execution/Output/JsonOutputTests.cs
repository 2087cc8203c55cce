using System.Text;
using System.Text.Json;
using Gateway.GraphQL.Execution.Output;

namespace Gateway.GraphQL.Tests.Execution.Output;

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
        JsonSerializer.Deserialize<string>(output.Written).ShouldBe(text);
    }

    [Fact]
    public void Every_character_reads_back_as_it_was()
    {
        for (var code = 0; code < 0x2100; code++)
        {
            using var output = new JsonOutput();
            var text = $"<{(char)code}>";
            output.WriteString(text);
            JsonSerializer.Deserialize<string>(output.Written).ShouldBe(text);
        }
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        using var output = new JsonOutput();
        output.WriteString("a\uD83Cb");
        JsonSerializer.Deserialize<string>(output.Written).ShouldBe("a\uFFFDb");
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
        JsonSerializer.Deserialize<double>(output.Written).ShouldBe(number);
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
        Encoding.UTF8.GetString(output.Written).ShouldBe("[1]");
    }
}
