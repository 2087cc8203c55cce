using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The rules of one replica: which requests are answered at once, which wait, and which calls are made.</summary>
internal sealed class ModelReplica(int number, ReferenceModel model)
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(7);

    private readonly Dictionary<(int Credential, Question Question), ModelFetch> _fetches = [];
    private readonly Dictionary<(int Credential, string Scope), ModelCheck> _checks = [];
    private readonly ModelPauses _pauses = new();

    public int Number => number;

    public ModelAccess Access { get; } = new();

    public ModelMemory Memory { get; } = new();

    public IReadOnlyDictionary<(int Credential, string Scope), ModelCheck> Checks => _checks;

    public TimeSpan Skew { get; set; }

    public Redis Redis { get; set; }

    /// <summary>Fetches that wait for L2, in the order in which they began to.</summary>
    public List<ModelFetch> Reading { get; } = [];

    /// <summary>How often L2 was read.</summary>
    public int Reads { get; private set; }

    /// <summary>When the next check has taken too long for those who wait for it.</summary>
    public DateTimeOffset? NextCheckTimeout => _checks.Values
        .Where(check => check.Waiting.Count > 0)
        .Min(check => (DateTimeOffset?)(check.BegunAt + CheckTimeout));

    public DateTimeOffset Now => model.Now;

    private DateTimeOffset Wall => Now + Skew;

    public ModelRequest Ask(int credential, Question question, bool noCache)
    {
        var request = new ModelRequest(this, credential, question, noCache && _pauses.TryBypass(credential, question, Now));
        request.Answer = request.IsBypass ? null : AtOnce(credential, question);
        if (request.Answer is null)
        {
            Join(request);
        }

        return request;
    }

    /// <summary>The caller gives up. A fetch without waiters ends.</summary>
    public void Leave(ModelRequest request)
    {
        request.HasLeft = true;
        if (_fetches.TryGetValue((request.Credential, request.Question), out var fetch) && fetch.Requests.Remove(request))
        {
            EndIfLeft(fetch);
        }
    }

    /// <summary>After the attempt timeout each who waits for a check asks for itself.</summary>
    public void TimeOutChecks()
    {
        foreach (var check in _checks.Values.Where(check => check.BegunAt + CheckTimeout <= Now).ToList())
        {
            EndCheck(check);
        }
    }

    /// <summary>A call ends, and with it the fetch that it was made for.</summary>
    public void EndCall(ModelFetch fetch, Outcome outcome)
    {
        var (credential, question) = fetch.Key;
        var failure = outcome == Outcome.Granted ? null : new ModelFailure(outcome.ToFailure(fetch.Call).Kind, fetch.Call);
        var entry = new ModelEntry(question, fetch.Call, Now, Wall, isOwn: true);
        switch (outcome)
        {
            case Outcome.Granted:
                var isGranted = Access.Grant(credential, question, fetch.CalledAt, Now);
                _pauses.Release(credential, question, isGranted);
                if (isGranted)
                {
                    Memory.Keep(EntryOf.Of(credential, question), entry, Now);
                    Store(credential, question, entry);
                    Decide(credential, question);
                }

                break;
            case Outcome.Unauthenticated or Outcome.Forbidden:
                Access.Refuse(credential, question, failure!, Now);
                Memory.RemoveOwn(credential, question.Scope);
                Unstore(credential, question);
                Decide(credential, question);
                break;
            case Outcome.Rejected:
                _pauses.Reject(credential, question, failure!, Now);
                Memory.Remove(credential, question);
                Unstore(credential, question);
                break;
            case Outcome.ServerError or Outcome.Invalid or Outcome.Timeout:
                _pauses.Fail(credential, question, failure!, Now);
                break;
            case Outcome.Limited or Outcome.LimitedBriefly:
                _pauses.CoolDown(credential, Now + outcome.CoolDown()!.Value);
                break;
        }

        End(fetch);
        foreach (var request in fetch.Requests)
        {
            request.Answer = failure is null
                ? entry.Answer(request.IsBypass ? CacheStatus.Bypass : CacheStatus.Miss, Now)
                : StaleOr(failure, credential, question);
        }
    }

    /// <summary>What is answered without waiting.</summary>
    private ModelAnswer? AtOnce(int credential, Question question)
    {
        if (Access.IsGranted(credential, question, Now)
            && Memory.Find(EntryOf.Of(credential, question)) is { } entry
            && FromEntry(entry, credential, question) is { } answer)
        {
            return answer;
        }

        return (Access.Refused(credential, question, Now) ?? _pauses.Rejected(credential, question, Now))?.Answer;
    }

    /// <summary>With a valid lease: fresh data, or older data while it is updated.</summary>
    private ModelAnswer? FromEntry(ModelEntry entry, int credential, Question question)
    {
        if (entry.IsFresh(Now))
        {
            Renew(credential, question);
            return entry.Answer(CacheStatus.Hit, Now);
        }

        if (!entry.IsUpdatable(Now))
        {
            return null;
        }

        if (Paused(credential, question) is not null)
        {
            return entry.Answer(CacheStatus.Stale, Now);
        }

        if (!entry.IsRefreshing && !_fetches.ContainsKey((credential, question)))
        {
            entry.IsRefreshing = true;
            Begin(new ModelFetch(this, credential, question) { Refreshes = entry });
        }

        return entry.Answer(CacheStatus.Updating, Now);
    }

    /// <summary>A hit in the last quarter of a lease renews the lease with its own request, if a call is allowed.</summary>
    private void Renew(int credential, Question question)
    {
        var lease = Access.Find(credential, question)!;
        if (!lease.TryBeginRenewal(Now))
        {
            return;
        }

        var held = _pauses.Rejected(credential, question, Now) ?? Paused(credential, question);
        if (held is not null || _fetches.ContainsKey((credential, question)))
        {
            lease.EndRenewal(Now);
            return;
        }

        Begin(new ModelFetch(this, credential, question) { Renews = lease, MustCall = true });
    }

    /// <summary>Stale data instead of a failure that is not a refusal.</summary>
    /// <remarks>
    /// The failure is always of the request's own attempt: one call serves those who ask for the same with the same credential. Once the
    /// lease has lapsed, a failure that the caller's own load can bring about gives no data.
    /// </remarks>
    private ModelAnswer StaleOr(ModelFailure failure, int credential, Question question)
    {
        var leavesOpen = failure.Kind
            is FailureKind.UpstreamTimeout
            or FailureKind.UpstreamUnavailable
            or FailureKind.UpstreamInvalidResponse
            or FailureKind.RateLimited;
        var mayRead = Access.IsGranted(credential, question, Now)
            ? leavesOpen || failure.Kind == FailureKind.Overloaded
            : leavesOpen && Access.IsInGrace(credential, question, Now);
        return mayRead && Memory.Find(EntryOf.Of(credential, question)) is { } entry && entry.IsUsableOnError(Now)
            ? entry.Answer(CacheStatus.Stale, Now)
            : failure.Answer;
    }

    /// <summary>One fetch for all who ask for the same with one credential.</summary>
    private void Join(ModelRequest request)
    {
        if (_fetches.TryGetValue((request.Credential, request.Question), out var fetch))
        {
            fetch.Requests.Add(request);
            if (fetch.BegunAt == Now)
            {
                fetch.AskedAt.Add(request.AskedAt);
            }

            return;
        }

        fetch = new ModelFetch(this, request.Credential, request.Question) { MustCall = request.IsBypass };
        fetch.Requests.Add(request);
        fetch.AskedAt.Add(request.AskedAt);
        Begin(fetch);
    }

    private void Begin(ModelFetch fetch)
    {
        var (credential, question) = fetch.Key;
        _fetches.Add(fetch.Key, fetch);
        fetch.BegunAt = Now;
        if (fetch.MustCall)
        {
            Call(fetch);
            return;
        }

        // Reads memory if the entry is fresh; otherwise L2, once.
        fetch.Entry = Memory.Find(EntryOf.Of(credential, question));
        if (fetch.Entry?.IsFresh(Now) == true || Redis == Redis.Down)
        {
            GoOn(fetch);
            return;
        }

        Reads++;
        fetch.HadLease = Access.Find(credential, question) is not null;
        Reading.Add(fetch);
        if (Redis == Redis.Up)
        {
            EndRead(fetch);
        }
    }

    /// <summary>
    /// L2 replies. Its entry is stored in memory if the credential has a lease or gets one. Until then only the fetch has it, and ends with
    /// a refusal.
    /// </summary>
    public void EndRead(ModelFetch fetch)
    {
        Reading.Remove(fetch);
        var key = EntryOf.Of(fetch.Credential, fetch.Question);
        if (Redis != Redis.Down && model.Store.Answers.TryGetValue(key, out var stored) && stored.FetchedAt - Wall <= MaxSkew)
        {
            var age = stored.FetchedAt < Wall ? Wall - stored.FetchedAt : TimeSpan.Zero;
            var read = new ModelEntry(fetch.Question, stored.Call, Now - age, Wall - age, isOwn: false);
            var isKept = fetch.Question.IsShared || (fetch.HadLease && Access.Find(fetch.Credential, fetch.Question) is not null);
            fetch.Entry = isKept ? Memory.Keep(key, read, Now) : read;
        }

        GoOn(fetch);
    }

    private void GoOn(ModelFetch fetch)
    {
        if (fetch.Entry is not { } entry)
        {
            Call(fetch);
        }
        else if (fetch.IsBackground ? entry.IsFresh(Now) : Open(fetch) && entry.IsUpdatable(Now))
        {
            EndWith(fetch, entry);
        }
        else if (fetch.IsBackground
            || Access.IsGranted(fetch.Credential, fetch.Question, Now)
            || !entry.IsFresh(Now)
            || Held(fetch) is not null
            || !WaitOrBeginCheck(fetch))
        {
            Call(fetch);
        }
    }

    /// <summary>Whether the caller may read what the cache has for it.</summary>
    private bool Open(ModelFetch fetch)
    {
        if (!Access.IsGranted(fetch.Credential, fetch.Question, Now))
        {
            return false;
        }

        if (!fetch.Entry!.IsOwn)
        {
            Memory.Keep(EntryOf.Of(fetch.Credential, fetch.Question), fetch.Entry, Now);
        }

        return true;
    }

    /// <summary>A lapsed lease is checked by the call of the first request that has a fresh answer; the others wait for it.</summary>
    private bool WaitOrBeginCheck(ModelFetch fetch)
    {
        var scope = (fetch.Credential, fetch.Question.Scope);
        if (_checks.TryGetValue(scope, out var check) && Now - check.BegunAt < CheckTimeout)
        {
            check.Waiting.Add(fetch);
            fetch.WaitsFor = check;
            return true;
        }

        _checks[scope] = fetch.Check = new ModelCheck(fetch, Now);
        return false;
    }

    private void Call(ModelFetch fetch)
    {
        if (Held(fetch) is { } failure)
        {
            End(fetch);
            foreach (var request in fetch.Requests)
            {
                request.Answer = StaleOr(failure, fetch.Credential, fetch.Question);
            }

            return;
        }

        fetch.CalledAt = Now;
        fetch.Purpose = fetch.IsBackground ? CallPurpose.Refresh : IsCheck(fetch) ? CallPurpose.Check : CallPurpose.Request;
        model.Call(fetch);
    }

    /// <summary>Whether stale data may follow the call's failure after the lease. That takes one call for each question.</summary>
    private bool IsCheck(ModelFetch fetch)
    {
        var (credential, question) = fetch.Key;
        return !Access.IsGranted(credential, question, Now)
            && Access.IsInGrace(credential, question, Now)
            && Memory.Find(EntryOf.Of(credential, question))?.IsUsableOnError(Now) == true
            && !_pauses.HasFailedSince(Access.Find(credential, question)!.GrantedFrom, credential, question);
    }

    /// <summary>Why no call is made.</summary>
    private ModelFailure? Held(ModelFetch fetch)
    {
        var (credential, question) = fetch.Key;
        return Access.Refused(credential, question, Now)
            ?? (fetch.MustCall ? null : _pauses.Rejected(credential, question, Now))
            ?? Paused(credential, question);
    }

    private ModelFailure? Paused(int credential, Question question) => _pauses.IsCooling(credential, Now)
        ? new ModelFailure(FailureKind.RateLimited, 0)
        : _pauses.Failed(credential, question, Now);

    /// <summary>The fetch ends without a call. Callers that bypass the cache, or may not read its result, start another one.</summary>
    private void EndWith(ModelFetch fetch, ModelEntry entry)
    {
        var (credential, question) = fetch.Key;
        End(fetch);
        foreach (var request in fetch.Requests)
        {
            var mayRead = !request.IsBypass && Access.IsGranted(credential, question, Now);
            request.Answer = mayRead ? FromEntry(entry, credential, question) : null;
            if (request.Answer is null)
            {
                Join(request);
            }
        }
    }

    private void End(ModelFetch fetch)
    {
        fetch.IsEnded = true;
        _fetches.Remove(fetch.Key);
        Reading.Remove(fetch);
        model.Calls.Remove(fetch);
        fetch.Renews?.EndRenewal(Now);
        fetch.Refreshes?.IsRefreshing = false;
        if (fetch.Check is { } check)
        {
            EndCheck(check);
        }
    }

    /// <summary>A fetch belongs to all who wait for it, for its answer or for what it shows of the credential's access.</summary>
    private void EndIfLeft(ModelFetch fetch)
    {
        if (fetch.IsEnded || fetch.IsBackground || fetch.Requests.Count > 0 || fetch.Check?.Waiting.Count > 0)
        {
            return;
        }

        End(fetch);
        if (fetch.WaitsFor is { } check)
        {
            check.Waiting.Remove(fetch);
            EndIfLeft(check.Fetch);
        }
    }

    /// <summary>A 2xx or a refusal of any call ends the check.</summary>
    private void Decide(int credential, Question question)
    {
        if (_checks.TryGetValue((credential, question.Scope), out var check))
        {
            EndCheck(check);
        }
    }

    private void EndCheck(ModelCheck check)
    {
        var scope = (check.Fetch.Credential, check.Fetch.Question.Scope);
        if (ReferenceEquals(_checks.GetValueOrDefault(scope), check))
        {
            _checks.Remove(scope);
        }

        var waiting = check.Waiting.ToList();
        check.Waiting.Clear();
        foreach (var fetch in waiting)
        {
            fetch.WaitsFor = null;
            if (Open(fetch) && fetch.Entry!.IsFresh(Now))
            {
                EndWith(fetch, fetch.Entry);
            }
            else
            {
                Call(fetch);
            }
        }

        EndIfLeft(check.Fetch);
    }

    private void Store(int credential, Question question, ModelEntry entry)
    {
        if (Redis != Redis.Down)
        {
            model.Store.Answers[EntryOf.Of(credential, question)] = (entry.Call, entry.FetchedAt);
        }
    }

    private void Unstore(int credential, Question question)
    {
        if (Redis != Redis.Down && !question.IsShared)
        {
            model.Store.Answers.Remove(new EntryOf(credential, question));
        }
    }
}
