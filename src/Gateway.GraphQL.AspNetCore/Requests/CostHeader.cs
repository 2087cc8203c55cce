using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Reads <c>GraphQL-Cost</c>: <c>report</c> or <c>validate</c>, case-insensitive. Other values are ignored.</summary>
internal static class CostHeader
{
    public static CostMode Read(IHeaderDictionary headers)
    {
        var value = headers["GraphQL-Cost"];
        return value.Count != 1 ? CostMode.Enforce
            : string.Equals(value[0], "report", StringComparison.OrdinalIgnoreCase) ? CostMode.Report
            : string.Equals(value[0], "validate", StringComparison.OrdinalIgnoreCase) ? CostMode.Validate
            : CostMode.Enforce;
    }
}
