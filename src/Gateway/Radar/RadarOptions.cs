using Microsoft.Extensions.Options;

namespace Gateway.Radar;

/// <summary>The <c>Cache:Radar</c> section of the configuration: how Radar's data is kept.</summary>
internal sealed class RadarOptions
{
    public const string Section = "Cache:Radar";

    /// <summary>Who may read an entry. Default: every caller with a lease of its own, since Radar's data is public.</summary>
    public CacheScope Scope { get; set; } = CacheScope.Shared;
}

/// <summary>Who may read an entry.</summary>
internal enum CacheScope
{
    /// <summary>Every credential that Cloudflare itself has let read that endpoint.</summary>
    Shared,

    /// <summary>The credential that it was fetched with.</summary>
    Credential,
}

/// <summary>Holds the options to their bounds when the gateway starts.</summary>
internal sealed class RadarOptionsValidator : IValidateOptions<RadarOptions>
{
    public ValidateOptionsResult Validate(string? name, RadarOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (!Enum.IsDefined(options.Scope))
        {
            failures.AddError("`Shared` or `Credential` is wanted.", $"{RadarOptions.Section}:{nameof(options.Scope)}");
        }

        return failures.Build();
    }
}
