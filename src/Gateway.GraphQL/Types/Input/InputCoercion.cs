using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>The state of one coercion: the variables, the path within the value, and the first fault.</summary>
internal sealed class InputCoercion(IReadOnlyDictionary<string, InputValue>? variables)
{
    private readonly List<object> _path = [];

    /// <summary>The fault, as the end of a sentence that names the variable or argument; null for none.</summary>
    public string? Fault { get; private set; }

    /// <summary>The path of the fault: field names and indices.</summary>
    public IReadOnlyList<object> FaultPath { get; private set; } = [];

    /// <summary>The location of the wrong literal or variable; null for a missing value.</summary>
    public Location? FaultLocation { get; private set; }

    public bool TryGetVariable(string name, out InputValue value)
    {
        value = default;
        return variables is not null && variables.TryGetValue(name, out value);
    }

    /// <summary>Whether a value is provided. An omitted variable is no value (§6.4.1).</summary>
    public bool IsProvided(InputValue value) => value.Literal is not VariableNode variable || TryGetVariable(variable.Name, out _);

    public void Enter(object segment) => _path.Add(segment);

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Sets the location of the fault. The innermost location comes first and stays.</summary>
    public void Locate(ValueNode literal) => FaultLocation ??= literal.Location;

    /// <summary>Sets the fault. Always returns false.</summary>
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
