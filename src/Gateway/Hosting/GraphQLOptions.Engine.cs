namespace Gateway.Hosting;

internal sealed partial class GraphQLOptions
{
    // HotChocolate has none.
    private static readonly bool HasSuggestions = true;
}
