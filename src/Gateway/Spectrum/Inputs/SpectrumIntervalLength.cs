using Gateway.Columns;

namespace Gateway.Spectrum.Inputs;

/// <summary>The lengths of time intervals.</summary>
internal static class SpectrumIntervalLength
{
    public static IntervalLength Length(this SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Minute => IntervalLength.OfTime(TimeSpan.FromMinutes(1)),
        SpectrumTimeDelta.Dekaminute => IntervalLength.OfTime(TimeSpan.FromMinutes(10)),
        SpectrumTimeDelta.Hour => IntervalLength.OfTime(TimeSpan.FromHours(1)),
        SpectrumTimeDelta.Day => IntervalLength.OfTime(TimeSpan.FromDays(1)),
        SpectrumTimeDelta.Week => IntervalLength.OfTime(TimeSpan.FromDays(7)),
        SpectrumTimeDelta.Month => IntervalLength.OfMonths(1),
        SpectrumTimeDelta.Quarter => IntervalLength.OfMonths(3),
        _ => IntervalLength.OfMonths(12),
    };
}
