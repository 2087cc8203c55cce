using System.Collections;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>Look-ahead: the selections of one level of a plan, for all possible object types.</summary>
internal sealed class SelectionCollection(Selection[] selections, Schema schema) : ISelectionCollection
{
    public int Count => selections.Length;

    public ISelection this[int index] => selections[index];

    public static SelectionCollection Of(Selection selection, Schema schema) => new([selection], schema);

    public ISelectionCollection Select(string fieldName) =>
        selections.Length == 0 ? this : new SelectionCollection(Below(fieldName), schema);

    public bool IsSelected(string fieldName)
    {
        foreach (var selection in selections)
        {
            foreach (var type in schema.PossibleTypes(selection.Field.Type.Named))
            {
                foreach (var below in selection.SelectionSetFor(type).Selections)
                {
                    if (below.Field.Name == fieldName)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    public IEnumerator<ISelection> GetEnumerator() => ((IEnumerable<ISelection>)selections).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Loops, because a resolver that looks ahead asks dozens of times for each request.
    private Selection[] Below(string fieldName)
    {
        List<Selection>? found = null;
        foreach (var selection in selections)
        {
            foreach (var type in schema.PossibleTypes(selection.Field.Type.Named))
            {
                foreach (var below in selection.SelectionSetFor(type).Selections)
                {
                    if (below.Field.Name == fieldName)
                    {
                        (found ??= []).Add(below);
                    }
                }
            }
        }

        return found is null ? [] : [.. found];
    }
}
