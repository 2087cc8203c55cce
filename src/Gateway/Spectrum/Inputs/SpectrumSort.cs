namespace Gateway.Spectrum.Inputs;

/// <summary>
/// A field to order rows by, and the direction. The field has to be one of the request's metrics or dimensions.
/// </summary>
/// <remarks>
/// The numbers matter: metrics first, then dimensions, each in the order of its own enum, ascending before descending.
/// <see cref="SpectrumNames"/> derives field and direction from them.
/// </remarks>
public enum SpectrumSort
{
    /// <summary>By `count`, smallest first.</summary>
    CountAsc,

    /// <summary>By `count`, largest first.</summary>
    CountDesc,

    /// <summary>By `bytesIngress`, smallest first.</summary>
    BytesIngressAsc,

    /// <summary>By `bytesIngress`, largest first.</summary>
    BytesIngressDesc,

    /// <summary>By `bytesEgress`, smallest first.</summary>
    BytesEgressAsc,

    /// <summary>By `bytesEgress`, largest first.</summary>
    BytesEgressDesc,

    /// <summary>By `durationAvg`, smallest first.</summary>
    DurationAvgAsc,

    /// <summary>By `durationAvg`, largest first.</summary>
    DurationAvgDesc,

    /// <summary>By `durationMedian`, smallest first.</summary>
    DurationMedianAsc,

    /// <summary>By `durationMedian`, largest first.</summary>
    DurationMedianDesc,

    /// <summary>By `duration90th`, smallest first.</summary>
    [GraphQLName("DURATION_90TH_ASC")]
    Duration90thAsc,

    /// <summary>By `duration90th`, largest first.</summary>
    [GraphQLName("DURATION_90TH_DESC")]
    Duration90thDesc,

    /// <summary>By `duration99th`, smallest first.</summary>
    [GraphQLName("DURATION_99TH_ASC")]
    Duration99thAsc,

    /// <summary>By `duration99th`, largest first.</summary>
    [GraphQLName("DURATION_99TH_DESC")]
    Duration99thDesc,

    /// <summary>By `event`, in alphabetical order.</summary>
    EventAsc,

    /// <summary>By `event`, in reverse alphabetical order.</summary>
    EventDesc,

    /// <summary>By `appId`, in alphabetical order.</summary>
    AppIdAsc,

    /// <summary>By `appId`, in reverse alphabetical order.</summary>
    AppIdDesc,

    /// <summary>By `coloName`, in alphabetical order.</summary>
    ColoNameAsc,

    /// <summary>By `coloName`, in reverse alphabetical order.</summary>
    ColoNameDesc,

    /// <summary>By `ipVersion`, smallest first.</summary>
    IpVersionAsc,

    /// <summary>By `ipVersion`, largest first.</summary>
    IpVersionDesc,
}
