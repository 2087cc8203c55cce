using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// All that a request says, checked and compiled: an operation's plan with its variables. Nothing in it depends on who sends it or when, so
/// that a transport may run it again for the same bytes.
/// </summary>
public sealed class PreparedOperation : IDisposable
{
    private readonly JsonDocument? _json;
    private ConcurrentDictionary<Selection, object?[]>? _arguments;
    private ConcurrentDictionary<Selection, object>? _memory;
    private int _usualLength;

    internal PreparedOperation(OperationPlan plan, IReadOnlyDictionary<string, InputValue> variables, JsonDocument? json, bool isKept)
    {
        Plan = plan;
        Variables = variables;
        _json = json;
        Identity = isKept ? new object() : null;
    }

    internal OperationPlan Plan { get; }

    internal IReadOnlyDictionary<string, InputValue> Variables { get; }

    /// <summary>Members of the response beside its data; null as a rule.</summary>
    internal IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    internal OperationType Kind => Plan.Operation.Operation;

    /// <summary>Whether it is run more than once, so that what is derived from it is worth keeping.</summary>
    [MemberNotNullWhen(true, nameof(Identity))]
    public bool IsReusable => Identity is not null;

    /// <summary>Stands for one that is kept, wherever it must not be kept alive itself.</summary>
    internal object? Identity { get; }

    /// <summary>About how many bytes the data takes in a buffer: as many as the last time.</summary>
    internal int UsualLength
    {
        get => Volatile.Read(ref _usualLength) is > 0 and var length ? length : 4096;
        set => Volatile.Write(ref _usualLength, value);
    }

    /// <summary>The selection's coerced arguments; those with variables are coerced once.</summary>
    /// <exception cref="GraphQLException">A variable's value doesn't fit the argument (§6.4.1).</exception>
    internal object?[] ArgumentsOf(Selection selection)
    {
        if (selection.Constants is { } constants)
        {
            return constants;
        }

        var known = LazyInitializer.EnsureInitialized(ref _arguments, static () => new());
        return known.TryGetValue(selection, out var arguments) ? arguments : known.GetOrAdd(selection, Coerce(selection));
    }

    /// <summary>What the selection's resolver derived from its arguments earlier; null where it has kept nothing.</summary>
    internal object? GetMemo(Selection selection) => _memory is { } memory && memory.TryGetValue(selection, out var known) ? known : null;

    internal void SetMemo(Selection selection, object derived)
    {
        if (IsReusable)
        {
            LazyInitializer.EnsureInitialized(ref _memory, static () => new())[selection] = derived;
        }
    }

    /// <summary>Gives the memory of the variables back. One that is kept need not be disposed of: others may be running it.</summary>
    public void Dispose() => _json?.Dispose();

    private object?[] Coerce(Selection selection)
    {
        var coercion = new InputCoercion(Variables);
        return ArgumentValues.TryCoerce(selection.Field.Arguments, selection.Node.Arguments, coercion, out var values)
            ? values
            : throw new GraphQLException(new Error($"Argument `{string.Join('.', coercion.FaultPath)}` {coercion.Fault}.")
            {
                Locations = coercion.FaultLocation is { } location ? [location] : [],
            });
    }
}
