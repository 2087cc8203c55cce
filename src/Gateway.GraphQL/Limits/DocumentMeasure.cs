using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Limits;

/// <summary>
/// Measures operations with their fragments, without expanding them: each fragment is measured once, after the fragments that it spreads. A
/// fragment that spreads itself counts as empty; validation rejects it.
/// </summary>
internal sealed class DocumentMeasure
{
    private readonly Dictionary<string, FragmentDefinitionNode> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent> _measured = new(StringComparer.Ordinal);
    private readonly DocumentLimits _limits;

    public DocumentMeasure(DocumentNode document, DocumentLimits limits)
    {
        _limits = limits;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            _pending.TryAdd(fragment.Name, fragment);
        }

        foreach (var name in _pending.Keys.ToArray())
        {
            MeasureFragment(name);
        }
    }

    /// <summary>The first <c>__schema</c> or <c>__type</c> of the document; null if there is none.</summary>
    public FieldNode? Introspection { get; private set; }

    /// <summary>The first introspection field that nests deeper than allowed.</summary>
    public FieldNode? TooDeepIntrospection { get; private set; }

    public Extent Measure(SelectionSetNode set)
    {
        var extent = default(Extent);
        foreach (var selection in set.Selections)
        {
            extent = extent.Beside(selection switch
            {
                FieldNode field => Measure(field),
                InlineFragmentNode inline => Measure(inline.SelectionSet),
                FragmentSpreadNode spread => _measured.GetValueOrDefault(spread.Name),
                _ => default,
            });
        }

        return extent.Nested();
    }

    private Extent Measure(FieldNode field)
    {
        var below = field.SelectionSet is { } set ? Measure(set) : default;
        var isIntrospection = field.Name is "__schema" or "__type";
        if (isIntrospection)
        {
            Introspection ??= field;
            if (below.OfTypes > _limits.MaxAllowedOfTypeDepth || below.MostLists > _limits.MaxAllowedListRecursiveDepth)
            {
                TooDeepIntrospection ??= field;
            }
        }

        return below.Below(field.Name, countsDepth: !(isIntrospection && _limits.SkipIntrospectionFields));
    }

    // Uses a stack of its own, because a long chain of fragments would overflow the thread's stack.
    private void MeasureFragment(string start)
    {
        var path = new Stack<(string Name, FragmentDefinitionNode? Entered)>();
        path.Push((start, null));
        while (path.TryPop(out var step))
        {
            if (step.Entered is { } entered)
            {
                _measured[step.Name] = Measure(entered.SelectionSet);
            }
            else if (_pending.Remove(step.Name, out var fragment))
            {
                path.Push((step.Name, fragment));
                PushSpreads(fragment.SelectionSet, path);
            }
        }
    }

    private void PushSpreads(SelectionSetNode set, Stack<(string Name, FragmentDefinitionNode? Entered)> path)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FragmentSpreadNode spread when _pending.ContainsKey(spread.Name):
                    path.Push((spread.Name, null));
                    break;
                case FieldNode { SelectionSet: { } below }:
                    PushSpreads(below, path);
                    break;
                case InlineFragmentNode inline:
                    PushSpreads(inline.SelectionSet, path);
                    break;
            }
        }
    }
}
