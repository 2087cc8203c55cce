using System.Text;
using Gateway.GraphQL.AspNetCore.CommandLine;
using Gateway.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Lets the application's own executable print and export its schema.</summary>
public static class GraphQLCommandLineExtensions
{
    /// <summary>Whether the command line is for <see cref="RunWithGraphQLCommandsAsync"/> rather than for the application.</summary>
    public static bool IsGraphQLCommand(this string[] args) => SchemaCommand.Is(args);

    /// <summary>Runs a <c>schema</c> command without starting the host, or else the host until it is shut down.</summary>
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
            // Straight to the stream: the schema is UTF-8, whatever the terminal's own encoding is.
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return SchemaCommand.Run(args, () => host.Services.GetRequiredService<IRequestExecutor>().SchemaText, output, Console.Error);
        }
    }
}
