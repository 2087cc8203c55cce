using System.Globalization;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>
/// <c>Retry-After</c> (RFC 9110, section 10.2.3). A response has it if all of its errors say in <c>extensions.retryAfterSeconds</c> when a
/// retry makes sense. Its value is the longest of these times, because only then the whole request can succeed.
/// </summary>
internal static class RetryAfterHeader
{
    private const string Extension = "retryAfterSeconds";

    public static void Set(IHeaderDictionary headers, params ReadOnlySpan<ExecutionResult> results)
    {
        int? longest = null;
        foreach (var result in results)
        {
            for (var index = 0; index < result.Errors.Count; index++)
            {
                if (result.Errors[index].Extensions?.GetValueOrDefault(Extension) is not int seconds)
                {
                    return;
                }

                longest = Math.Max(longest ?? 0, seconds);
            }
        }

        if (longest is { } value)
        {
            headers.RetryAfter = value.ToString(CultureInfo.InvariantCulture);
        }
    }
}
