using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>The state of one input coercion: the variables, the path within the value, and the first error.</summary>
internal sealed class InputCoercion(IReadOnlyDictionary<string, InputValue>? variables)
{
    private readonly List<object> _path = [];

    /// <summary>
    /// Whether the value is a variable's, which is only checked against its type. The bounds of lists and the rules of filters and orders
    /// are left to the argument that gets the variable: it refuses only its own field.
    /// </summary>
    public bool IsVariable { get; init; }

    /// <summary>Whether an error suggests similar names of the schema.</summary>
    public bool IncludeSuggestions { get; init; }

    /// <summary>The items of the argument's bounded lists so far, including those of lists within lists.</summary>
    public int Items { get; set; }

    /// <summary>
    /// The error: the end of a sentence that begins with the variable or argument, with further sentences behind it. Null for none.
    /// </summary>
    public string? Fault { get; private set; }

    /// <summary>Whether the error is null where it is not allowed.</summary>
    public bool IsNull { get; private set; }

    /// <summary>The path of the error: field names and list indices.</summary>
    public IReadOnlyList<object> FaultPath { get; private set; } = [];

    /// <summary>The location of the wrong literal or variable; null for a missing value.</summary>
    public Location? FaultLocation { get; private set; }

    public bool TryGetVariable(string name, out InputValue value)
    {
        value = default;
        return variables is not null && variables.TryGetValue(name, out value);
    }

    /// <summary>
    /// Whether a value is provided. An omitted variable is no value (GraphQL September 2025, §6.4.1,
    /// https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments).
    /// </summary>
    public bool IsProvided(InputValue value) => value.Literal is not VariableNode variable || TryGetVariable(variable.Name, out _);

    public void Enter(object segment) => _path.Add(segment);

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Sets the location of the error, unless it is set: callers report the innermost location first.</summary>
    public void Locate(ValueNode literal) => FaultLocation ??= literal.Location;

    /// <summary>The advice about an unknown name: similar names if they are suggested, or else an empty string.</summary>
    public string Suggest(string name, IEnumerable<string> candidates) => IncludeSuggestions ? Suggestions.For(name, candidates) : "";

    /// <summary>Sets the error, unless there is one already. Always returns false.</summary>
    /// <param name="fault">The end of a sentence, without its full stop.</param>
    /// <param name="advice">Further sentences, with a space in front.</param>
    /// <param name="isNull">Whether the error is null where it is not allowed.</param>
    public bool Refuse(string fault, string advice = "", bool isNull = false)
    {
        if (Fault is null)
        {
            Fault = $"{fault}.{advice}";
            IsNull = isNull;
            FaultPath = [.. _path];
        }

        return false;
    }
}
