using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// Groups the fields of merged selection sets by response name, including fields of spread fragments. The object is reused for one merged
/// set after another.
/// </summary>
internal sealed class FieldGroups(DocumentFacts document, int maxVisits)
{
    private readonly Dictionary<string, List<FieldFacts>> _byName = new(StringComparer.Ordinal);
    private readonly List<List<FieldFacts>> _groups = [];
    private readonly HashSet<FragmentFacts> _spread = [];
    private readonly Stack<SelectionFacts> _pending = [];
    private int _visitsLeft = maxVisits;

    public int Count { get; private set; }

    public List<FieldFacts> this[int index] => _groups[index];

    /// <summary>
    /// Replaces the groups by those of <paramref name="sets"/>. False if all calls together visited more fields than allowed.
    /// </summary>
    public bool TryCollect(ReadOnlySpan<SelectionFacts> sets)
    {
        Clear();
        foreach (var set in sets)
        {
            _pending.Push(set);
            while (_pending.TryPop(out var next))
            {
                _visitsLeft -= 1 + next.Fields.Count + next.Spreads.Count;
                if (_visitsLeft < 0)
                {
                    return false;
                }

                Add(next);
            }
        }

        return true;
    }

    private void Add(SelectionFacts set)
    {
        foreach (var field in set.Fields)
        {
            Add(field);
        }

        foreach (var spread in set.Spreads)
        {
            if (document.Find(spread.Name) is { } fragment && _spread.Add(fragment))
            {
                _pending.Push(fragment.Selections);
            }
        }
    }

    private void Add(FieldFacts field)
    {
        if (!_byName.TryGetValue(field.Node.ResponseName, out var group))
        {
            if (Count == _groups.Count)
            {
                _groups.Add([]);
            }

            _byName.Add(field.Node.ResponseName, group = _groups[Count++]);
        }

        group.Add(field);
    }

    private void Clear()
    {
        for (var index = 0; index < Count; index++)
        {
            _groups[index].Clear();
        }

        Count = 0;
        _byName.Clear();
        _spread.Clear();
    }
}
