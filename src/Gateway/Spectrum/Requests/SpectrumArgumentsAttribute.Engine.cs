using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

internal sealed partial class SpectrumArgumentsAttribute
{
    /// <summary>Lets the engine refuse a list before it is read.</summary>
    static partial void Bound(IArgumentDescriptor argument) => argument.MaxLength(SpectrumField.MaxList);
}
