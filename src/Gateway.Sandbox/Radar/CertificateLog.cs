namespace Gateway.Sandbox.Radar;

/// <summary>A made-up Certificate Transparency log.</summary>
/// <param name="Slug">What identifies a log.</param>
/// <param name="Weight">Its part of all entries, in hundredths.</param>
internal sealed record CertificateLog(string Slug, string Operator, string Api, string State, int Weight)
{
    private const string Rfc6962 = "RFC6962";
    private const string Static = "STATIC";

    public static CertificateLog[] All { get; } =
    [
        new("argon2024", "Contoso", Rfc6962, "RETIRED", 0),
        new("argon2026h1", "Contoso", Rfc6962, "USABLE", 21),
        new("xenon2026h1", "Contoso", Rfc6962, "USABLE", 19),
        new("wyvern2026h1", "Fabrikam", Rfc6962, "USABLE", 13),
        new("nimbus2026", "Adatum", Rfc6962, "READ_ONLY", 10),
        new("willow2026h1", "Northwind", Static, "USABLE", 15),
        new("sycamore2026h1", "Northwind", Static, "USABLE", 13),
        new("raio2026h1", "Adatum", Static, "QUALIFIED", 9),
        new("halloumi2027h1", "Adatum", Static, "PENDING", 0),
    ];
}
