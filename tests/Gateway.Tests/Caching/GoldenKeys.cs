using System.Globalization;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>A thousand requests, the same ones for ever, with their keys.</summary>
internal static class GoldenKeys
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string[] Lines()
    {
        // What a seed gives is part of the contract of this constructor.
        var random = new Random(20260101);
        var lines = new List<string>();
        while (lines.Count < 500)
        {
            if (SpectrumBytimeRequest.Create(Spectrum(random)).Value is { } request)
            {
                lines.Add($"{request.Key} {(request.HasDefaultMetrics ? "default " : "")}{request.PathAndQuery}");
            }
        }

        while (lines.Count < 1000)
        {
            if (CtTimeseriesRequest.Create(Maybe(random, Any<CtAggInterval>(random)), new CtSeriesLists(), Radar(random)).Value is { } request)
            {
                lines.Add($"{request.Query.Key} {request.Query.PathAndQuery}");
            }
        }

        return [.. lines];
    }

    private static SpectrumBytimeArguments Spectrum(Random random) => new(
        random.Next(2) == 0 ? Requests.Zone : "023e105f4ecef8ad9ca31a8372d0c353", Any<SpectrumTimeDelta>(random))
    {
        Since = Maybe(random, Instant(random, 0)),
        Until = Maybe(random, Instant(random, 2)),
        Dimensions = Several<SpectrumDimension>(random),
        Metrics = Several<SpectrumMetric>(random),
        Filters = random.Next(2) == 0 ? null : Filter(random),
        Sort = random.Next(2) == 0 ? null : Several<SpectrumSort>(random),
        Limit = Maybe(random, random.Next(1, 10_000)),
    };

    private static CtSeriesInput[] Radar(Random random)
    {
        var isAbsolute = random.Next(3) == 0;
        var (start, end) = (Instant(random, 0), Instant(random, 2));
        return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new CtSeriesInput
        {
            DateRange = isAbsolute ? null : random.Next(1, 53) + (random.Next(2) == 0 ? "d" : "w") + (random.Next(3) == 0 ? "Control" : ""),
            DateStart = isAbsolute ? start : null,
            DateEnd = isAbsolute ? end : null,
            Ca = random.Next(2) == 0 ? "Ça & Ïı " + random.Next(3) : "ca",
            HasIps = random.Next(2) == 0,
            ValidationLevel = Any<CtValidationLevel>(random),
        })];
    }

    private static string Filter(Random random) => string.Join(
        random.Next(2) == 0 ? "," : " OR ",
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Join(
            random.Next(2) == 0 ? ";" : " AND ",
            Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                Any<SpectrumDimension>(random).Wire() + (random.Next(2) == 0 ? "==" : ">=") + "v-" + random.Next(5).ToString(CultureInfo.InvariantCulture)))));

    private static DateTimeOffset Instant(Random random, int day) =>
        Start.AddDays(day).AddMinutes(random.Next(1440)).AddTicks(random.Next(3)).ToOffset(TimeSpan.FromHours(random.Next(-12, 13)));

    private static T Any<T>(Random random)
        where T : struct, Enum
        => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static T[] Several<T>(Random random)
        where T : struct, Enum
        => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any<T>(random))];

    private static T? Maybe<T>(Random random, T value)
        where T : struct
        => random.Next(2) == 0 ? value : null;
}
