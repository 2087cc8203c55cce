namespace Gateway.Hosting;

/// <summary>
/// <c>--healthcheck</c>: asks a gateway on this machine that has the same settings whether it is alive. It is for containers without a
/// shell and curl. Exit codes: 0 alive, 1 not.
/// </summary>
internal static class HealthProbe
{
    public const string Argument = "--healthcheck";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static bool IsAskedFor(string[] args) => args.Contains(Argument, StringComparer.Ordinal);

    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(new Uri(ListenAddress.Local(configuration), HealthEndpoints.Live));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return 1;
        }
    }
}
