using System.Globalization;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>
/// Calculates the cost of a plan: the weights of its fields, their arguments and their types. What is selected below a list counts once
/// for each item of the list's assumed size, and each alias counts by itself. Of several possible types of a value, the most expensive
/// counts. The rules follow IBM's cost directive specification (https://ibm.github.io/graphql-specs/cost-spec.html).
/// </summary>
internal sealed class CostCalculator(Schema schema, int defaultListSize, IReadOnlyDictionary<string, InputValue> variables)
{
    // Possible types multiply with each level. A plan that takes more steps is treated as beyond all limits.
    private const int MaxSteps = 10_000;

    private int _steps;

    /// <summary>Whether the cost may be another one with other variables.</summary>
    public bool DependsOnVariables { get; private set; }

    public OperationCost Calculate(OperationPlan plan)
    {
        var cost = new OperationCost(0, CostWeights.Of(plan.Root.Type)) + Sum(plan.Root);
        return _steps > MaxSteps ? OperationCost.Infinite : cost;
    }

    private OperationCost Sum(SelectionSet set, Selection? above = null)
    {
        var sum = default(OperationCost);
        foreach (var selection in set.Selections)
        {
            if (++_steps > MaxSteps)
            {
                return sum;
            }

            sum += new OperationCost(CostWeights.Of(selection.Field) + WeightOfArguments(selection), 0)
                + (Below(selection) * SizeOf(selection.Field, above));
        }

        return sum;
    }

    private OperationCost Below(Selection selection)
    {
        var type = selection.Field.Type.Named;
        if (!type.IsComposite)
        {
            return new OperationCost(0, CostWeights.Of(type));
        }

        var dearest = default(OperationCost);
        foreach (var possible in schema.PossibleTypes(type))
        {
            var below = new OperationCost(0, CostWeights.Of(possible)) + Sum(selection.SelectionSetFor(possible), selection);
            dearest = OperationCost.Max(dearest, below);
        }

        return dearest;
    }

    /// <param name="field">The field.</param>
    /// <param name="above">The field above, which may decide about the size.</param>
    private double SizeOf(OutputField field, Selection? above) => field.Type.Nullable is not ListType ? 1
        : above?.Field.Slicing is { } slicing && slicing.SizedFields.Contains(field.Name) ? SizeOf(above, slicing)
        : field.ListSize ?? defaultListSize;

    private double SizeOf(Selection selection, Slicing slicing)
    {
        var given = slicing.Arguments.Select(name => selection.Node.Arguments.Find(name)).OfType<ValueNode>().FirstOrDefault();
        if (given is null || ValueOf(given) is not { IsNull: false } size)
        {
            return slicing.Default;
        }

        // A size that is out of bounds is refused when the field is resolved.
        var most = selection.Field.ListSize ?? int.MaxValue;
        return int.TryParse((size.Literal as IntValueNode)?.Value ?? size.Json.ToString(), CultureInfo.InvariantCulture, out var items)
            ? Math.Clamp(items, 0, most)
            : most;
    }

    private double WeightOfArguments(Selection selection)
    {
        var weight = 0.0;
        foreach (var argument in selection.Node.Arguments)
        {
            weight += selection.Field.Arguments.Find(argument.Name) is { } field ? WeightOf(field, argument.Value) : 0;
        }

        return weight;
    }

    // Of an input object, the fields that are given count too, in the document and in variables alike.
    private double WeightOf(InputField field, InputValue value) => (field.Cost ?? 0) + WeightBelow(field.Type.Named, value);

    private double WeightBelow(NamedType type, InputValue given) =>
        type is not InputObjectType { HasCost: true } input || ValueOf(given) is not { } value ? 0
        : value.Items is { } items ? items.Sum(item => WeightBelow(type, item))
        : value.Fields is { } fields
            ? fields.Sum(member => input.TryGetField(member.Name, out var field) ? WeightOf(field, member.Value) : 0)
        : 0;

    /// <summary>The value of a variable; null for one that is omitted. Any other value is itself.</summary>
    private InputValue? ValueOf(InputValue value)
    {
        if (value.Literal is not VariableNode { Name: var name })
        {
            return value;
        }

        DependsOnVariables = true;
        return variables.TryGetValue(name, out var known) ? known : default(InputValue?);
    }
}
