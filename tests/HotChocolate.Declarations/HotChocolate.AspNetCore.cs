using ChilliCream.Nitro.App;

namespace HotChocolate.AspNetCore;

public sealed class GraphQLServerOptions
{
    public NitroAppOptions Tool { get; internal set; } = null!;

    public bool EnableSchemaRequests { get; set; }

    public AllowedBatching Batching { get; set; }

    public int MaxBatchSize { get; set; }
}

[Flags]
public enum AllowedBatching
{
    None = 0,
    VariableBatching = 1,
    RequestBatching = 2,
    All = VariableBatching | RequestBatching,
}
