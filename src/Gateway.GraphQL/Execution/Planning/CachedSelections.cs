using Gateway.GraphQL.Execution.Fields;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// Writes objects that never change: what is written of one is kept with it and copied the next time. Fields that depend on the moment,
/// and those that run ahead, are written anew each time; what stands between them is kept in parts.
/// </summary>
internal sealed class CachedSelections<T>
{
    private readonly Func<T, IResponseFragments> _of;
    private readonly Part[] _parts;

    public CachedSelections(Func<T, IResponseFragments> of, IReadOnlyCollection<string> momentary, Selection[] selections)
    {
        _of = of;
        var parts = new List<Part>();
        for (var index = 0; index < selections.Length; index++)
        {
            var isKept = !selections[index].RunsAhead && !momentary.Contains(selections[index].Field.Name);
            if (parts.Count == 0 || parts[^1].IsKept != isKept)
            {
                parts.Add(new Part(index, isKept));
            }

            parts[^1].End = index + 1;
        }

        _parts = [.. parts];
    }

    /// <summary>Writes all selections, the opening brace included. Returns false where a null has to propagate.</summary>
    public bool Write(SelectionSet<T> set, T value, ResolvedField?[]? resolved, OperationContext context)
    {
        var renderings = _of(value);
        var operation = context.Operation.Identity!;
        foreach (var part in _parts)
        {
            if (!(part.IsKept ? WriteKept(part, set, value, renderings, operation, context) : WriteAnew(part, set, value, resolved, context)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool WriteKept(Part part, SelectionSet<T> set, T value, IResponseFragments renderings, object operation, OperationContext context)
    {
        var kept = renderings.Find(operation, part);
        if (!kept.IsEmpty)
        {
            context.Output.WriteKept(kept);
            return true;
        }

        var (start, errors) = (context.Output.Position, context.Errors.Count);
        if (!WriteAnew(part, set, value, resolved: null, context))
        {
            return false;
        }

        // An error has a place in its answer that the bytes don't carry.
        if (context.Errors.Count == errors && context.Output.WrittenSince(start) is { IsEmpty: false } json)
        {
            renderings.Keep(operation, part, json);
        }

        return true;
    }

    private static bool WriteAnew(Part part, SelectionSet<T> set, T value, ResolvedField?[]? resolved, OperationContext context)
    {
        for (var index = part.Start; index < part.End; index++)
        {
            if (!set.WriteField(value, index, resolved?[index], context))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Part(int start, bool isKept)
    {
        public int Start => start;

        public int End { get; set; }

        public bool IsKept => isKept;
    }
}
