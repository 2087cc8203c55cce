using System.Runtime.Serialization;

namespace Gateway.Spectrum.Filters;

/// <summary>A comparison's operator: named as the typed filter names it, spelled as Cloudflare's grammar spells it.</summary>
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
