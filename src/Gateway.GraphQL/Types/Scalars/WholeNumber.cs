using System.Text.Json;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>JSON has one kind of number: <c>1.0</c> and <c>1e2</c> are whole numbers there, though no integers in a document.</summary>
internal static class WholeNumber
{
    // Doubles beyond 2^53 no longer name one whole number each.
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
