using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;

namespace Gateway.Tests.Spectrum.Filters;

public sealed class WhereCompilerTests
{
    [Fact]
    public void Every_dimension_and_operator_is_compiled()
    {
        Compile(new() { Event = new() { Eq = SpectrumEvent.OriginError } }).ShouldBe("event==originError");
        Compile(new() { AppId = new() { Neq = "0a" } }).ShouldBe("appID!=0a");
        Compile(new() { ColoName = new() { Gt = "LAX" } }).ShouldBe("coloName>LAX");
        Compile(new() { IpVersion = new() { Gte = 4 } }).ShouldBe("ipVersion>=4");
        Compile(new() { IpVersion = new() { Lt = 6 } }).ShouldBe("ipVersion<6");
        Compile(new() { IpVersion = new() { Lte = 6 } }).ShouldBe("ipVersion<=6");
        Compile(new() { IpVersion = new() { In = [6, 4] } }).ShouldBe("ipVersion==4 OR ipVersion==6");
        Compile(new() { Event = new() { In = [SpectrumEvent.Connect, SpectrumEvent.ClientFiltered] } })
            .ShouldBe("event==clientFiltered OR event==connect");
    }

    [Fact]
    public void All_that_is_given_in_one_object_has_to_hold() =>
        Compile(new()
        {
            Event = new() { Neq = SpectrumEvent.Progress, Gt = SpectrumEvent.Connect },
            ColoName = new() { Eq = "SFO" },
            And = [IpVersion(4)],
            Or = [Colo("A"), Colo("B")],
        }).ShouldBe(
            "event!=progress AND event>connect AND coloName==A AND coloName==SFO AND ipVersion==4 OR "
            + "event!=progress AND event>connect AND coloName==B AND coloName==SFO AND ipVersion==4");

    [Fact]
    public void And_is_multiplied_over_or() =>
        Compile(new() { And = [AnyOf("a", "b"), new() { Or = [IpVersion(4), IpVersion(6)] }] }).ShouldBe(
            "coloName==a AND ipVersion==4 OR coloName==a AND ipVersion==6 OR coloName==b AND ipVersion==4 OR coloName==b AND ipVersion==6");

    [Fact]
    public void Or_of_ands_stays_as_it_is() =>
        Compile(new() { Or = [new() { And = [Colo("a"), IpVersion(4)] }, Colo("b")] }).ShouldBe("coloName==a AND ipVersion==4 OR coloName==b");

    [Fact]
    public void Order_repetition_and_grouping_make_no_difference()
    {
        SpectrumWhereInput a = Colo("a"), b = Colo("b"), c = IpVersion(4);
        Same(new() { And = [a, c] }, new() { And = [c, a] }, new() { And = [a, a, c] }, new() { And = [new() { And = [a, c] }] });
        Same(new() { Or = [a, b] }, new() { Or = [b, a] }, new() { Or = [a, b, a] }, new() { Or = [new() { Or = [a, b] }] }, AnyOf("b", "a", "b"));
        Same(new() { And = [new() { Or = [a, b] }, c] }, new() { Or = [new() { And = [a, c] }, new() { And = [b, c] }] });

        static void Same(params SpectrumWhereInput[] filters) => filters.Select(Compile).Distinct().ShouldHaveSingleItem();
    }

    [Property(MaxTest = 1_000, QuietOnSuccess = true, Arbitrary = [typeof(Filters)])]
    public Property A_compiled_filter_selects_the_same_connections_as_the_typed_one(SpectrumWhereInput typed)
    {
        var compiled = WhereCompiler.Compile(typed).Value;
        return Prop.Implies(compiled is not null, () => (
            from colo in (string[])["a", "b", "c"]
            from version in (int[])[4, 6]
            select compiled!.Groups.Any(terms => terms.All(comparison => Holds(comparison, colo, version))) == Holds(typed, colo, version))
            .All(same => same));
    }

    [Fact]
    public void Sixty_four_comparisons_are_the_most()
    {
        // 4 × 8 groups of 2 comparisons are 64, 5 × 7 are 70.
        Compile(new() { And = [AnyOf(4, "a"), AnyOf(8, "b")] }).Split(" OR ").Length.ShouldBe(32);
        Refused(new() { And = [AnyOf(5, "a"), AnyOf(7, "b")] }).ShouldContain("more than 64");
        Compile(AnyOf(64, "a")).Split(" OR ").Length.ShouldBe(64);
        Refused(AnyOf(65, "a")).ShouldContain("more than 64");
        Refused(new() { And = [.. Enumerable.Range(0, 65).Select(i => Colo($"a{i}"))] }).ShouldContain("more than 64");
        Refused(new() { Or = [.. Enumerable.Range(0, 65).Select(i => Colo($"a{i}"))] }).ShouldContain("more than 64");
    }

