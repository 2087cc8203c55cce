using HotChocolate.Execution;
using HotChocolate.Execution.Processing;

namespace Gateway.Spectrum.Requests;

/// <summary>The arguments of a selection, which only HotChocolate's class has, and not its interface.</summary>
internal static class SelectionArguments
{
    extension(ISelection selection)
    {
        public ArgumentMap Arguments => ((Selection)selection).Arguments;
    }

    extension(ObjectFieldNode node)
    {
        public string FieldName => node.Name.Value;
    }
}
