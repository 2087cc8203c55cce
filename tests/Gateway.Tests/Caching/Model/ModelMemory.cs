using Gateway.Caching;

namespace Gateway.Tests.Caching.Model;

/// <summary>The key of an answer. A shared answer has no owner.</summary>
internal readonly record struct EntryOf(int? Credential, Question Question)
{
    public static EntryOf Of(int credential, Question question) => new(question.IsShared ? null : credential, question);
}

/// <summary>An answer in a replica's memory.</summary>
internal sealed class ModelEntry(Question question, int call, DateTimeOffset since, DateTimeOffset fetchedAt, bool isOwn)
{
    public int Call => call;

    public DateTimeOffset Since => since;

    public DateTimeOffset FetchedAt => fetchedAt;

    /// <summary>Whether a call of this replica brought it, rather than L2.</summary>
    public bool IsOwn => isOwn;

    public bool IsRefreshing { get; set; }

    public bool IsFresh(DateTimeOffset now) => now - since < question.Lifetime.Fresh;

    public bool IsUpdatable(DateTimeOffset now) => now - since < question.Lifetime.Fresh + question.Lifetime.WhileRevalidating;

    public bool IsUsableOnError(DateTimeOffset now) => now - since < question.Lifetime.Fresh + question.Lifetime.IfError;

    public ModelAnswer Answer(CacheStatus status, DateTimeOffset now) => new(status, null, call, (now - since).TotalSeconds, fetchedAt);
}

/// <summary>The rules of what a replica keeps in memory.</summary>
internal sealed class ModelMemory
{
    private readonly Dictionary<EntryOf, ModelEntry> _entries = [];

    public IReadOnlyDictionary<EntryOf, ModelEntry> Entries => _entries;

    public ModelEntry? Find(EntryOf key) => _entries.GetValueOrDefault(key);

    /// <summary>Keeps the newer one; what was read from L2 never replaces a fresh answer to a call of this replica.</summary>
    public ModelEntry Keep(EntryOf key, ModelEntry entry, DateTimeOffset now)
    {
        if (Find(key) is { } kept && !entry.IsOwn && (entry.Since <= kept.Since || (kept.IsOwn && kept.IsFresh(now))))
        {
            return kept;
        }

        return _entries[key] = entry;
    }

    public void Remove(int credential, Question question) => _entries.Remove(new EntryOf(credential, question));

    /// <summary>A refusal removes all of a credential's own entries in its scope. Shared entries stay.</summary>
    public void RemoveOwn(int credential, string scope)
    {
        foreach (var key in _entries.Keys.Where(key => key.Credential == credential && key.Question.Scope == scope).ToList())
        {
            _entries.Remove(key);
        }
    }
}

/// <summary>A replica's connection to L2.</summary>
public enum Redis
{
    Up,

    /// <summary>Reads wait until the history lets them go on.</summary>
    Slow,

    /// <summary>Nothing is read, and what is written is lost.</summary>
    Down,
}

/// <summary>L2, which replicas share: answers, and the wall time at which they came.</summary>
internal sealed class ModelStore
{
    public Dictionary<EntryOf, (int Call, DateTimeOffset FetchedAt)> Answers { get; } = [];
}
