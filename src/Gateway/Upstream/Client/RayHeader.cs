namespace Gateway.Upstream.Client;

/// <summary>
/// Reads <c>Cf-Ray</c>, which goes into the log and into errors. So only a token of at most 64 characters is taken; anything else is
/// dropped.
/// </summary>
internal static class RayHeader
{
    private const int MaxLength = 64;

    public static string? Read(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Cf-Ray", out var values)
            && values.ToString() is { Length: <= MaxLength } ray
            && HttpToken.IsToken(ray)
            ? ray
            : null;
}
