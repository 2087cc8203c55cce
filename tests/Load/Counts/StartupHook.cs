using System.Runtime.InteropServices;

/// <summary>
/// Lets a process that is under load tell what its collector did, without a change to its code: DOTNET_STARTUP_HOOKS names this assembly,
/// and at each SIGUSR1 a line is added to the file that COUNTS_FILE names.
/// </summary>
internal static class StartupHook
{
    private const PosixSignal UserSignal = (PosixSignal)10; // SIGUSR1 on Linux

    /// <summary>The runtime asks for this name.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("COUNTS_FILE") is { } file)
        {
            var registration = PosixSignalRegistration.Create(UserSignal, signal =>
            {
                // Without this the signal would do what it does by default, and end the process.
                signal.Cancel = true;
                File.AppendAllText(file, Counts());
            });
            AppDomain.CurrentDomain.ProcessExit += (_, _) => registration.Dispose();
        }
    }

    private static string Counts() => FormattableString.Invariant(
        $"{{\"allocated\":{GC.GetTotalAllocatedBytes(precise: true)},\"gen0\":{GC.CollectionCount(0)},\"gen1\":{GC.CollectionCount(1)},\"gen2\":{GC.CollectionCount(2)}}}\n");
}
