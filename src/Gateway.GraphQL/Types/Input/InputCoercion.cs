using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>One coercion under way: the variables it may meet, where it is within the value, and what it found wrong first.</summary>
internal sealed class InputCoercion(IReadOnlyDictionary<string, InputValue>? variables)
{
    private readonly List<object> _path = [];

    /// <summary>What is wrong, as the end of a sentence that names the variable or argument; null where nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Field names and indices down to the fault.</summary>
    public IReadOnlyList<object> FaultPath { get; private set; } = [];

    /// <summary>The literal, or the variable, that is wrong; null where what is wrong is that there is none.</summary>
    public Location? FaultLocation { get; private set; }

    public bool TryGetVariable(string name, out InputValue value)
    {
        value = default;
        return variables is not null && variables.TryGetValue(name, out value);
    }

    /// <summary>Whether a value is there at all: an omitted variable is as good as no value (§6.4.1).</summary>
    public bool IsProvided(InputValue value) => value.Literal is not VariableNode variable || TryGetVariable(variable.Name, out _);

    public void Enter(object segment) => _path.Add(segment);

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Says where the fault is; the innermost place, which comes first, stays.</summary>
    public void Locate(ValueNode literal) => FaultLocation ??= literal.Location;

    /// <summary>Notes the fault and returns false, for the caller to pass on.</summary>
    public bool Refuse(string fault)
    {
        if (Fault is null)
        {
            Fault = fault;
            FaultPath = [.. _path];
        }

        return false;
    }
}
