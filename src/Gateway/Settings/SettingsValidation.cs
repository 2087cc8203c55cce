using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Gateway.Settings;

internal static class SettingsValidation
{
    /// <summary>Validates a section of the configuration when the gateway starts, and wherever the options are resolved.</summary>
    public static OptionsBuilder<TOptions> Check<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> options, string section, Action<TOptions, SettingErrors> check)
        where TOptions : class
    {
        options.Services.AddSingleton<IValidateOptions<TOptions>>(new Validator<TOptions>(section, check));
        return options.ValidateOnStart();
    }

    private sealed class Validator<TOptions>(string section, Action<TOptions, SettingErrors> check) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var errors = new SettingErrors(section);
            check(options, errors);
            return errors.ToResult();
        }
    }
}
