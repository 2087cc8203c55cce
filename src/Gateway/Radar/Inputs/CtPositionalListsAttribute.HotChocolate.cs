namespace Gateway.Radar.Inputs;

internal sealed partial class CtPositionalListsAttribute
{
    /// <summary>A runtime type does not say that its references are never null, so HotChocolate would let texts be null.</summary>
    static partial void Complete(IArgumentDescriptor argument, CtInput input)
    {
        if (input.IsText)
        {
            argument.Type<ListType<NonNullType<StringType>>>();
        }
    }
}
