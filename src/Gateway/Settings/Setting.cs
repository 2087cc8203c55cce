namespace Gateway.Settings;

/// <summary>One setting of some options.</summary>
/// <param name="Key">The key in full, such as <c>Cloudflare:Retries:Max</c>.</param>
/// <param name="Kind">How many values it has, and whether an empty one counts.</param>
/// <param name="Set">Sets the values; without <c>apply</c> it only checks them. Returns what would be right, or null.</param>
/// <param name="Values">The values that hold.</param>
internal sealed record Setting(string Key, SettingKind Kind, SettingSetter Set, Func<IReadOnlyList<string>> Values)
{
    // The last part of the key of a secret, or of what may hold one.
    private static readonly string[] Secrets = ["Secret", "PreviousSecret", "ConnectionString", "Proxy"];

    /// <summary>The values as they may be printed.</summary>
    public string Shown
    {
        get
        {
            var values = Values();
            var isSecret = Secrets.Contains(Key.Split(':')[^1], StringComparer.OrdinalIgnoreCase);
            return isSecret && values is [{ Length: > 0 }, ..] ? "(hidden)" : string.Join(", ", values);
        }
    }

    public bool IsSet(IConfiguration configuration) => Given(configuration).Length > 0;

    /// <summary>Reads the values from the configuration.</summary>
    public void Read(IConfiguration configuration, bool apply, Action<string>? report)
    {
        var given = Given(configuration);
        if (given.Length == 0)
        {
            return;
        }

        if (given.Length > 1 && !string.IsNullOrEmpty(configuration[Key]))
        {
            report?.Invoke($"It has a value of its own and a list: give `{Key}:0` and so on, or `{Key}` alone.");
        }
        else if (Set(given, apply) is { } wanted)
        {
            report?.Invoke($"`{string.Join(", ", given)}` is wrong: {wanted}.");
        }
    }

    private string[] Given(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        var items = Kind is SettingKind.List ? section.GetChildren().Select(static item => item.Value) : [];
        var own = section.Value is "" && Kind is not SettingKind.Text ? null : section.Value;
        return [.. items.Prepend(own).OfType<string>()];
    }
}

internal enum SettingKind
{
    /// <summary>One value. An empty one is none.</summary>
    Value,

    /// <summary>One text, which may be empty.</summary>
    Text,

    /// <summary>Several texts: <c>Key:0</c>, <c>Key:1</c> and so on, or one without a number.</summary>
    List,
}

/// <summary>Sets the values of a setting, or only checks them.</summary>
internal delegate string? SettingSetter(string[] values, bool apply);
