namespace Gateway.Upstream.Resilience;

/// <summary>What a credential, the guests of an address, or all known credentials have of an API's calls.</summary>
internal sealed class CallShare
{
    /// <summary>The number of permits.</summary>
    public int Taken { get; set; }

    /// <summary>The number of waiting calls.</summary>
    public int Waiting { get; set; }

    /// <summary>Its place among those who take turns: the lowest number is next.</summary>
    public long Turn { get; set; }
}
