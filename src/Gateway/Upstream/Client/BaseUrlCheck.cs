using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>
/// In Production, refuses made-up data, and a base address that would send callers' credentials in plain text over a network. This
/// machine's own addresses are no network.
/// </summary>
internal sealed class BaseUrlCheck(IHostEnvironment? environment = null) : IValidateOptions<CloudflareOptions>
{
    private const string Key = $"{CloudflareOptions.Section}:{nameof(CloudflareOptions.BaseUrl)}";

    public ValidateOptionsResult Validate(string? name, CloudflareOptions options)
    {
        var isProduction = environment?.IsProduction() is true;
        if (options.IsSandbox)
        {
            return ValidateOptionsResult.Fail(isProduction
                ? $"{Key}: `sandbox` makes up data, which is refused in Production."
                : $"{Key}: This build has no `sandbox`.");
        }

        return isProduction
            && !options.AllowHttp
            && Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttp
            && !url.IsLoopback
            ? ValidateOptionsResult.Fail(
                $"{Key}: http would send credentials in plain text. In Production an https address is wanted, or one of this machine; "
                + $"{CloudflareOptions.Section}:{nameof(CloudflareOptions.AllowHttp)}=true allows http.")
            : ValidateOptionsResult.Success;
    }
}
