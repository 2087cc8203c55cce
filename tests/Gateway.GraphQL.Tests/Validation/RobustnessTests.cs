namespace Gateway.GraphQL.Tests.Validation;

/// <summary>Nothing that parses makes a rule throw, however little of it the schema knows.</summary>
public sealed class RobustnessTests : ValidationTest
{
    private const string Seed =
        """
        query Q($a: Int = 3, $b: FilterInput, $c: [[Kind!]!]! = [[SAIL]]) @skip(if: true) {
          a: vessel(id: 1) { ...F ... on Ship { draught tender { length } } fleet(first: $a) { id } }
          vessels(filter: { kinds: [SAIL, STEAM], key: { near: { lat: 1.5 } }, and: [$b] }) { __typename name }
          echo(matrix: [[1], $c], since: "2026-01-31T09:00:00Z") @include(if: false) hold { ...G }
        }
        fragment F on Vessel { kind crew(officers: true) ...G } fragment G on Cargo { ... on Boat { mother { ...F } } }
        """;

    [Fact]
    public void Documents_with_tokens_left_out_doubled_and_swapped_never_throw()
    {
        var random = new Random(20260131);
        var tokens = Seed.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var validated = 0;
        for (var round = 0; round < 20_000; round++)
        {
            if (TryParse(Mutate(tokens, random)) is { } document)
            {
                Should.NotThrow(() => Validate(document)).Count.ShouldBeLessThanOrEqualTo(5);
                validated++;
            }
        }

        validated.ShouldBeGreaterThan(1_000);
    }

    private static string Mutate(string[] tokens, Random random)
    {
        var mutated = tokens.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var (at, other) = (random.Next(mutated.Count), random.Next(mutated.Count));
            switch (random.Next(3))
            {
                case 0: mutated.RemoveAt(at); break;
                case 1: mutated.Insert(at, mutated[other]); break;
                default: (mutated[at], mutated[other]) = (mutated[other], mutated[at]); break;
            }
        }

        return string.Join(' ', mutated);
    }
}
