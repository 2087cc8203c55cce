using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.AspNetCore.Tests;

/// <summary>Says back what it was asked; the document's text decides how far it gets.</summary>
internal sealed class StubExecutor : IRequestExecutor
{
    public const string Schema = "type Query {\n  hello: String!\n}\n";

    public string SchemaText => Schema;

    /// <summary>Ends when a request for <c>{ slow }</c> has started, and then when its client has gone.</summary>
    public TaskCompletionSource SlowStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource SlowCancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var document = Encoding.UTF8.GetString(request.Document.Span);
        switch (document)
        {
            case "{ slow }":
                SlowStarted.SetResult();
                cancellationToken.Register(SlowCancelled.SetResult);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case "{ bug }":
                throw new InvalidOperationException("a bug");
            case "{ invalid }":
                return new Result(ExecutionOutcome.RequestError, """{"errors":[{"message":"invalid"}]}""");
            case "mutation { m }" when request.QueriesOnly:
                return new Result(ExecutionOutcome.OperationNotAllowed, """{"errors":[{"message":"not by GET"}]}""");
        }

        var data = new JsonObject
        {
            ["document"] = document,
            ["operationName"] = request.OperationName,
            ["variables"] = request.Variables.IsEmpty ? null : Encoding.UTF8.GetString(request.Variables.Span),
            ["queriesOnly"] = request.QueriesOnly,
            ["state"] = request.State?.GetType().Name,
        };
        Add("id", request.DocumentId);
        Add("hash", request.DocumentHash);
        Add("cost", request.CostMode == CostMode.Enforce ? null : request.CostMode.ToString());
        return new Result(ExecutionOutcome.Executed, new JsonObject { ["data"] = data }.ToJsonString());

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                data[name] = value;
            }
        }
    }

    public int DocumentsVersion => 0;

    /// <summary>Nothing: each request reaches the method above.</summary>
    public PreparedOperation? PrepareForReuse(OperationRequest request) => null;

    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedOperation operation, IServiceProvider? services, object? state, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing was prepared.");

    private sealed class Result(ExecutionOutcome outcome, string json) : ExecutionResult
    {
        private readonly byte[] _json = Encoding.UTF8.GetBytes(json);

        public override ExecutionOutcome Outcome => outcome;

        public override long Length => _json.Length;

        public override void WriteTo(IBufferWriter<byte> output) => output.Write(_json);

        public override IEnumerable<ReadOnlyMemory<byte>> Parts() => [_json];

        public override void Dispose()
        {
        }
    }
}
