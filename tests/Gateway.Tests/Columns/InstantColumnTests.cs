using System.Globalization;
using System.Text;
using Gateway.Columns;

namespace Gateway.Tests.Columns;

public sealed class InstantColumnTests
{
    private static readonly DateTimeOffset Ten = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Instants_are_kept_as_DateTime_writes_them_and_read_back()
    {
        DateTimeOffset?[] instants = [Ten, Ten.AddTicks(1), Ten.AddMilliseconds(500), null, Ten.ToOffset(TimeSpan.FromHours(2)), DateTimeOffset.MinValue, DateTimeOffset.MaxValue];
        var builder = new ColumnBuilder();
        foreach (var instant in instants)
        {
            builder.AddInstant(instant);
        }

        var column = new InstantColumn(builder.Take());

        Encoding.UTF8.GetString(column.Json).ShouldBe(
            """["2026-01-01T10:00:00Z","2026-01-01T10:00:00.0000001Z","2026-01-01T10:00:00.5Z",null,"2026-01-01T10:00:00Z","0001-01-01T00:00:00Z","9999-12-31T23:59:59.9999999Z"]""");
        Enumerable.Range(0, column.Count).Select(column.Find).ShouldBe(instants);
        column.ShouldAllBe(instant => instant.Offset == TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-01-01T10:00:00.Z")]
    [InlineData("")]
    public void What_is_no_instant_reads_as_none(string text) =>
        new InstantColumn(Encoding.UTF8.GetBytes($"[\"{text}\"]")).Find(0).ShouldBeNull();

    [Fact]
    public void A_text_that_is_taken_over_is_what_would_be_written()
    {
        for (var i = 0; i < 10_000; i++)
        {
            var text = Ten.AddSeconds(i * 7919).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var builder = new ColumnBuilder();
            builder.AddInstant(Encoding.UTF8.GetBytes(text)).ShouldBeTrue();
            builder.AddInstant(Ten.AddSeconds(i * 7919));
            var column = new InstantColumn(builder.Take());
            column.Text(0).SequenceEqual(column.Text(1)).ShouldBeTrue();
        }
    }
}
