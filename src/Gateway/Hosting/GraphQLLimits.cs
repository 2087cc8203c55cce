namespace Gateway.Hosting;

/// <summary>The <c>GraphQL:Limits</c> section. The defaults are at least twice what a dashboard of ten wide panels takes.</summary>
internal sealed class GraphQLLimits
{
    /// <summary>Tokens of a document: 100 to 100 000. Default: 2000.</summary>
    public int Tokens { get; set; } = 2000;

    /// <summary>
    /// Values in a request's variables, each counted at each use of its variable, and a text once more for each 16 bytes: 100 to 100 000.
    /// Default: 4000.
    /// </summary>
    public int Values { get; set; } = 4000;

    /// <summary>Fields of a document as written: 10 to 10 000. Default: 400.</summary>
    public int Fields { get; set; } = 400;

    /// <summary>Fields of an operation after its fragments are expanded: 10 to 100 000. Default: 1000.</summary>
    public int ExpandedFields { get; set; } = 1000;

    /// <summary>Aliases of a document: 1 to 10 000. Default: 64.</summary>
    public int Aliases { get; set; } = 64;

    /// <summary>Directives at one location: 1 to 100. Default: 4.</summary>
    public int Directives { get; set; } = 4;

    /// <summary>How deep fields nest, introspection fields not counted: 1 to 100. Default: 8.</summary>
    public int Depth { get; set; } = 8;

    /// <summary>How deep selection sets, values and types of a document nest: 8 to 500. Default: 32.</summary>
    public int Nesting { get; set; } = 32;

    /// <summary>How deep <c>ofType</c> nests in introspection: 1 to 100. Default: 16.</summary>
    public int OfTypeDepth { get; set; } = 16;

    /// <summary>How often a list such as <c>fields</c> may stand on one path of an introspection: 1 to 10. Default: 1.</summary>
    public int IntrospectionDepth { get; set; } = 1;

    /// <summary>Fields and spreads that validation compares to merge fields: 1000 to 10 000 000. Default: 20 000.</summary>
    public int MergeComparisons { get; set; } = 20_000;

    /// <summary>
    /// The field cost of an operation; a resolver that calls Cloudflare costs 10, a kilobyte of points about 1: 1 to 1 000 000.
    /// Default: 4500.
    /// </summary>
    public double FieldCost { get; set; } = 4500;

    /// <summary>
    /// The type cost of an operation, which is its objects, with lists of the sizes in the schema: 1 to 1 000 000. Default: 50 000.
    /// </summary>
    public double TypeCost { get; set; } = 50_000;

    /// <summary>
    /// The largest HTTP response in bytes before compression, batches included: 64 KiB to 1 GiB. The root field that exceeds it, and the
    /// ones after it, become null with <c>RESPONSE_TOO_LARGE</c>. Default: 16 MiB.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;
}
