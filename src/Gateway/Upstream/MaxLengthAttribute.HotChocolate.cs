using System.Collections;
using System.Reflection;

namespace Gateway.Upstream;

/// <summary>
/// Bounds the items of a list argument. HotChocolate does not read the framework's attribute. Lists of input objects are bounded where they
/// become a request, in both builds.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class MaxLengthAttribute(int items) : ArgumentDescriptorAttribute
{
    protected override void OnConfigure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo? parameter)
    {
        var argument = descriptor.Extend().Configuration;
        argument.Formatters.Add(new Bound(argument.Name, items));
    }

    private sealed class Bound(string argument, int items) : IInputValueFormatter
    {
        public object? Format(object? originalValue) => originalValue is ICollection { Count: var count } && count > items
            ? throw new GraphQLException(Failure.BadInput(
                argument, FormattableString.Invariant($"Argument `{argument}` has {count} items; {items} are the most.")).ToError())
            : originalValue;
    }
}
