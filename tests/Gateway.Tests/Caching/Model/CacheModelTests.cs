using FsCheck.Xunit;

namespace Gateway.Tests.Caching.Model;

/// <summary>The cache behaves like the model, in any order of events.</summary>
public sealed class CacheModelTests
{
    [Property(MaxTest = 10_000, Arbitrary = [typeof(Histories)], QuietOnSuccess = true)]
    public void The_cache_does_as_its_rules_say_in_ten_thousand_histories(History history) => HistoryRun.Play(history);
}