    [Fact]
    public void A_product_is_refused_before_it_is_built()
    {
        var bomb = new SpectrumWhereInput { And = [.. Enumerable.Repeat(AnyOf(60, "a"), 10_000)] };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bomb).ShouldContain("more than 64");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void What_is_empty_is_refused()
    {
        Refused(new()).ShouldContain("empty");
        Refused(new() { Event = new() }).ShouldContain("EVENT");
        Refused(new() { IpVersion = new(), ColoName = new() { Eq = "a" } }).ShouldContain("`ipVersion`");
        Refused(new() { And = [] }).ShouldContain("`and`");
        Refused(new() { Or = [] }).ShouldContain("`or`");
        Refused(new() { Or = [], ColoName = new() { Eq = "a" } }).ShouldContain("`or`");
        Refused(new() { And = [new()] }).ShouldContain("empty");
        Refused(new() { Or = [Colo("a"), new()] }).ShouldContain("empty");
        Refused(new() { ColoName = new() { In = [] } }).ShouldContain("`in`");
        Refused(new() { ColoName = new() { In = [], Eq = "a" } }).ShouldContain("`in`");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,event==b")]
    [InlineData("a;b")]
    [InlineData("a OR b")]
    [InlineData("a%20b")]
    [InlineData("a&limit=1")]
    [InlineData("é")]
    [InlineData("a\n")]
    public void A_value_that_the_grammar_cannot_say_is_refused(string value)
    {
        Refused(new() { ColoName = new() { Eq = value } }).ShouldContain("no quoting");
        Refused(new() { AppId = new() { In = ["a", value] } }).ShouldContain("no quoting");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(44)]
    public void There_are_two_versions_of_IP(int version)
    {
        const string Message = "A value of `ipVersion` in `where` has to be 4 or 6.";
        Refused(new() { IpVersion = new() { Eq = version } }).ShouldBe(Message);
        Refused(new() { IpVersion = new() { Lt = version } }).ShouldBe(Message);
        Refused(new() { IpVersion = new() { In = [4, version] } }).ShouldBe(Message);
    }

    [Fact]
    public void The_unknown_event_is_refused()
    {
        Refused(new() { Event = new() { Eq = SpectrumEvent.Unknown } }).ShouldContain("UNKNOWN");
        Refused(new() { Event = new() { In = [SpectrumEvent.Connect, SpectrumEvent.Unknown] } }).ShouldContain("UNKNOWN");
    }

    private static string Compile(SpectrumWhereInput where) => WhereCompiler.Compile(where).ShouldSucceed().ToString();

    private static string Refused(SpectrumWhereInput where) => WhereCompiler.Compile(where).ShouldBeRefused("where").Message;

    private static SpectrumWhereInput Colo(string value) => new() { ColoName = new() { Eq = value } };

    private static SpectrumWhereInput IpVersion(int value) => new() { IpVersion = new() { Eq = value } };

    private static SpectrumWhereInput AnyOf(params string[] values) => new() { ColoName = new() { In = values } };

    private static SpectrumWhereInput AnyOf(int count, string prefix) => AnyOf([.. Enumerable.Range(0, count).Select(i => $"{prefix}{i:00}")]);

    private static bool Holds(FilterComparison comparison, string colo, int version)
    {
        var order = comparison.Dimension is SpectrumDimension.ColoName
            ? string.CompareOrdinal(colo, comparison.Value)
            : version.CompareTo(int.Parse(comparison.Value, System.Globalization.CultureInfo.InvariantCulture));
        return comparison.Operator switch
        {
            FilterOperator.Eq => order == 0,
            FilterOperator.Neq => order != 0,
            FilterOperator.Gt => order > 0,
            FilterOperator.Gte => order >= 0,
            FilterOperator.Lt => order < 0,
            _ => order <= 0,
        };
    }

    private static bool Holds(SpectrumWhereInput where, string colo, int version) =>
        (where.And?.All(operand => Holds(operand, colo, version)) ?? true)
        && (where.Or?.Any(operand => Holds(operand, colo, version)) ?? true)
        && (where.ColoName?.Eq is not { } eq || colo == eq)
        && (where.ColoName?.Neq is not { } neq || colo != neq)
        && (where.ColoName?.Gte is not { } gte || string.CompareOrdinal(colo, gte) >= 0)
        && (where.ColoName?.Lte is not { } lte || string.CompareOrdinal(colo, lte) <= 0)
        && (where.ColoName?.In is not { } oneOf || oneOf.Contains(colo))
        && (where.IpVersion?.Gt is not { } gt || version > gt)
        && (where.IpVersion?.Lt is not { } lt || version < lt);

    private static class Filters
    {
        private static readonly Gen<string> Name = Gen.Elements("a", "b", "c");

        public static Arbitrary<SpectrumWhereInput> Where() => Arb.From(Where(depth: 3), where => [.. where.And ?? [], .. where.Or ?? []]);

        private static Gen<SpectrumWhereInput> Where(int depth) => Gen.OneOf(
        [
            from eq in Name select Colo(eq),
            from neq in Name from lte in Name select new SpectrumWhereInput { ColoName = new() { Neq = neq, Lte = lte } },
            from one in Name from other in Name select AnyOf(one, other),
            from gt in Gen.Elements(4, 6) from gte in Name
            select new SpectrumWhereInput { IpVersion = new() { Gt = gt }, ColoName = new() { Gte = gte } },
            .. depth == 0 ? (Gen<SpectrumWhereInput>[])[] :
            [
                from operands in Operands(depth) select new SpectrumWhereInput { And = operands },
                from operands in Operands(depth) from lt in Gen.Elements(4, 6)
                select new SpectrumWhereInput { Or = operands, IpVersion = new() { Lt = lt } },
            ],
        ]);

        private static Gen<SpectrumWhereInput[]> Operands(int depth) => Gen.Choose(1, 3).SelectMany(count => Where(depth - 1).ArrayOf(count));
    }
}
