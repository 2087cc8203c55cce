using System.Text;
using Gateway.GraphQL.AspNetCore.CommandLine;
using Gateway.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds commands to the application that print and export its schema.</summary>
public static class GraphQLCommandLineExtensions
{
    /// <summary>Whether the command line is a <c>schema</c> command of <see cref="RunWithGraphQLCommandsAsync"/>.</summary>
    public static bool IsGraphQLCommand(this string[] args) => SchemaCommand.Is(args);

    /// <summary>Runs a <c>schema</c> command without starting the host; otherwise runs the host until it is shut down.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunWithGraphQLCommandsAsync(this IHost host, string[] args)
    {
        if (!args.IsGraphQLCommand())
        {
            await host.RunAsync();
            return 0;
        }

        using (host)
        {
            // Writes to the stream, because the schema is in UTF-8, whatever the console's encoding is.
            await using var output = new StreamWriter(
                Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return SchemaCommand.Run(args, () => host.Services.GetRequiredService<IRequestExecutor>().SchemaText, output, Console.Error);
        }
    }
}
