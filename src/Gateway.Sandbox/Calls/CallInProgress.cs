namespace Gateway.Sandbox.Calls;

/// <summary>A call between its arrival and the last byte of its answer; it ends once, however often that is said.</summary>
internal sealed class CallInProgress(CallLog log)
{
    private int ended;

    public void End()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
            log.End();
    }
}
