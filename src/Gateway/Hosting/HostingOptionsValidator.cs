using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

internal sealed class HostingOptionsValidator : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (options.PathBase is not "" && (!options.PathBase.StartsWith('/') || options.PathBase.EndsWith('/')))
        {
            failures.AddError("A path with a slash before and none after is wanted, or nothing.", Key(nameof(options.PathBase)));
        }

        Between(nameof(options.DrainPeriod), options.DrainPeriod, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Between(nameof(options.ShutdownTimeout), options.ShutdownTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

        var forwarded = options.ForwardedHeaders;
        Between("ForwardedHeaders:ForwardLimit", forwarded.ForwardLimit, 1, 10);
        foreach (var proxy in forwarded.KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            failures.AddError($"`{proxy}` is no IP address.", Key("ForwardedHeaders:KnownProxies"));
        }

        foreach (var network in forwarded.KnownNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            failures.AddError($"`{network}` is no network such as 10.0.0.0/8.", Key("ForwardedHeaders:KnownNetworks"));
        }

        return failures.Build();

        void Between<T>(string property, T value, T least, T most)
            where T : IComparable<T>, IFormattable
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                failures.AddError(FormattableString.Invariant($"{value} is not between {least} and {most}."), Key(property));
            }
        }

        static string Key(string property) => $"{HostingOptions.Section}:{property}";
    }
}
