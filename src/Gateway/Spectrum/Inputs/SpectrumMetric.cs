namespace Gateway.Spectrum.Inputs;

/// <summary>A metric that Spectrum analytics computes for each time interval.</summary>
public enum SpectrumMetric
{
    /// <summary>Number of events.</summary>
    Count,

    /// <summary>Bytes from the client to Cloudflare.</summary>
    BytesIngress,

    /// <summary>Bytes from Cloudflare to the client.</summary>
    BytesEgress,

    /// <summary>Mean duration of connections, in milliseconds.</summary>
    DurationAvg,

    /// <summary>Median duration of connections, in milliseconds.</summary>
    DurationMedian,

    /// <summary>90th percentile of the duration of connections, in milliseconds.</summary>
    [GraphQLName("DURATION_90TH")]
    Duration90th,

    /// <summary>99th percentile of the duration of connections, in milliseconds.</summary>
    [GraphQLName("DURATION_99TH")]
    Duration99th,
}
