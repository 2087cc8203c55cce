namespace Gateway.Settings;

/// <summary>Tries what the settings point to, for <c>--check</c>.</summary>
internal interface IConnectionCheck
{
    IAsyncEnumerable<CheckResult> RunAsync(CancellationToken cancellationToken);
}

/// <param name="IsOk">Whether it works.</param>
/// <param name="Subject">What was tried, in a word.</param>
/// <param name="Text">What was found, or what is wrong, without a secret.</param>
internal readonly record struct CheckResult(bool IsOk, string Subject, string Text);
