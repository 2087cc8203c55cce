using System.Reflection;

namespace Gateway.Radar.Inputs;

/// <summary>
/// Adds the inputs of a series to a field as list arguments. The lists are positional: they have one value for each series.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed partial class CtPositionalListsAttribute : ObjectFieldDescriptorAttribute
{
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member)
    {
        foreach (var input in CtInput.All)
        {
            descriptor.Argument(input.Name, argument =>
            {
                argument
                    .Type(input.ListType)
                    .Description(context.Naming.GetMemberDescription(input.Property, MemberKind.InputObjectField));
                Complete(argument, input);
            });
        }
    }

    /// <summary>Says what the two engines are told differently.</summary>
    static partial void Complete(IArgumentDescriptor argument, CtInput input);
}
