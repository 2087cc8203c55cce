using Gateway.Caching;

namespace Gateway.Radar.Responses;

/// <summary>
/// The fragments of an answer. Those of an answer that consists of several responses are stored with the first one, and found only as long
/// as the others are the same, too. So they count towards the size of a response, and end with it.
/// </summary>
/// <remarks>
/// A hit of five responses takes as much CPU as one of a single response with as many points. Without fragments, it takes 1.6 times as much
/// for 5×96 points, and 1.2 times for 5×24 values.
/// </remarks>
internal sealed class CtFragments(FragmentStore first, object mix) : IResponseFragments
{
    public static IResponseFragments Of(CtAnswer answer) =>
        answer.GetMix() is { } mix ? new CtFragments(answer.Fragments, mix) : answer.Fragments;

    /// <summary>Finds a fragment. A mix belongs to one operation, so it stands for the operation as well.</summary>
    public ReadOnlyMemory<byte> Find(object operation, object part) => first.Find(mix, part);

    public void Add(object operation, object part, int length, Action<Span<byte>> copy) => first.Add(mix, part, length, copy);
}
