namespace Gateway.Sandbox.Radar;

/// <summary>One step in dividing a count: parts of it that don't overlap, and the group that each part belongs to.</summary>
/// <param name="Groups">The indexes of groups; empty if the step is a filter.</param>
internal sealed record CountStep(Share[] Parts, int[] Groups)
{
    public long Of(long count)
    {
        var sum = 0L;
        foreach (var part in Parts)
            sum += part.Of(count);
        return sum;
    }
}

/// <summary>
/// The steps of a series. Their order is always the same, so a series and its groups are rounded alike.
/// </summary>
/// <param name="Keys">The keys of the groups; one for a series without groups.</param>
internal sealed record CertificateSteps(CountStep[] Steps, string[] Keys)
{
    private const string Values = "values";

    /// <param name="dimension">What to group by; null for no groups.</param>
    public static CertificateSteps Of(IEnumerable<(SeriesFilter Filter, string Value)> filters, string? dimension, ulong seed)
    {
        var (steps, keys, rest) = (new List<CountStep>(), new List<string>(), filters.ToList());
        foreach (var trait in Trait.All)
        {
            var known = rest.FindAll(filter => Array.Exists(trait.Values, value => value.Has(filter.Filter.Name, filter.Value)));
            rest.RemoveAll(known.Contains);
            var isGrouped = trait.Values[0].KeyOf(dimension ?? "") is not null;
            if (known.Count == 0 && !isGrouped)
                continue;

            var (parts, groups, from, whole) = (new List<Share>(), new List<int>(), 0, trait.Values.Sum(value => value.Weight));
            foreach (var value in trait.Values)
            {
                var share = new Share(from, from += value.Weight, whole);
                if (!known.TrueForAll(filter => value.Has(filter.Filter.Name, filter.Value)))
                    continue;
                parts.Add(share);
                if (!isGrouped)
                    continue;
                var key = value.KeyOf(dimension!)!;
                if (!keys.Contains(key))
                    keys.Add(key);
                groups.Add(keys.IndexOf(key));
            }

            steps.Add(new([.. parts], [.. groups]));
        }

        // Texts that name nothing of this world, and what is no partition.
        steps.AddRange(rest.Select(filter => new CountStep([filter.Filter.ShareOf(seed, filter.Value)], [])));
        return new([.. steps], dimension is null ? [Values] : [.. keys]);
    }
}
