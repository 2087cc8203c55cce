using ChilliCream.Nitro.App;

namespace HotChocolate.AspNetCore;

public enum AcceptMediaTypeKind
{
    Unknown = 0,
    All,
    AllApplication,
    AllMultiPart,
    ApplicationGraphQL,
    ApplicationGraphQLStream,
    ApplicationJson,
    ApplicationJsonLines,
    MultiPartMixed,
    EventStream,
}

public readonly struct AcceptMediaType
{
    public AcceptMediaTypeKind Kind => throw null!;

    public double? Quality => throw null!;
}

public enum IncrementalDeliveryFormat
{
    Undefined = 0,
    Version_0_1,
    Version_0_2,
}

public sealed class GraphQLServerOptions
{
    public NitroAppOptions Tool { get; internal set; } = null!;

    public bool EnableSchemaRequests { get; set; }

    public AllowedBatching Batching { get; set; }

    public int MaxBatchSize { get; set; }

    public bool EnableMultipartRequests { get; set; }

    public int? MaxConcurrentExecutions { get; set; }
}

[Flags]
public enum AllowedBatching
{
    None = 0,
    VariableBatching = 1,
    RequestBatching = 2,
    All = VariableBatching | RequestBatching,
}
