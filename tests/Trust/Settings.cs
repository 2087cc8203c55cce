using System.Globalization;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Trust.Tests;

/// <summary>How long the tests are: short, unless environment variables say otherwise.</summary>
internal static class Settings
{
    /// <summary>The number of requests of the isolation test: <c>TRUST_REQUESTS</c>.</summary>
    public static int Requests { get; } = Read("TRUST_REQUESTS", 3000);

    /// <summary>How long honest callers ask under each attack: <c>TRUST_SECONDS</c>.</summary>
    public static int Seconds { get; } = Read("TRUST_SECONDS", 4);

    /// <summary>What the random requests follow from: <c>TRUST_SEED</c>.</summary>
    public static int Seed { get; } = Read("TRUST_SEED", Random.Shared.Next());

    public static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static int Read(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
