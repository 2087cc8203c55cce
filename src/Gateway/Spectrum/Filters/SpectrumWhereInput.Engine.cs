namespace Gateway.Spectrum.Filters;

/// <content>
/// No resolver has it for a parameter, so the generator is told of it. HotChocolate finds the type where it is used, and does not start if
/// a type with this attribute is added by name.
/// </content>
[InputObjectType]
public sealed partial record SpectrumWhereInput;
