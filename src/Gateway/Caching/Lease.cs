namespace Gateway.Caching;

/// <summary>What is known of a credential's access to an endpoint, or to a zone of it.</summary>
/// <param name="grantedAt">The last 2xx; <see cref="DateTimeOffset.MinValue"/> for none.</param>
/// <param name="endedAt">The last refusal of the credential; <see cref="DateTimeOffset.MinValue"/> for none.</param>
/// <param name="now">When this was learnt.</param>
internal sealed class Lease(DateTimeOffset grantedAt, DateTimeOffset endedAt, DateTimeOffset now)
{
    public const int Size = 88;

    // A clock that was set back must not prolong a lease.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(5);

    private readonly LookClock _looks = new(now);

    public DateTimeOffset GrantedAt { get; } = grantedAt;

    public DateTimeOffset EndedAt { get; } = endedAt;

    /// <summary>Whether the last 2xx was not followed by a refusal and is no older than that.</summary>
    public bool IsWithin(TimeSpan age, DateTimeOffset now) =>
        GrantedAt > EndedAt && now - GrantedAt <= age && now - GrantedAt >= -MaxSkew;

    /// <inheritdoc cref="LookClock.TryClaim"/>
    public bool TryClaimLook(DateTimeOffset now) => _looks.TryClaim(now);
}
