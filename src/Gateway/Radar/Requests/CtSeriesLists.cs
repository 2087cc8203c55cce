using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>The series as parallel lists: the i-th value of each belongs to the i-th series.</summary>
internal sealed record CtSeriesLists
{
    public IReadOnlyList<string>? Name { get; init; }

    public IReadOnlyList<string>? DateRange { get; init; }

    public IReadOnlyList<DateTimeOffset>? DateStart { get; init; }

    public IReadOnlyList<DateTimeOffset>? DateEnd { get; init; }

    public IReadOnlyList<string>? Ca { get; init; }

    public IReadOnlyList<string>? CaOwner { get; init; }

    public IReadOnlyList<CtDuration>? Duration { get; init; }

    public IReadOnlyList<CtEntryType>? EntryType { get; init; }

    public IReadOnlyList<CtExpirationStatus>? ExpirationStatus { get; init; }

    public IReadOnlyList<bool>? HasIps { get; init; }

    public IReadOnlyList<bool>? HasWildcards { get; init; }

    public IReadOnlyList<string>? Log { get; init; }

    public IReadOnlyList<CtLogApi>? LogApi { get; init; }

    public IReadOnlyList<string>? LogOperator { get; init; }

    public IReadOnlyList<CtPublicKeyAlgorithm>? PublicKeyAlgorithm { get; init; }

    public IReadOnlyList<CtSignatureAlgorithm>? SignatureAlgorithm { get; init; }

    public IReadOnlyList<string>? Tld { get; init; }

    public IReadOnlyList<bool>? UniqueEntries { get; init; }

    public IReadOnlyList<CtValidationLevel>? ValidationLevel { get; init; }

    /// <summary>Each list that is given, with its length, in the order of the schema.</summary>
    public List<(string Name, int Length)> Given()
    {
        var given = new List<(string Name, int Length)>();
        Add("name", Name?.Count);
        Add("dateRange", DateRange?.Count);
        Add("dateStart", DateStart?.Count);
        Add("dateEnd", DateEnd?.Count);
        Add("ca", Ca?.Count);
        Add("caOwner", CaOwner?.Count);
        Add("duration", Duration?.Count);
        Add("entryType", EntryType?.Count);
        Add("expirationStatus", ExpirationStatus?.Count);
        Add("hasIps", HasIps?.Count);
        Add("hasWildcards", HasWildcards?.Count);
        Add("log", Log?.Count);
        Add("logApi", LogApi?.Count);
        Add("logOperator", LogOperator?.Count);
        Add("publicKeyAlgorithm", PublicKeyAlgorithm?.Count);
        Add("signatureAlgorithm", SignatureAlgorithm?.Count);
        Add("tld", Tld?.Count);
        Add("uniqueEntries", UniqueEntries?.Count);
        Add("validationLevel", ValidationLevel?.Count);
        return given;

        void Add(string name, int? length)
        {
            if (length is { } count)
            {
                given.Add((name, count));
            }
        }
    }

    /// <summary>The same as one object a series; without any list there is one series, of everything.</summary>
    public Result<IReadOnlyList<CtSeriesInput>> ToSeries()
    {
        var given = Given();
        foreach (var list in given)
        {
            if (list.Length == 0)
            {
                return Failure.BadInput(list.Name, $"`{list.Name}` is empty: leave it out, or give one value for each series.");
            }

            // A short list would leave the series behind its end unfiltered, without a word.
            if (list.Length != given[0].Length)
            {
                var lengths = string.Join(", ", given.ConvertAll(each => FormattableString.Invariant($"`{each.Name}` has {each.Length}")));
                return Failure.BadInput(
                    list.Name,
                    $"All lists must have one length, one value for each series: {lengths}. `series` is the safe way to ask for several.");
            }
        }

        var series = new CtSeriesInput[given.Count == 0 ? 1 : given[0].Length];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = At(i);
        }

        return series;
    }

    private CtSeriesInput At(int i) => new()
    {
        Name = Name?[i],
        DateRange = DateRange?[i],
        DateStart = DateStart?[i],
        DateEnd = DateEnd?[i],
        Ca = Ca?[i],
        CaOwner = CaOwner?[i],
        Duration = Duration?[i],
        EntryType = EntryType?[i],
        ExpirationStatus = ExpirationStatus?[i],
        HasIps = HasIps?[i],
        HasWildcards = HasWildcards?[i],
        Log = Log?[i],
        LogApi = LogApi?[i],
        LogOperator = LogOperator?[i],
        PublicKeyAlgorithm = PublicKeyAlgorithm?[i],
        SignatureAlgorithm = SignatureAlgorithm?[i],
        Tld = Tld?[i],
        UniqueEntries = UniqueEntries?[i],
        ValidationLevel = ValidationLevel?[i],
    };
}
