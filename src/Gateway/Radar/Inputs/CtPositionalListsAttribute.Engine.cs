namespace Gateway.Radar.Inputs;

internal sealed partial class CtPositionalListsAttribute
{
    /// <summary>Lets the engine refuse a list before it is read.</summary>
    static partial void Complete(IArgumentDescriptor argument, CtInput input) => argument.MaxLength(CtInput.MaxSeries);
}
