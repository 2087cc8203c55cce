using System.Globalization;

namespace Gateway.Telemetry;

/// <summary>The ports that the gateway answers callers on, as the settings of ASP.NET Core and Kestrel name them.</summary>
internal static class PublicPorts
{
    // Where nothing else is set.
    private const int Default = 8080;

    public static IReadOnlyCollection<int> Of(IConfiguration configuration)
    {
        var addresses = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"])
            .Concat(Split(configuration[WebHostDefaults.ServerUrlsKey]))
            .OfType<string>()
            .Select(PortOf);
        var ports = Split(configuration[WebHostDefaults.HttpPortsKey]).Concat(Split(configuration[WebHostDefaults.HttpsPortsKey]))
            .Select(static port => int.TryParse(port, CultureInfo.InvariantCulture, out var number) ? number : 0);

        // 0 is any free port.
        int[] all = [.. addresses.Concat(ports)];
        return all.Length == 0 ? [Default] : [.. all.Where(static port => port > 0)];
    }

    private static int PortOf(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Port;
        }
        catch (FormatException)
        {
            // Kestrel says what is wrong with it.
            return 0;
        }
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
