namespace Microsoft.Extensions.Hosting;

public static class HostBuilderExtensions
{
    public static Task<int> RunWithGraphQLCommandsAsync(this IHostBuilder builder, string[] args) => throw null!;

    public static Task<int> RunWithGraphQLCommandsAsync(this IHost host, string[] args) => throw null!;

    public static bool IsGraphQLCommand(this string[] args) => throw null!;
}
