using System.Buffers;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>A response in two parts: errors come first in the response, but are only known after the data is written.</summary>
internal sealed class PooledResult : ExecutionResult
{
    private readonly JsonOutput? _data;
    private readonly JsonOutput? _errors;

    private PooledResult(
        ExecutionOutcome outcome, JsonOutput? data, IReadOnlyList<IError> errors, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        Outcome = outcome;
        Errors = errors;
        _data = data;
        if (errors.Count > 0)
        {
            _errors = new JsonOutput();
            _errors.WriteRaw((byte)'{');
            ErrorWriter.Write(errors, _errors);
            if (data is null && extensions is not null)
            {
                WriteExtensions(extensions, _errors);
            }

            _errors.WriteRaw(data is null ? (byte)'}' : (byte)',');
        }
    }

    public override ExecutionOutcome Outcome { get; }

    public override IReadOnlyList<IError> Errors { get; }

    public override long Length => (_errors?.Position ?? 0) + (_data?.Position - DataStart ?? 0);

    // The first byte of the data, its opening brace, is skipped after errors.
    private int DataStart => _errors is null ? 0 : 1;

    /// <param name="data">A JSON object with <c>data</c> and optionally <c>extensions</c>. The result takes ownership.</param>
    /// <param name="errors">The errors of the execution.</param>
    public static PooledResult Executed(JsonOutput data, IReadOnlyList<IError> errors) => new(ExecutionOutcome.Executed, data, errors);

    public static PooledResult RequestError(
        IReadOnlyList<IError> errors,
        ExecutionOutcome outcome = ExecutionOutcome.RequestError,
        IReadOnlyDictionary<string, object?>? extensions = null) =>
        new(outcome, data: null, errors, extensions);

    /// <summary>A response without data, for a request that only asks for extensions.</summary>
    public static PooledResult ExtensionsOnly(IReadOnlyDictionary<string, object?> extensions)
    {
        var output = new JsonOutput();
        output.WriteRaw("{\"extensions\":"u8);
        ErrorWriter.WriteValue(extensions, output);
        output.WriteRaw((byte)'}');
        return Executed(output, []);
    }

    /// <summary>Writes <c>,"extensions":{…}</c>.</summary>
    public static void WriteExtensions(IReadOnlyDictionary<string, object?> extensions, JsonOutput output)
    {
        output.WriteRaw(",\"extensions\":"u8);
        ErrorWriter.WriteValue(extensions, output);
    }

    public override void WriteTo(IBufferWriter<byte> output)
    {
        _errors?.CopyTo(output);
        _data?.CopyTo(output, DataStart);
    }

    public override IEnumerable<ReadOnlyMemory<byte>> Parts() => (_errors?.Parts() ?? []).Concat(_data?.Parts(DataStart) ?? []);

    public override void Dispose()
    {
        _data?.Dispose();
        _errors?.Dispose();
    }
}
