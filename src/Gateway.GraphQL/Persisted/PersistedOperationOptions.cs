namespace Gateway.GraphQL.Persisted;

/// <summary>How requests may do without sending their document.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether nothing but trusted documents runs. Default: no.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>The folder that trusted documents are read from at start; null for none. Default: none.</summary>
    internal string? TrustedFolder { get; set; }

    /// <summary>How many automatic persisted queries are remembered; 0 switches them off, as does allowing only trusted documents.</summary>
    internal int AutomaticCapacity { get; set; }
}
