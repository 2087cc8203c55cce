using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>Quotes a rejected value in an error message. Long values are truncated.</summary>
internal static class InputText
{
    private const int MaxLength = 100;

    /// <summary>Lists and objects may be long, so only their kind is named.</summary>
    public static string Of(InputValue given) => given.Literal switch
    {
        null => Cut(given.Json.GetRawText()),
        ListValueNode => "a list",
        ObjectValueNode => "an input object",
        var literal => Cut(SyntaxPrinter.Print(literal)),
    };

    public static string Cut(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
}
