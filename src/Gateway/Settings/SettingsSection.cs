using Microsoft.Extensions.Options;
using PolyType;

namespace Gateway.Settings;

/// <summary>A section of the configuration and the options that it is read into.</summary>
internal abstract class SettingsSection(string name)
{
    /// <summary>The name, such as <c>Cloudflare</c> or <c>Cache:Radar</c>.</summary>
    public string Name => name;

    /// <summary>The settings with their defaults.</summary>
    public abstract IReadOnlyList<Setting> Defaults { get; }

    /// <summary>The settings with the values that hold.</summary>
    /// <exception cref="OptionsValidationException">Some are wrong.</exception>
    public abstract IReadOnlyList<Setting> Effective(IServiceProvider services);
}

internal sealed class SettingsSection<TOptions>(string name, IConfiguration configuration, Action<TOptions, SettingErrors> check)
    : SettingsSection(name), IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class, IShapeable<TOptions>, new()
{
    public override IReadOnlyList<Setting> Defaults => SettingList.Of(new TOptions(), Name);

    public override IReadOnlyList<Setting> Effective(IServiceProvider services) =>
        SettingList.Of(services.GetRequiredService<IOptions<TOptions>>().Value, Name);

    public void Configure(TOptions options)
    {
        foreach (var setting in SettingList.Of(options, Name))
        {
            setting.Read(configuration, apply: true, report: null);
        }
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var errors = new SettingErrors(Name, configuration);
        foreach (var setting in SettingList.Of(options, Name))
        {
            setting.Read(configuration, apply: false, error => errors.Add(error, setting.Key[(Name.Length + 1)..]));
        }

        check(options, errors);
        return errors.ToResult();
    }
}
