using System.Runtime.CompilerServices;
using Gateway.Shared;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream;

/// <summary>
/// The credentials that recently got a 2xx from an API. All others are guests: anybody can make up a credential.
/// </summary>
internal sealed class KnownCredentials(IOptions<KnownCredentialsOptions> options, IEnumerable<CloudflareApi> apis, TimeProvider time)
{
    // The name of the API is not copied, and the fingerprint takes 16 bytes.
    private readonly BoundedCache<(string Api, CredentialFingerprint Credential), StrongBox<long>> _successes =
        new(options.Value.Bytes, static _ => 24);

    private readonly CloudflareApi[] _apis = [.. apis];
    private readonly TimeSpan _period = options.Value.Period;

    /// <summary>Records a 2xx.</summary>
    public void Add(CloudflareApi api, CredentialFingerprint credential)
    {
        var now = time.GetTimestamp();
        if (_successes.Find((api.Name, credential)) is { } success)
        {
            Volatile.Write(ref success.Value, now);
        }
        else
        {
            _successes.Set((api.Name, credential), new StrongBox<long>(now));
        }
    }

    /// <summary>Whether the credential had a recent 2xx from any API.</summary>
    public bool Contains(CredentialFingerprint credential) => Array.Exists(_apis, api => Contains(api, credential));

    /// <summary>Whether the credential had a recent 2xx from this API.</summary>
    public bool Contains(CloudflareApi api, CredentialFingerprint credential) =>
        _successes.Find((api.Name, credential)) is { } success && time.GetElapsedTime(Volatile.Read(ref success.Value)) <= _period;
}

/// <summary>Follows from the settings of the cache.</summary>
internal sealed class KnownCredentialsOptions
{
    /// <summary>How long a 2xx counts.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The bound of the memory.</summary>
    public long Bytes { get; set; } = 2 << 20;
}
