namespace Gateway.Upstream;

/// <summary>Writes the target of a request to Cloudflare, below the base address.</summary>
internal static class RequestTarget
{
    /// <param name="path">Without a leading slash.</param>
    /// <param name="parameters">In the order of the result, as they are; those without a value are left out.</param>
    public static string Write(string path, IEnumerable<(string Name, string? Value)> parameters) => path + "?" + string.Join('&', parameters
        .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
        .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
}
