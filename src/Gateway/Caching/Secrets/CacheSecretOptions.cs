using Microsoft.Extensions.Options;

namespace Gateway.Caching.Secrets;

/// <summary>The secrets in the <c>Cache</c> section of the configuration.</summary>
internal sealed class CacheSecretOptions
{
    public const string Section = "Cache";

    /// <summary>
    /// At least 32 random bytes, in base64 or hex, the same on all replicas. Demanded where Redis is configured; without
    /// Redis the default is one made up at start.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>The secret that was in use before, still read while the new one is rolled out. Default: none.</summary>
    public string? PreviousSecret { get; set; }
}

/// <summary>Names the setting that is wrong, and never its value.</summary>
internal sealed class CacheSecretOptionsValidator : IValidateOptions<CacheSecretOptions>
{
    public ValidateOptionsResult Validate(string? name, CacheSecretOptions options)
    {
        var failures = new ValidateOptionsResultBuilder();
        if (string.IsNullOrEmpty(options.Secret) && !string.IsNullOrEmpty(options.PreviousSecret))
        {
            failures.AddError("There is no secret to follow it.", Key(nameof(options.PreviousSecret)));
        }

        MustBeWellFormed(nameof(options.Secret), options.Secret);
        MustBeWellFormed(nameof(options.PreviousSecret), options.PreviousSecret);
        return failures.Build();

        void MustBeWellFormed(string property, string? value)
        {
            if (!string.IsNullOrEmpty(value) && SecretText.Read(value) is null)
            {
                failures.AddError("Base64 or hex of 32 bytes or more is wanted.", Key(property));
            }
        }

        static string Key(string property) => $"{CacheSecretOptions.Section}:{property}";
    }
}
