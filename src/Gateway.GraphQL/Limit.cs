using System.Runtime.CompilerServices;

namespace Gateway.GraphQL;

/// <summary>Checks a limit where it is set.</summary>
internal static class Limit
{
    public static int AtLeastOne(int value, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
