using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gateway.GraphQL.Tests.Fuzzing;

namespace Gateway.GraphQL.Tests.Validation;

/// <summary>Rules never throw for a document that parses, even if the schema knows little of it.</summary>
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

    [Property(MaxTest = 1_000, MaxRejected = 40_000, QuietOnSuccess = true, Arbitrary = [typeof(TokenChanges)])]
    public Property Documents_with_tokens_left_out_doubled_and_swapped_never_throw(TokenChanges changes)
    {
        var document = TryParse(changes.ApplyTo(Seed));
        return Prop.Implies(document is not null, () => Validate(document!).Count.ShouldBeLessThanOrEqualTo(5));
    }
}
