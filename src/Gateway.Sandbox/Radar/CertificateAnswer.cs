namespace Gateway.Sandbox.Radar;

/// <summary>The JSON of a response: Radar's envelope.</summary>
/// <param name="Result">
/// <c>meta</c> (<see cref="CertificateMeta"/>), and the series by their names: <c>timestamps</c>, and the groups by their keys.
/// </param>
internal sealed record CertificateAnswer(bool Success, string[] Errors, Dictionary<string, object> Result);

internal sealed record CertificateMeta(
    string? AggInterval,
    ConfidenceInfo ConfidenceInfo,
    IEnumerable<AnsweredRange> DateRange,
    string LastUpdated,
    string Normalization,
    Unit[] Units);

internal sealed record ConfidenceInfo(int Level, IEnumerable<Annotation> Annotations);

internal sealed record Annotation(
    string DataSource,
    string Description,
    string StartDate,
    string EndDate,
    string EventType,
    bool IsInstantaneous,
    string LinkedUrl,
    string[] Tags);

internal sealed record AnsweredRange(string StartTime, string EndTime);

internal sealed record Unit(string Name, string Value);
