namespace Gateway.Hosting;

internal sealed partial class GraphQLOptions
{
    private static readonly bool HasSuggestions = false;
}
