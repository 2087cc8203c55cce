namespace Gateway.Radar.Inputs;

internal sealed partial class CtPositionalListsAttribute
{
    static partial void Bound(IArgumentDescriptor argument) => argument.MaxLength(CtInput.MaxSeries);
}
