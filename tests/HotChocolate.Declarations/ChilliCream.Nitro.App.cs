using Microsoft.AspNetCore.Http;

namespace ChilliCream.Nitro.App;

public sealed class NitroAppOptions
{
    public bool Enable { get; set; }

    public string? Title { get; set; }

    public IHeaderDictionary? HttpHeaders { get; set; }
}
