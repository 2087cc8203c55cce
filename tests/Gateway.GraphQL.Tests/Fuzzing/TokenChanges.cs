using FsCheck;
using FsCheck.Fluent;

namespace Gateway.GraphQL.Tests.Fuzzing;

/// <summary>Removes, repeats and swaps a few tokens of a text. Blanks separate the tokens.</summary>
public sealed record TokenChanges(IReadOnlyList<(int Kind, int At, int Other)> Changes)
{
    public static Arbitrary<TokenChanges> Arbitrary()
    {
        var change = from kind in Gen.Choose(0, 2) from at in Gen.Choose(0, 200) from other in Gen.Choose(0, 200) select (kind, at, other);
        return Arb.From(
            Gen.Choose(1, 3).SelectMany(count => change.ListOf(count)).Select(changes => new TokenChanges(changes)),
            many => many.Changes.Select(left => new TokenChanges([.. many.Changes.Where(change => change != left)])));
    }

    public string ApplyTo(string text)
    {
        var tokens = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var (kind, from, to) in Changes.TakeWhile(_ => tokens.Count > 1))
        {
            var (at, other) = (from % tokens.Count, to % tokens.Count);
            switch (kind)
            {
                case 0: tokens.RemoveAt(at); break;
                case 1: tokens.Insert(at, tokens[other]); break;
                default: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
            }
        }

        return string.Join(' ', tokens);
    }

    public override string ToString() => string.Join(", ", Changes);
}
