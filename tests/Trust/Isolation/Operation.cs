using System.Text.Json.Nodes;

namespace Trust.Tests.Isolation;

/// <summary>How a request names its document.</summary>
internal enum DocumentForm
{
    /// <summary>The document, with literal arguments.</summary>
    Literal,

    /// <summary>The document, with variables.</summary>
    Variables,

    /// <summary>The hash of an automatic persisted query.</summary>
    Automatic,

    /// <summary>The id of a trusted document.</summary>
    Trusted,
}

/// <summary>Questions in one operation.</summary>
internal sealed record Operation(Question[] Questions, DocumentForm Form)
{
    private static readonly DocumentForm[] Forms = Enum.GetValues<DocumentForm>();

    public static Operation Next(Random random) => new(
        [
            .. random.Pick(Documents.Shapes).Select(letter =>
                letter == 'S' ? (Question)random.Pick(SpectrumQuestion.All) : random.Pick(RadarQuestion.All)),
        ],
        random.Pick(Forms));

    /// <summary>The members of the request, for a body or for a query string.</summary>
    public JsonObject ToJson()
    {
        var shape = string.Concat(Questions.Select(question => question.IsSpectrum ? 'S' : 'R'));
        if (Form == DocumentForm.Literal)
        {
            return new() { ["query"] = $"{{ {string.Join(' ', Questions.Select((question, i) => $"a{i}: {question.Literal}"))} }}" };
        }

        var request = new JsonObject
        {
            ["variables"] = new JsonObject(Questions.SelectMany((question, i) => question.Variables
                .Where(variable => variable.Value is not null)
                .Select(variable => KeyValuePair.Create($"{variable.Name}{i}", variable.Value)))),
        };
        switch (Form)
        {
            case DocumentForm.Variables:
                request["query"] = Documents.Of(shape);
                break;
            case DocumentForm.Automatic:
                request["extensions"] = HashOf(shape);
                break;
            default:
                request["id"] = shape;
                break;
        }

        return request;
    }

    public static JsonObject HashOf(string shape) => new()
    {
        ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = Documents.HashOf(shape) },
    };
}
