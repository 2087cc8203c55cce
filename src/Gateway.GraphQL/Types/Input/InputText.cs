using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>How a refused value is named in a message: as it was written, cut to a length that no message suffers from.</summary>
internal static class InputText
{
    private const int MaxLength = 100;

    public static string Of(JsonElement json) => Cut(json.GetRawText());

    /// <summary>Lists and objects, which may be long and are printed over many lines, are only called what they are.</summary>
    public static string Of(ValueNode literal) => literal switch
    {
        ListValueNode => "a list",
        ObjectValueNode => "an input object",
        _ => Cut(SyntaxPrinter.Print(literal)),
    };

    private static string Cut(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
}
