using System.Buffers;
using System.Text;
using System.Text.Json;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Limits;
using Gateway.GraphQL.Persisted;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests;

/// <summary>Executes requests like a transport, and parses the responses.</summary>
internal static class Executing
{
    public static async Task<string> RunAsync(
        this Schema schema,
        string document,
        string? variables = null,
        string? operationName = null,
        IServiceProvider? services = null,
        object? state = null,
        bool queriesOnly = false)
    {
        var executor = new RequestExecutor(schema, WithAllSteps());
        return (await executor.RunAsync(document, variables, operationName, services, state, queriesOnly)).Json;
    }

    public static async Task<(string Json, ExecutionOutcome Outcome)> RunAsync(
        this RequestExecutor executor,
        string document,
        string? variables = null,
        string? operationName = null,
        IServiceProvider? services = null,
        object? state = null,
        bool queriesOnly = false,
        CostMode mode = CostMode.Enforce)
    {
        var request = new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = Encoding.UTF8.GetBytes(variables ?? ""),
            OperationName = operationName,
            Services = services,
            State = state,
            QueriesOnly = queriesOnly,
            CostMode = mode,
        };
        using var result = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        output.WrittenCount.ShouldBe((int)result.Length);
        var json = Encoding.UTF8.GetString(output.WrittenSpan);
        JsonDocument.Parse(json).Dispose();
        return (json, result.Outcome);
    }

    /// <summary>The transport's default options.</summary>
    public static ExecutorOptions WithAllSteps()
    {
        var options = new ExecutorOptions();
        options.Use<PersistedOperationStep>();
        options.Use<LimitStep>();
        options.Use<CostStep>();
        return options;
    }

    /// <summary>The first error of an answer.</summary>
    public static JsonElement FirstError(string json) => JsonDocument.Parse(json).RootElement.GetProperty("errors")[0];
}
