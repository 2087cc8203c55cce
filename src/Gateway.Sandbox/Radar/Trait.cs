namespace Gateway.Sandbox.Radar;

/// <summary>
/// A trait of certificates: its values partition all of them, so groups add up to the series exactly. Several filters and dimensions may
/// look at one trait: an authority has an owner, and a log an operator.
/// </summary>
internal sealed record Trait(params TraitValue[] Values)
{
    /// <summary>All traits, in the order in which they divide a count.</summary>
    public static Trait[] All { get; } =
    [
        new([.. Authority.All.Select(one => new TraitValue(
            one.Weight, ("ca", one.Name), ("ca", one.Fingerprint), ("caOwner", one.Owner), ("CA", one.Name), ("CA_OWNER", one.Owner)))]),
        Duration(),
        Closed("entryType", "ENTRY_TYPE", value => value),
        Closed("expirationStatus", "EXPIRATION_STATUS", value => value),
        Closed("hasIps", "HAS_IPS", Sign),
        Closed("hasWildcards", "HAS_WILDCARDS", Sign),
        new([.. CertificateLog.All.Select(one => new TraitValue(
            one.Weight,
            ("log", one.Slug), ("logApi", one.Api), ("logOperator", one.Operator),
            ("LOG", one.Slug), ("LOG_API", one.Api.ToLowerInvariant()), ("LOG_OPERATOR", one.Operator)))]),
        Closed("publicKeyAlgorithm", "PUBLIC_KEY_ALGORITHM", value => value),
        Closed("signatureAlgorithm", "SIGNATURE_ALGORITHM", value => value),
        TopLevelDomains(),
        Closed("validationLevel", "VALIDATION_LEVEL", value => value.ToLowerInvariant()),
    ];

    private static string Sign(string value) => value == "true" ? "POSITIVE" : "NEGATIVE";

    private static Trait Closed(string filter, string dimension, Func<string, string> key) => new(
        [.. Array.Find(SeriesFilter.All, one => one.Name == filter)!.Closed
            .Select(entry => new TraitValue(entry.Weight, (filter, entry.Value), (dimension, key(entry.Value))))]);

    /// <summary>The filter's periods and those of the groups have different bounds.</summary>
    private static Trait Duration()
    {
        return new(
            Of(2, "LTE_3D", "lte_3d"), Of(6, "GT_3D_LTE_7D", "gt_3d_lte_16d"), Of(3, "GT_7D_LTE_10D", "gt_3d_lte_16d"),
            Of(4, "GT_10D_LTE_47D", "gt_3d_lte_16d"), Of(3, "GT_10D_LTE_47D", "gt_16d_lte_31d"),
            Of(2, "GT_10D_LTE_47D", "gt_31d_lte_91d"), Of(66, "GT_47D_LTE_100D", "gt_31d_lte_91d"),
            Of(4, "GT_47D_LTE_100D", "gt_91d_lte_121d"), Of(1, "GT_100D_LTE_200D", "gt_91d_lte_121d"),
            Of(3, "GT_100D_LTE_200D", "gt_121d"), Of(6, "GT_200D", "gt_121d"));

        static TraitValue Of(int weight, string filter, string key) => new(weight, ("duration", filter), ("DURATION", key));
    }

    private static Trait TopLevelDomains()
    {
        (string Name, int Weight)[] all =
        [
            ("com", 46), ("net", 7), ("org", 6), ("de", 6), ("io", 5), ("uk", 5), ("dev", 4), ("br", 4), ("nl", 3), ("fr", 3), ("app", 3),
            ("jp", 2), ("it", 2), ("info", 2), ("xn--p1ai", 1), ("pt", 1),
        ];
        return new([.. all.Select(one => new TraitValue(one.Weight, ("tld", one.Name), ("TLD", one.Name)))]);
    }
}

/// <summary>A value of a trait.</summary>
/// <param name="Weight">Its part of all certificates.</param>
/// <param name="Names">What it is called in filters and, in capitals, as a key of groups.</param>
internal sealed record TraitValue(int Weight, params (string Of, string Text)[] Names)
{
    public string? KeyOf(string dimension) => Array.Find(Names, name => name.Of == dimension).Text;

    public bool Has(string filter, string text) => Array.Exists(Names, name => name == (filter, text));
}
