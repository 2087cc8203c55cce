using Gateway.Settings;
using PolyType;

namespace Gateway.Caching.Secrets;

/// <summary>The secrets in the <c>Cache</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class CacheSecretOptions
{
    public const string Section = "Cache";

    /// <summary>
    /// At least 32 random bytes, in base64 or hex, the same on all replicas. Required with Redis. Default without Redis: a random secret,
    /// made at start.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>The previous secret: its entries in Redis stay readable while the new secret is rolled out. Default: none.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>Errors name the wrong setting, never its value.</summary>
    public static void Check(CacheSecretOptions options, SettingErrors errors)
    {
        if (string.IsNullOrEmpty(options.Secret) && !string.IsNullOrEmpty(options.PreviousSecret))
        {
            errors.Add("There is no secret to follow it.", nameof(PreviousSecret));
        }

        foreach (var (key, secret) in new[] { (nameof(Secret), options.Secret), (nameof(PreviousSecret), options.PreviousSecret) })
        {
            if (!string.IsNullOrEmpty(secret) && SecretText.Read(secret) is null)
            {
                errors.Add("Base64 or hex of 32 bytes or more is wanted.", key);
            }
        }
    }
}
