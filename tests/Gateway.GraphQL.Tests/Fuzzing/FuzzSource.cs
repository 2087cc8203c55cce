using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Tests.Fuzzing;

/// <summary>
/// Seeded sources, from random bytes to documents with a few bytes changed. <c>FUZZ_ITERATIONS</c> and <c>FUZZ_SEED</c> make a run by hand
/// longer, or another one.
/// </summary>
internal sealed class FuzzSource
{
    private const string Document =
        "query Q($a: [Int!]! = [1, -2.5e3], $b: In = {c: \"\\u{1F3CA}\\n\", d: \"\"\"\n  block \\\"\"\" é\n\"\"\"}) @d(e: true) { f: g(h: $a i: null j: K) "
        + "{ ...L @include(if: $m) ... on N { o } } } # comment\n fragment L on N @p { q } \"d\" type T implements I & J { k(l: Int = 1): [S!]! @x } "
        + "union U = | A | B extend schema @y directive @z(a: Int) repeatable on FIELD | QUERY enum E { F } input G @oneOf { h: Int }";

    private static readonly string[] s_pieces =
    [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "...", ".", "$", "@", "!", "|", "&", "=", ":", "#", "\n", "\r\n",
        "-", "0", "1", "e", "E+", "_", "é", "🏊", "\uFEFF", "\0", " ", ",", "query", "fragment", "on", "null", "true", "extend", "\u007F", "\u2028",
    ];

    private readonly Random _random;

    private FuzzSource(int seed) => _random = new Random(seed);

    public static int Iterations(int inCi) => Variable("FUZZ_ITERATIONS") ?? inCi;

    public static int Seed { get; } = Variable("FUZZ_SEED") ?? 20250903;

    /// <summary>The bytes of one iteration, the same for the same seed.</summary>
    public static byte[] Create(int iteration)
    {
        var source = new FuzzSource(HashCode(iteration));
        return (iteration % 4) switch
        {
            0 => source.Bytes(source._random.Next(64)),
            1 => Encoding.UTF8.GetBytes(source.Pieces(source._random.Next(40))),
            _ => source.Mutated(Encoding.UTF8.GetBytes(Document)),
        };
    }

    /// <summary>Few pieces, repeated up to a size: what makes a quadratic algorithm show itself.</summary>
    public static byte[] CreateLarge(int iteration, int size)
    {
        var source = new FuzzSource(HashCode(iteration));
        var start = Encoding.UTF8.GetBytes(source._random.Next(2) == 0 ? source.Pieces(source._random.Next(6)) : "");
        var unit = Encoding.UTF8.GetBytes(source.Pieces(1 + source._random.Next(6)));
        var bytes = new byte[size];
        start.CopyTo(bytes.AsSpan());
        for (var at = start.Length; at < size; at += unit.Length)
        {
            unit.AsSpan(0, Math.Min(unit.Length, size - at)).CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    // Random's own seeds are alike where they are near each other.
    private static int HashCode(int iteration) => unchecked((int)(((uint)(Seed + iteration) * 2654435761) ^ 0x5bd1e995));

    private static int? Variable(string name)
        => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Pieces(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => s_pieces[_random.Next(s_pieces.Length)]));

    private byte[] Mutated(byte[] source)
    {
        var bytes = source.ToList();
        for (var change = 1 + _random.Next(4); change > 0; change--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(5))
            {
                case 0: bytes.RemoveRange(at, Math.Min(_random.Next(8), bytes.Count - at)); break;
                case 1: bytes[at] = (byte)_random.Next(256); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces(1))); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(0, _random.Next(bytes.Count))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
