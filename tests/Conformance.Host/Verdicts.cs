using System.Text.Json;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Tests.SchemaFirst;
using Gateway.GraphQL.Types;

namespace Conformance.Host;

/// <summary>What the engine says of schemas: a JSON array of errors for each, empty if the schema is valid.</summary>
internal static class Verdicts
{
    /// <param name="schemas">A JSON array of texts in the schema definition language.</param>
    public static string Of(string schemas) => JsonSerializer.Serialize(JsonSerializer.Deserialize<string[]>(schemas)!.Select(ErrorsOf));

    private static IReadOnlyList<string> ErrorsOf(string sdl)
    {
        try
        {
            SchemaFirstBuilder.New().AddDocumentFromString(sdl).Create();
            return [];
        }
        catch (SyntaxException exception)
        {
            return [exception.Message];
        }
        catch (SchemaException exception)
        {
            return exception.Errors;
        }
    }
}
