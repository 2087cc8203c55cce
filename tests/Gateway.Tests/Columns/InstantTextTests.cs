using System.Globalization;
using System.Text;
using Gateway.Columns;

namespace Gateway.Tests.Columns;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01t10:00:00z", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01 10:00:00Z", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01T10:00:00", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01T10:00:00-00:00", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01T00:00:00+05:45", "2025-12-31T18:15:00Z")]
    [InlineData("2025-12-31T22:30:00-01:30", "2026-01-01T00:00:00Z")]
    [InlineData("2026-01-01T10:00:00+23:59", "2025-12-31T10:01:00Z")]
    [InlineData("2026-01-01T10:00:00.5+01:00", "2026-01-01T09:00:00.5Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void An_instant_of_RFC_3339_is_read_in_UTC(string text, string expected) => Read(text).ShouldBe(expected);

    [Theory]
    [InlineData("2026-01-01T23:59:59.99999995Z", "2026-01-01T23:59:59.9999999Z")]
    [InlineData("2026-01-01T23:59:59.999999999999999999Z", "2026-01-01T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59.99999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2026-01-01T23:59:59.00000009Z", "2026-01-01T23:59:59Z")]
    [InlineData("2026-01-01T23:59:59.000Z", "2026-01-01T23:59:59Z")]
    [InlineData("2026-01-01T23:59:59.1234567Z", "2026-01-01T23:59:59.1234567Z")]
    public void Digits_beyond_the_seventh_are_cut_and_never_rounded(string text, string expected) => Read(text).ShouldBe(expected);

    /// <summary>It stays in its day: the second after it is in another month.</summary>
    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2016-12-31T15:59:60.25-08:00", "2016-12-31T23:59:59.25Z")]
    [InlineData("2017-01-01T00:59:60+01:00", "2016-12-31T23:59:59Z")]
    [InlineData("2015-06-30T23:59:60Z", "2015-06-30T23:59:59Z")]
    [InlineData("2016-12-30T23:59:60Z", null)]
    [InlineData("2016-12-31T22:59:60Z", null)]
    [InlineData("2016-12-31T23:59:60+01:00", null)]
    [InlineData("2016-12-31T23:59:61Z", null)]
    public void A_leap_second_reads_as_the_one_before_it(string text, string? expected) => Read(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("12:00")]
    [InlineData("Jan 3")]
    [InlineData("yesterday")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T10:00Z")]
    [InlineData("2026-01-01T10Z")]
    [InlineData("20260101T100000Z")]
    [InlineData("2026-1-01T10:00:00Z")]
    [InlineData("+2026-01-01T10:00:00Z")]
    [InlineData("0000-01-01T10:00:00Z")]
    [InlineData("2026-00-01T10:00:00Z")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-01-00T10:00:00Z")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("1900-02-29T10:00:00Z")]
    [InlineData("2026-04-31T10:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T10:60:00Z")]
    [InlineData("2026-01-01T10:00:00.Z")]
    [InlineData("2026-01-01T10:00:00,5Z")]
    [InlineData("2026-01-01T10:00:00.5.5Z")]
    [InlineData("2026-01-01_10:00:00Z")]
    [InlineData("2026-01-01\010:00:00Z")]
    [InlineData("2026-01-01T10:00:00 Z")]
    [InlineData(" 2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01T10:00:00Z ")]
    [InlineData("2026-01-01T10:00:00ZZ")]
    [InlineData("2026-01-01T10:00:00+01")]
    [InlineData("2026-01-01T10:00:00+0100")]
    [InlineData("2026-01-01T10:00:00+24:00")]
    [InlineData("2026-01-01T10:00:00+01:60")]
    [InlineData("2026-01-01T10:00:00+1:000")]
    [InlineData("2026-01-01T10:00:00 +01:00")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("２０２６-01-01T10:00:00Z")]
    public void Whatever_else_it_may_be_is_no_instant(string text) => Read(text).ShouldBeNull();

    /// <summary>Against .NET's own, for what both read.</summary>
    [Fact]
    public void It_agrees_with_DateTimeOffset()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"20{random.Next(100):00}-{random.Next(14):00}-{random.Next(33):00}T{random.Next(25):00}:{random.Next(61):00}:{random.Next(60):00}.{random.Next(10_000_000):0000000}{random.Next(-14, 15):+00;-00;+00}:00");
            var expected = DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : (DateTimeOffset?)null;
            InstantText.Parse(Encoding.UTF8.GetBytes(text)).ShouldBe(expected, text);
        }
    }

    /// <summary>As a column keeps it, which takes most texts over as they are.</summary>
    private static string? Read(string text)
    {
        var builder = new ColumnBuilder();
        var isInstant = builder.AddInstant(Encoding.UTF8.GetBytes(text));
        var json = Encoding.UTF8.GetString(new InstantColumn(builder.Take()).Text(0));
        isInstant.ShouldBe(json != "null");
        InstantText.Parse(Encoding.UTF8.GetBytes(text))?.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture).ShouldBe(json.Trim('"'));
        return isInstant ? json.Trim('"') : null;
    }
}
