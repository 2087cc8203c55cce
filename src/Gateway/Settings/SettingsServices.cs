using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using PolyType;

namespace Gateway.Settings;

internal static class SettingsServices
{
    /// <summary>
    /// Reads a section of the configuration into options, which are checked when the gateway starts and wherever they are used.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The name of the section.</param>
    /// <param name="check">Reports what is wrong.</param>
    /// <param name="configuration">The configuration; that of the services if null.</param>
    public static OptionsBuilder<TOptions> AddSettings<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, string section, Action<TOptions, SettingErrors> check, IConfiguration? configuration = null)
        where TOptions : class, IShapeable<TOptions>, new()
    {
        services.AddSingleton(provider =>
            new SettingsSection<TOptions>(section, configuration ?? provider.GetRequiredService<IConfiguration>(), check));
        services.AddSingleton<SettingsSection>(static provider => provider.GetRequiredService<SettingsSection<TOptions>>());
        services.AddSingleton<IConfigureOptions<TOptions>>(static provider => provider.GetRequiredService<SettingsSection<TOptions>>());
        services.AddSingleton<IValidateOptions<TOptions>>(static provider => provider.GetRequiredService<SettingsSection<TOptions>>());
        return services.AddOptions<TOptions>().ValidateOnStart();
    }

    /// <summary>Reads a section while services are registered. What is wrong has its default; the start is refused later.</summary>
    public static TOptions ReadSettings<TOptions>(this IConfiguration configuration, string section)
        where TOptions : class, IShapeable<TOptions>, new()
    {
        var options = new TOptions();
        new SettingsSection<TOptions>(section, configuration, static (_, _) => { }).Configure(options);
        return options;
    }
}
