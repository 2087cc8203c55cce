using System.Runtime.CompilerServices;

namespace Gateway.GraphQL;

/// <summary>Validates the value of a limit when it is set.</summary>
internal static class Limit
{
    public static int AtLeastOne(int value, [CallerMemberName] string name = "") => Between(1, int.MaxValue, value, name);

    public static int Between(int least, int most, int value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
