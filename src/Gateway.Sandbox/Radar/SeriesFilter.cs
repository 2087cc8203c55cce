using System.Text.RegularExpressions;
using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// A filter parameter, and the share of certificates that each value matches. The values of a closed list partition all certificates, so
/// their series add up to the unfiltered series exactly.
/// </summary>
/// <param name="Closed">The values of a closed list with their weights; empty if any text is valid.</param>
internal sealed partial record SeriesFilter(string Name, params (string Value, int Weight)[] Closed)
{
    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])\z")]
    private static partial Regex TopLevelDomain();

    /// <summary>Every filter of the endpoint.</summary>
    public static SeriesFilter[] All { get; } =
    [
        new("ca"),
        new("caOwner"),
        new("duration",
            ("LTE_3D", 2), ("GT_3D_LTE_7D", 6), ("GT_7D_LTE_10D", 3), ("GT_10D_LTE_47D", 9), ("GT_47D_LTE_100D", 70),
            ("GT_100D_LTE_200D", 4), ("GT_200D", 6)),
        new("entryType", ("PRECERTIFICATE", 55), ("CERTIFICATE", 45)),
        new("expirationStatus", ("EXPIRED", 12), ("VALID", 88)),
        new("hasIps", ("true", 2), ("false", 98)),
        new("hasWildcards", ("true", 24), ("false", 76)),
        new("log"),
        new("logApi", ("RFC6962", 63), ("STATIC", 37)),
        new("logOperator"),
        new("publicKeyAlgorithm", ("DSA", 1), ("ECDSA", 57), ("RSA", 42)),
        new("signatureAlgorithm",
            ("DSA_SHA_1", 1), ("DSA_SHA_256", 1),
            ("ECDSA_SHA_1", 1), ("ECDSA_SHA_256", 220), ("ECDSA_SHA_384", 310), ("ECDSA_SHA_512", 2),
            ("PSS_SHA_256", 2), ("PSS_SHA_384", 1), ("PSS_SHA_512", 1), ("RSA_MD2", 1), ("RSA_MD5", 1),
            ("RSA_SHA_1", 1), ("RSA_SHA_256", 440), ("RSA_SHA_384", 15), ("RSA_SHA_512", 3)),
        new("tld"),
        // Not a partition: "true" counts each certificate once, "false" counts every entry.
        new("uniqueEntries", ("true", 58), ("false", 100)),
        new("validationLevel", ("DOMAIN", 93), ("ORGANIZATION", 6), ("EXTENDED", 1)),
    ];

    /// <summary>What is wrong with a value; null if it is valid.</summary>
    public string? FaultOf(string value) => Name switch
    {
        "log" or "logOperator" when value.Length > 100 => "has more than 100 characters",
        // An empty value does not filter.
        "tld" when value.Length > 0 && (value.Length > 63 || !TopLevelDomain().IsMatch(value)) =>
            $"is not 2 to 63 characters that match {TopLevelDomain()}",
        _ when Closed is not [] && Closed.All(entry => entry.Value != value) =>
            $"is not one of {string.Join(", ", Closed.Select(entry => entry.Value))}",
        _ => null,
    };

    /// <summary>The share of what is no value of a <see cref="Trait"/>.</summary>
    public Share ShareOf(ulong seed, string value) => Closed is []
        ? new Share(0, 1, 4 + (int)(Hash.Of(Hash.Of(seed, Name), value) % 60))
        : new Share(0, Array.Find(Closed, entry => entry.Value == value).Weight, 100);
}

/// <summary>A part of a whole. Adjacent parts add up without rounding errors.</summary>
internal readonly record struct Share(int From, int To, int Whole)
{
    public long Of(long count) => (count * To / Whole) - (count * From / Whole);
}
