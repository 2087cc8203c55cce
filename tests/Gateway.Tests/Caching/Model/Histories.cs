using FsCheck;
using FsCheck.Fluent;

namespace Gateway.Tests.Caching.Model;

/// <summary>Generates random histories, and shrinks a history that fails.</summary>
/// <remarks>
/// Time passes in small steps, at most <see cref="LongestSum"/> in sum, and in large ones of <see cref="Large"/>; wall clocks differ by
/// multiples of it, plus or minus half a minute. So no answer's age is near a time that depends on a random value.
/// </remarks>
public static class Histories
{
    public static readonly TimeSpan Large = TimeSpan.FromSeconds(1200);
    public static readonly TimeSpan LongestSum = TimeSpan.FromSeconds(600);

    // Timers have a resolution of a millisecond.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private static Gen<Outcome> Ends => Gen.Frequency(
        (12, Gen.Constant(Outcome.Granted)),
        (2, Gen.Elements(Outcome.Unauthenticated, Outcome.Forbidden)),
        (1, Gen.Constant(Outcome.Rejected)),
        (3, Gen.Elements(Outcome.ServerError, Outcome.Invalid, Outcome.Timeout)),
        (2, Gen.Elements(Outcome.NoPermit, Outcome.CircuitOpen)),
        (1, Gen.Elements(Outcome.Limited, Outcome.LimitedBriefly)));

    private static Gen<TimeSpan> Times => Gen.Frequency(
        (5, Gen.Elements(0.5, 1, 2, 5, 7, 10).Select(TimeSpan.FromSeconds)),
        (5, Gen.Elements(15.0, 20, 30, 44, 45, 46).Select(TimeSpan.FromSeconds)),
        (4, Gen.Elements(60.0, 61, 120).Select(TimeSpan.FromSeconds)),
        (2, Gen.Elements(Tick, TimeSpan.FromSeconds(7) - Tick, TimeSpan.FromSeconds(1) - Tick)),
        (1, Gen.Elements(TimeSpan.FromSeconds(300), Large)));

    private static Gen<TimeSpan> Skews =>
        from hours in Gen.Elements(-6, -1, 0, 0, 0, 1, 6)
        from seconds in Gen.Elements(-31, -30, -20, 0, 20, 30, 31)
        select (hours * Large) + TimeSpan.FromSeconds(seconds);

    private static Gen<Step> StepOn(int[] questions) => Gen.Frequency(
        (12, from replica in Gen.Choose(0, 1)
             from credential in AnyCredential
             from question in Gen.Elements(questions)
             from noCache in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
             select (Step)new Step.Ask(replica, credential, question, noCache)),
        (3, from replica in Gen.Choose(0, 1)
            from credential in AnyCredential
            select (Step)new Step.AskPanels(replica, credential)),
        (8, from call in Gen.Choose(0, 5)
            from outcome in Ends
            select (Step)new Step.End(call, outcome)),
        (4, from outcome in Ends
            select (Step)new Step.EndAll(outcome)),
        (2, Gen.Choose(0, 7).Select(request => (Step)new Step.Leave(request))),
        (8, Times.Select(time => (Step)new Step.Pass(time))),
        (1, from replica in Gen.Choose(0, 1)
            from skew in Skews
            select (Step)new Step.SetClock(replica, skew)),
        (2, from replica in Gen.Choose(0, 1)
            from redis in Gen.Elements(Redis.Up, Redis.Up, Redis.Slow, Redis.Slow, Redis.Down)
            select (Step)new Step.SetRedis(replica, redis)),
        (2, from replica in Gen.Choose(0, 1)
            from read in Gen.Choose(0, 3)
            select (Step)new Step.EndRead(replica, read)));

    /// <summary>Two replicas fetch one shared answer while Redis is slow.</summary>
    private static Gen<Step> RaceFor(int question) => Gen.Frequency(
        (8, from replica in Gen.Choose(0, 1)
            from credential in Gen.Choose(0, TestCredentials.Count - 1)
            select (Step)new Step.Ask(replica, credential, question, NoCache: false)),
        (6, Gen.Choose(0, 3).Select(call => (Step)new Step.End(call, Outcome.Granted))),
        (5, from replica in Gen.Choose(0, 1)
            from read in Gen.Choose(0, 3)
            select (Step)new Step.EndRead(replica, read)),
        (3, Gen.Elements(0.5, 1, 2).Select(seconds => (Step)new Step.Pass(TimeSpan.FromSeconds(seconds)))),
        (2, from replica in Gen.Choose(0, 1)
            from redis in Gen.Elements(Redis.Up, Redis.Slow, Redis.Slow)
            select (Step)new Step.SetRedis(replica, redis)));

    // Most events concern the same credential.
    private static Gen<int> AnyCredential => Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)));

    private static Gen<History> Mixed =>
        from replicas in Gen.Choose(1, 2)
        from length in Gen.Choose(5, 60)
        from count in Gen.Choose(1, 4)
        from questions in Gen.Choose(0, Question.All.Length - 1).ArrayOf(count)
        from steps in StepOn(questions).ListOf(length)
        select new History(replicas, [.. steps]);

    private static Gen<History> Races =>
        from length in Gen.Choose(10, 40)
        from question in Gen.Elements(Question.All.Where(question => question.IsShared).Select(question => question.Number))
        from steps in RaceFor(question).ListOf(length)
        select new History(2, [.. steps]);

    public static Arbitrary<History> Any() => Arb.From(Gen.Frequency((9, Mixed), (1, Races)), Simpler);

    private static IEnumerable<History> Simpler(History history)
    {
        if (history.Replicas == 2)
        {
            yield return history with { Replicas = 1 };
        }

        for (var count = history.Steps.Count / 2; count > 0; count /= 2)
        {
            for (var from = 0; from + count <= history.Steps.Count; from += count)
            {
                yield return history with { Steps = [.. history.Steps.Take(from), .. history.Steps.Skip(from + count)] };
            }
        }
    }
}
