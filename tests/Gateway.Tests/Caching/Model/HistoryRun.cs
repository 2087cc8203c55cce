using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Gateway.Caching;
using Gateway.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching.Model;

/// <summary>Runs a history against the cache and the model, and compares what is observable after each step.</summary>
/// <remarks>
/// When a call ends and wakes waiters, the cache continues in the thread pool. The run waits until the cache reaches the state of the
/// model. More calls than the model predicts are a difference at once.
/// </remarks>
internal sealed class HistoryRun : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    // The first difference is given enough time for a busy machine. Shrinking its history would take too long with the same time.
    private static TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly ConcurrentDictionary<CacheKey, StoredEntry> _store = new();
    private readonly SafetyProperty _safety = new();
    private readonly ReferenceModel _model;
    private readonly RealReplica[] _replicas;
    private readonly List<Asked> _open = [];
    private readonly List<(DateTimeOffset At, object What)> _log = [];
    private TimeSpan _passed;

    private HistoryRun(int replicas)
    {
        _model = new ReferenceModel(Start, replicas);
        _replicas = [.. Enumerable.Range(0, replicas).Select(_ => new RealReplica(_time, _store))];
    }

    /// <summary>Throws at the first difference.</summary>
    public static void Play(History history)
    {
        // Continuations of the cache must not run in a test's context.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            using var run = new HistoryRun(history.Replicas);
            run.Play(history.Steps);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Dispose()
    {
        foreach (var replica in _replicas)
        {
            replica.Dispose();
        }
    }

    private void Play(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            _log.Add((_model.Now, step));
            Take(step);
        }

        EndReads(before: DateTimeOffset.MaxValue);
        EndAll(Outcome.Granted, untilNoneIsLeft: true);
        _open.ForEach(asked => Differs($"{asked.Request} is never answered"));
    }

    private void Take(Step step)
    {
        switch (step)
        {
            case Step.Ask ask:
                Ask(ask.Replica, ask.Credential, Question.All[ask.Question], ask.NoCache);
                break;
            case Step.AskPanels ask:
                for (var panel = 0; panel < 4; panel++)
                {
                    Ask(ask.Replica, ask.Credential, Question.All[panel], noCache: false);
                }

                break;
            case Step.End end when _model.Calls.Count > 0:
                End(_model.Calls[end.Call % _model.Calls.Count], end.Outcome);
                break;
            case Step.EndAll end:
                EndAll(end.Outcome, untilNoneIsLeft: false);
                break;
            case Step.Leave leave when _open.Count > 0:
                Leave(_open[leave.Request % _open.Count]);
                break;
            case Step.Pass pass when pass.Time == Histories.Large || _passed + pass.Time <= Histories.LongestSum:
                _passed += pass.Time == Histories.Large ? TimeSpan.Zero : pass.Time;
                Pass(pass.Time);
                break;
            case Step.SetClock set:
                _replicas[set.Replica % _replicas.Length].Skew = set.Skew;
                _model.Replicas[set.Replica % _replicas.Length].Skew = set.Skew;
                break;
            case Step.SetRedis set:
                _replicas[set.Replica % _replicas.Length].Second.Redis = set.Redis;
                _model.Replicas[set.Replica % _replicas.Length].Redis = set.Redis;
                break;
            case Step.EndRead end when _model.Replicas[end.Replica % _replicas.Length].Reading.Count is > 0 and var reads:
                EndRead(end.Replica % _replicas.Length, end.Read % reads);
                break;
        }
    }

    private void Ask(int replica, int credential, Question question, bool noCache)
    {
        replica %= _replicas.Length;
        var request = _model.Replicas[replica].Ask(credential, question, noCache);
        var leave = new CancellationTokenSource();
        var task = _replicas[replica].AskAsync(credential, question, noCache, leave.Token);
        if (request.Answer?.Status == CacheStatus.Hit && !task.IsCompleted)
        {
            Differs($"{request} waits, but is a hit");
        }

        _open.Add(new Asked(request, task, leave));
        Settle();
    }

    private void End(ModelFetch fetch, Outcome outcome)
    {
        // A request that waited for the check renews a lease that was granted in its last quarter. Which request comes first is undefined.
        var age = _model.Now - fetch.CalledAt;
        if (outcome == Outcome.Granted
            && age >= 0.75 * ModelAccess.Lease
            && age <= ModelAccess.Lease
            && fetch.Replica.Checks.TryGetValue((fetch.Credential, fetch.Question.Scope), out var check)
            && check.Waiting.Count > 0)
        {
            outcome = Outcome.Timeout;
        }

        _log.Add((_model.Now, (fetch, outcome)));
        var replica = fetch.Replica.Number;
        _safety.Answered(replica, fetch.Credential, fetch.Question, outcome, fetch.CalledAt, _model.Now);
        fetch.Replica.EndCall(fetch, outcome);
        _replicas[replica].EndCall(fetch, outcome);
        Settle();
    }

    private void EndAll(Outcome outcome, bool untilNoneIsLeft)
    {
        do
        {
            foreach (var fetch in _model.Calls.ToList())
            {
                if (!fetch.IsEnded)
                {
                    End(fetch, outcome);
                }
            }
        }
        while (untilNoneIsLeft && _model.Calls.Count > 0);
    }

    private void EndRead(int replica, int read)
    {
        var model = _model.Replicas[replica];
        model.EndRead(model.Reading[read]);
        _replicas[replica].Second.EndRead(read);
        Settle();
    }

    /// <summary>Ends reads of L2. They have a deadline, which is shorter than any cached refusal.</summary>
    private void EndReads(DateTimeOffset before)
    {
        for (var replica = 0; replica < _replicas.Length; replica++)
        {
            while (_model.Replicas[replica].Reading.FindIndex(fetch => fetch.BegunAt <= before - LongestRead) is >= 0 and var read)
            {
                EndRead(replica, read);
            }
        }
    }

    private void Leave(Asked asked)
    {
        _open.Remove(asked);
        asked.Request.Replica.Leave(asked.Request);
        asked.Leave.Cancel();
        Settle();
        Await(() => asked.Task.IsCompleted, () => "who has left still waits");
    }

    private void Pass(TimeSpan time)
    {
        var end = _model.Now + time;
        EndReads(before: end);
        while (_model.NextCheckTimeout is { } due && due <= end)
        {
            Advance(due);
        }

        if (_model.Now < end)
        {
            Advance(end);
        }
    }

    private void Advance(DateTimeOffset to)
    {
        var time = to - _model.Now;
        _model.Now = to;
        foreach (var replica in _model.Replicas)
        {
            replica.TimeOutChecks();
        }

        _time.Advance(time);
        Settle();
    }

    /// <summary>Waits until the cache reaches the state of the model, and compares the answers.</summary>
    private void Settle()
    {
        Await(() => Difference() is null, () => Difference()!);
        foreach (var asked in _open.Where(asked => asked.Request.Answer is not null))
        {
            Compare(asked);
        }

        _open.RemoveAll(asked => asked.Request.Answer is not null);
        CompareStores();
    }

    private string? Difference()
    {
        for (var i = 0; i < _replicas.Length; i++)
        {
            if (Difference(_replicas[i], _model.Replicas[i]) is { } difference)
            {
                return $"r{i}: {difference}";
            }
        }

        foreach (var (request, task, _) in _open)
        {
            if (task.IsCompleted != (request.Answer is not null))
            {
                return task.IsCompleted
                    ? $"{request} is answered, {AnswerOf(task)}, but should wait"
                    : $"{request} waits, but should be answered: {request.Answer}";
            }
        }

        return null;
    }

    private string? Difference(RealReplica real, ModelReplica model)
    {
        var calls = 0;
        foreach (var fetch in _model.Calls)
        {
            if (!ReferenceEquals(fetch.Replica, model))
            {
                continue;
            }

            calls++;
            if (real.Calls.Find(fetch.Credential, fetch.Question) is not { } call)
            {
                return $"{fetch} is not made";
            }

            var purpose = fetch.Purpose;
            var waited = fetch.IsBackground ? [fetch.CalledAt - fetch.BegunAt] : fetch.AskedAt.Select(asked => fetch.CalledAt - asked).ToArray();
            if (call.Purpose != purpose || !waited.Contains(call.Waited))
            {
                return $"{fetch} is {(call.Purpose, call.Waited)} and not {(purpose, string.Join(" or ", waited))}";
            }
        }

        if (real.Calls.Pending != calls)
        {
            return $"{real.Calls.Pending} calls are under way, and not {calls}";
        }

        if (real.Second.Pending != model.Reading.Count)
        {
            return $"{real.Second.Pending} reads wait for L2, and not {model.Reading.Count}";
        }

        if (real.Second.Reads != model.Reads)
        {
            return $"L2 was read {real.Second.Reads} times, and not {model.Reads}";
        }

        foreach (var ((credential, scope), lease) in model.Access.Leases)
        {
            var key = TestCredentials.ScopeOf(credential, scope);
            if (real.State.Leases.Find(key) is not { } found
                || (found.GrantedFrom, found.IsRenewing) != (lease.GrantedFrom, lease.IsRenewing))
            {
                return $"the lease of c{credential} for {scope} is not of {lease.GrantedFrom - Start}, renewing: {lease.IsRenewing}";
            }
        }

        foreach (var ((credential, scope), check) in model.Checks)
        {
            var key = TestCredentials.ScopeOf(credential, scope);
            var waiters = check.Fetch.Requests.Count + check.Waiting.Count;
            if (real.State.Checks.Find(key)?.Call.Waiters != waiters)
            {
                return $"not {waiters} wait for the check of c{credential} for {scope}";
            }
        }

        foreach (var (key, entry) in model.Memory.Entries)
        {
            if (real.State.Entries.Find(TestCredentials.KeyOf(key)) is not { } found || ((TestResponse)found.Response).Call != entry.Call)
            {
                return $"memory does not hold call {entry.Call} for {key}";
            }

            if ((IsRefreshing(found) != 0) != entry.IsRefreshing)
            {
                return $"{key} is refreshed: {!entry.IsRefreshing}";
            }
        }

        return null;
    }

    private void Compare(Asked asked)
    {
        var (request, task, leave) = asked;
        leave.Dispose();
        if (task.Result.Value is { } data
            && _safety.Violation(request.Replica.Number, request.Credential, request.Question, data, _model.Now) is { } violation)
        {
            Differs($"{request} breaks safety: {violation}");
        }

        if (AnswerOf(task) is var answer && answer != request.Answer)
        {
            Differs($"{request} gets {answer}, and not {request.Answer}");
        }
    }

    private static ModelAnswer AnswerOf(Task<Result<Cached<TestResponse>>> task) =>
        task.Result.IsSuccess(out var data, out var failure)
            ? new ModelAnswer(data.Freshness.Status, null, data.Response.Call, data.Freshness.AgeSeconds, data.Freshness.FetchedAt)
            : new ModelAnswer(null, failure.Kind, Outcomes.CallOf(failure));

    private void CompareStores()
    {
        if (_store.Count != _model.Store.Answers.Count)
        {
            Differs($"L2 holds {_store.Count} answers, and not {_model.Store.Answers.Count}");
        }

        foreach (var (key, (call, fetchedAt)) in _model.Store.Answers)
        {
            if (!_store.TryGetValue(TestCredentials.KeyOf(key), out var stored)
                || stored.FetchedAt != fetchedAt
                || TestResponse.Decode(stored.Payload.Span, fetchedAt).Call != call)
            {
                Differs($"L2 does not hold call {call} for {key}");
            }
        }
    }

    private void Await(Func<bool> condition, Func<string> difference)
    {
        var (begun, spin) = (Stopwatch.GetTimestamp(), new SpinWait());
        while (!condition())
        {
            if (_replicas.Sum(replica => replica.Calls.Count) > _model.CallCount || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                Differs(difference());
            }

            // On a busy machine, the awaited work needs the processor.
            spin.SpinOnce(sleep1Threshold: 100);
        }
    }

    private void Differs(string difference)
    {
        Patience = TimeSpan.FromMilliseconds(300);
        var before = _log.Select(entry => FormattableString.Invariant($"{(entry.At - Start).TotalSeconds,10:0.###} s  {entry.What}"));
        throw new InvalidOperationException(string.Join(Environment.NewLine, [difference, "after", .. before]));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isRefreshing")]
    private static extern ref int IsRefreshing(CacheEntry entry);

    private sealed record Asked(ModelRequest Request, Task<Result<Cached<TestResponse>>> Task, CancellationTokenSource Leave);
}
