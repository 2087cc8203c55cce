using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>
/// In Production, refuses a base address that would send callers' credentials in plain text over a network. This machine's own addresses
/// are no network.
/// </summary>
internal sealed class PlainHttpCheck(IHostEnvironment? environment = null) : IValidateOptions<CloudflareOptions>
{
    public ValidateOptionsResult Validate(string? name, CloudflareOptions options) =>
        environment?.IsProduction() is true
            && !options.AllowHttp
            && Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttp
            && !url.IsLoopback
            ? ValidateOptionsResult.Fail(
                $"Property {CloudflareOptions.Section}:{nameof(CloudflareOptions.BaseUrl)}: http would send credentials in plain text. "
                + "In Production an https address is wanted, or one of this machine; "
                + $"{CloudflareOptions.Section}:{nameof(CloudflareOptions.AllowHttp)}=true allows http.")
            : ValidateOptionsResult.Success;
}
