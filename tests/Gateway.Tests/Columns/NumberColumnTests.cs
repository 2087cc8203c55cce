using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.Columns;

namespace Gateway.Tests.Columns;

public sealed class NumberColumnTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("-0.0", "-0")]
    [InlineData("12", "12")]
    [InlineData("012", "12")]
    [InlineData("+12", "12")]
    [InlineData("12.50", "12.5")]
    [InlineData("12.", "12")]
    [InlineData(".5", "0.5")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1E-05")]
    [InlineData("1.4e-05", "1.4E-05")]
    [InlineData("1E+3", "1000")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("1000000000000000", "1000000000000000")]
    [InlineData("12345678901234567890", "1.2345678901234567E+19")]
    [InlineData("0.1234567890123456789", "0.12345678901234568")]
    [InlineData("11.123456789", "11.123456789")]
    [InlineData("1e400", "null")]
    [InlineData("", "null")]
    [InlineData("-", "null")]
    [InlineData("1-1", "null")]
    [InlineData("1.2.3", "null")]
    [InlineData("1,000", "null")]
    [InlineData(" 1", "null")]
    [InlineData("NaN", "null")]
    public void A_number_is_kept_as_Float_writes_it(string wire, string text) => Text(wire).ShouldBe(text);

    /// <summary>The number of items times the width of the first one is the length of the list, modulo 2^32.</summary>
    [Fact]
    public void Items_of_many_widths_are_found_however_long_the_list()
    {
        var text = $"[{new string('1', 1 << 20)}{new string(',', 1 << 12)}]";
        new NumberColumn(Encoding.ASCII.GetBytes(text)).Text(0).Length.ShouldBe(1 << 20);
    }

    [Property(MaxTest = 10_000, QuietOnSuccess = true, Arbitrary = [typeof(Numbers)])]
    public void Every_number_is_kept_as_reading_and_writing_it_would(string wire)
    {
        var number = double.Parse(wire, CultureInfo.InvariantCulture);
        Text(wire).ShouldBe(double.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture) : "null");
    }

    [Fact]
    public void Items_are_parts_of_the_list_whatever_their_widths()
    {
        foreach (var items in (string[][])[[], ["1"], ["1", "2", "3"], ["10", "null", "0.5"], ["null", "null"], ["null"], ["1", "234", "5"], ["123", "4", "567"]])
        {
            var column = Column(items);
            Encoding.UTF8.GetString(column.Json).ShouldBe($"[{string.Join(',', items)}]");
            column.Count.ShouldBe(items.Length);
            column.HasValues.ShouldBe(items.Any(item => item != "null"));
            for (var i = 0; i < items.Length; i++)
            {
                Encoding.UTF8.GetString(column.Text(i)).ShouldBe(items[i]);
            }

            column.ShouldBe(items.Select(item => item == "null" ? (double?)null : double.Parse(item, CultureInfo.InvariantCulture)));
            Should.Throw<ArgumentOutOfRangeException>(() => column[items.Length]);
            Should.Throw<ArgumentOutOfRangeException>(() => column[-1]);
        }
    }

    [Theory]
    [InlineData(0, "[]")]
    [InlineData(1, "[10]")]
    [InlineData(3, "[10,2,null]")]
    [InlineData(5, "[10,2,null,null,null]")]
    public void A_column_can_be_made_to_any_length(int count, string json) =>
        Encoding.UTF8.GetString(Column("10", "2", "none").WithCount(count).Json).ShouldBe(json);

    [Fact]
    public void A_builder_starts_anew_with_each_column()
    {
        var builder = new ColumnBuilder();
        builder.AddNumber("10"u8);
        Encoding.UTF8.GetString(builder.Take()).ShouldBe("[10]");
        Encoding.UTF8.GetString(builder.Take()).ShouldBe("[]");
    }

    private static NumberColumn Column(params string[] items)
    {
        var builder = new ColumnBuilder();
        foreach (var item in items)
        {
            builder.AddNumber(Encoding.UTF8.GetBytes(item));
        }

        return new NumberColumn(builder.Take());
    }

    private static string Text(string wire) => Encoding.UTF8.GetString(Column(wire).Text(0));

    /// <summary>Doubles as .NET writes them, whole numbers, and decimals of many digits.</summary>
    private static class Numbers
    {
        public static Arbitrary<string> Wire()
        {
            var signed = from sign in Gen.Elements("", "-") from digits in Digits(1, 17) select sign + digits;
            return Arb.From(Gen.OneOf(
                ArbMap.Default.GeneratorFor<DoNotSize<long>>().Select(bits => Written(BitConverter.Int64BitsToDouble(bits.Item))),
                signed,
                from whole in signed
                from zeros in Gen.Choose(0, 5)
                from digits in Digits(1, 17)
                select $"{whole}.{new string('0', zeros)}{digits}"));
        }

        private static Gen<string> Digits(int least, int most) =>
            from count in Gen.Choose(least, most)
            from digits in Gen.Elements("0123456789".ToCharArray()).ArrayOf(count)
            select new string(digits);

        private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
