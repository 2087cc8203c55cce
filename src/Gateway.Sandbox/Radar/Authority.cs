using System.Security.Cryptography;
using System.Text;

namespace Gateway.Sandbox.Radar;

/// <summary>A made-up certificate authority.</summary>
/// <param name="Owner">The owner. Authorities of one owner are neighbours in <see cref="All"/>.</param>
/// <param name="Parent">The name of the authority that signed it; null for a root.</param>
/// <param name="Weight">Its part of all certificates, in thousandths.</param>
internal sealed record Authority(string Name, string Owner, string Country, string? Parent, int Weight)
{
    public static Authority[] All { get; } =
    [
        new("Northwind Root X1", "Northwind Trust", "US", null, 10)
        {
            Fingerprint = "24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3",
        },
        new("Northwind E5", "Northwind Trust", "US", "Northwind Root X1", 180),
        new("Northwind E6", "Northwind Trust", "US", "Northwind Root X1", 180),
        new("Northwind R10", "Northwind Trust", "US", "Northwind Root X1", 110),
        new("Northwind R11", "Northwind Trust", "US", "Northwind Root X1", 100),
        new("Contoso Root R1", "Contoso Trust Services", "US", null, 0),
        new("Contoso WE1", "Contoso Trust Services", "US", "Contoso Root R1", 150),
        new("Contoso WR1", "Contoso Trust Services", "US", "Contoso Root R1", 60),
        new("Contoso WR3", "Contoso Trust Services", "US", "Contoso Root R1", 30),
        new("Fabrikam Global Root", "Fabrikam", "DE", null, 0),
        new("Fabrikam DV 1", "Fabrikam", "DE", "Fabrikam Global Root", 80),
        new("Fabrikam OV 2", "Fabrikam", "DE", "Fabrikam Global Root", 50),
        new("Adatum Root", "Adatum \"CA\", Ltd.", "JP", null, 0),
        new("Adatum EV 3", "Adatum \"CA\", Ltd.", "JP", "Adatum Root", 30),
        new("Litware Legacy CA", "Litware", "FR", null, 20),
    ];

    /// <summary>The SHA-256 fingerprint, 64 hex digits: what identifies an authority.</summary>
    public string Fingerprint { get; init; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));

    /// <summary>The country's name. The sandbox has no culture data to take it from.</summary>
    public string CountryName => Country switch
    {
        "US" => "United States",
        "DE" => "Germany",
        "JP" => "Japan",
        "FR" => "France",
        _ => throw new InvalidOperationException($"The name of {Country} is missing."),
    };
}
