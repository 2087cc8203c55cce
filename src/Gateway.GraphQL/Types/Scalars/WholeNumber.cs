using System.Text.Json;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>Reads whole numbers from JSON, where <c>1.0</c> and <c>1e2</c> are valid, unlike in a document.</summary>
internal static class WholeNumber
{
    // Beyond 2^53, doubles can't represent every whole number.
    private const double MaxSafe = 9007199254740992;

    public static bool TryRead(JsonElement json, out long value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (json.TryGetInt64(out value))
        {
            return true;
        }

        if (!json.TryGetDouble(out var number) || Math.Abs(number) > MaxSafe || number != Math.Truncate(number))
        {
            return false;
        }

        value = (long)number;
        return true;
    }
}
