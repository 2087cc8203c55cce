using System.Runtime.Serialization;

namespace Gateway.Spectrum.Filters;

/// <summary>The operator of a comparison. The names are those of the typed filter; the values are those of Cloudflare's grammar.</summary>
internal enum FilterOperator
{
    [EnumMember(Value = "==")]
    Eq,

    [EnumMember(Value = "!=")]
    Neq,

    [EnumMember(Value = ">")]
    Gt,

    [EnumMember(Value = ">=")]
    Gte,

    [EnumMember(Value = "<")]
    Lt,

    [EnumMember(Value = "<=")]
    Lte,
}
