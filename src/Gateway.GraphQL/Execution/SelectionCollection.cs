using System.Collections;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>Look-ahead: the selections of one level of a plan, for all possible object types.</summary>
internal sealed class SelectionCollection(IReadOnlyList<Selection> selections, Schema schema) : ISelectionCollection
{
    public int Count => selections.Count;

    public ISelection this[int index] => selections[index];

    public static SelectionCollection Of(Selection selection, Schema schema) => new([selection], schema);

    public ISelectionCollection Select(string fieldName) => new SelectionCollection(Below(fieldName), schema);

    public bool IsSelected(string fieldName) => Below(fieldName).Count > 0;

    public IEnumerator<ISelection> GetEnumerator() => selections.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<Selection> Below(string fieldName) =>
    [
        .. from selection in selections
           from type in schema.PossibleTypes(selection.Field.Type.Named)
           from below in selection.SelectionSetFor(type).Selections
           where below.Field.Name == fieldName
           select below,
    ];
}
