using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Gateway.GraphQL.Tests.Fuzzing;

/// <summary>Generates bytes for a parser: random bytes, sequences of its language's parts, or a valid text with a few changes.</summary>
/// <param name="text">A valid text.</param>
/// <param name="pieces">Parts of the language, and parts that are invalid in it.</param>
internal sealed class FuzzBytes(string text, string[] pieces)
{
    public Arbitrary<byte[]> Arbitrary => Arb.From(
        Gen.Frequency(
            (1, ArbMap.Default.GeneratorFor<byte[]>()),
            (1, Pieces(0, 40)),
            (2, Gen.Choose(0, 4).SelectMany(changes => Changed(Encoding.UTF8.GetBytes(text), changes)))),
        ArbMap.Default.ArbFor<byte[]>().Shrinker);

    public Gen<byte[]> Pieces(int least, int most) =>
        from count in Gen.Choose(least, most)
        from row in Gen.Elements(pieces).ArrayOf(count)
        select Encoding.UTF8.GetBytes(string.Concat(row));

    // Each change takes bytes out, puts others in, or both.
    private Gen<byte[]> Changed(byte[] bytes, int changes) => changes == 0
        ? Gen.Constant(bytes)
        : from at in Gen.Choose(0, bytes.Length)
          from end in Gen.Frequency((4, Gen.Choose(at, Math.Min(at + 8, bytes.Length))), (1, Gen.Constant(bytes.Length)))
          from any in Gen.Choose(0, 255)
          from middle in Gen.OneOf(Gen.Elements<byte[]>([], [(byte)any], bytes[..at]), Pieces(1, 1))
          from changed in Changed([.. bytes[..at], .. middle, .. bytes[end..]], changes - 1)
          select changed;
}

/// <summary>Few pieces, repeated up to a size: what makes a quadratic algorithm show itself.</summary>
public sealed record Repetition(byte[] Start, byte[] Unit)
{
    public byte[] Fill(int size)
    {
        var bytes = new byte[size];
        Start.CopyTo(bytes, 0);
        for (var at = Start.Length; at < size; at += Unit.Length)
        {
            Unit.AsSpan(0, Math.Min(Unit.Length, size - at)).CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    public override string ToString() => $"{Convert.ToBase64String(Start)}, then {Convert.ToBase64String(Unit)} again and again";
}
