using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>How a refused value is named in a message: as it was written, cut to a length that no message suffers from.</summary>
internal static class InputText
{
    private const int MaxLength = 100;

    /// <summary>Literals of lists and objects, which may be long and are printed over many lines, are only called what they are.</summary>
    public static string Of(InputValue given) => given.Literal switch
    {
        null => Cut(given.Json.GetRawText()),
        ListValueNode => "a list",
        ObjectValueNode => "an input object",
        var literal => Cut(SyntaxPrinter.Print(literal)),
    };

    private static string Cut(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
}
