namespace Gateway.Caching.Redis;

internal enum CommandKind
{
    Write,
    Remove,
    Announce,
}

/// <summary>What waits in the background to be done in Redis.</summary>
/// <param name="Attempts">How often it was tried in vain.</param>
internal readonly record struct BackgroundCommand(CommandKind Kind, CacheKey Key, StoredEntry? Entry = null, int Attempts = 0)
{
    public int Bytes => Entry?.Payload.Length ?? 0;
}
