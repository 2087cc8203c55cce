using Gateway.Caching;

namespace Gateway.Radar.Responses;

/// <summary>
/// The fragments of an answer. Those of an answer that consists of several responses are stored with the first one, and found only as long
/// as the others are the same, too. So they count towards the size of a response, and end with it.
/// </summary>
/// <remarks>Without them, a hit of five responses takes 2.5 times the CPU.</remarks>
internal sealed class CtFragments(ResponseFragments first, object mix) : IResponseFragments
{
    public int MaxLength => first.MaxLength;

    public static IResponseFragments Of(CtTimeseries answer) =>
        answer.GetMix() is { } mix ? new CtFragments(answer.Fragments, mix) : answer.Fragments;

    /// <summary>Finds a fragment. A mix belongs to one operation, so it stands for the operation as well.</summary>
    public ReadOnlyMemory<byte> Find(object operation, object part) => first.Find(mix, part);

    public void Add(object operation, object part, ReadOnlySpan<byte> json) => first.Add(mix, part, json);
}
