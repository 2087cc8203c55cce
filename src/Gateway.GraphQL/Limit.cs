using System.Runtime.CompilerServices;

namespace Gateway.GraphQL;

/// <summary>Checks a limit where it is set.</summary>
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
