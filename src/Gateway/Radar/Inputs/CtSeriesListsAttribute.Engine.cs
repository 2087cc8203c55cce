namespace Gateway.Radar.Inputs;

internal sealed partial class CtSeriesListsAttribute
{
    static partial void Bound(IArgumentDescriptor argument) => argument.MaxLength(CtInput.MaxSeries);
}
