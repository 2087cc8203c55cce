using System.Collections.Frozen;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>What the texts and numbers of <c>meta</c> mean; what they can't mean is null.</summary>
internal static class CtFields
{
    public static DateTimeOffset? Time(TextField field) => CtTime.TryParse(field.Take(), out var time) ? time : null;

    public static int? Integer(NumberField field) => field.Take() is { } number && (int)number == number ? (int)number : null;

    /// <param name="field">What Cloudflare sent.</param>
    /// <param name="unknown">Stands for a name that this gateway does not know.</param>
    public static T? Enumerated<T>(TextField field, T unknown)
        where T : struct, Enum
        => field.TakeUnlessEmpty() is { } text ? Spellings<T>.Values.GetValueOrDefault(text, unknown) : null;

    // The members of these enums are spelled as on the wire. Enum.TryParse would take numbers and lists for names.
    private static class Spellings<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(value => Enum.GetName(value)!, StringComparer.Ordinal);
    }
}
