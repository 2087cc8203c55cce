using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// Writes immutable objects. Their JSON is cached with them, and copied for the next response. Volatile and asynchronous fields are written
/// each time; the fields between them are cached in parts.
/// </summary>
internal sealed class ReusedFragments<T>
{
    private readonly Func<T, IResponseFragments> _of;
    private readonly Part[] _parts;

    public ReusedFragments(Func<T, IResponseFragments> of, IReadOnlyCollection<string> volatileFields, Selection[] selections)
    {
        _of = of;
        var parts = new List<Part>();
        for (var index = 0; index < selections.Length; index++)
        {
            var isCached = !selections[index].RunsAhead && !volatileFields.Contains(selections[index].Field.Name);
            if (parts.Count == 0 || parts[^1].IsCached != isCached)
            {
                parts.Add(new Part(index, isCached));
            }

            parts[^1].End = index + 1;
        }

        _parts = [.. parts];
    }

    /// <summary>Writes all selections, with the opening brace. False if a null has to propagate.</summary>
    public bool Write(SelectionSet<T> set, T value, ResolvedField?[]? resolved, OperationContext context)
    {
        var fragments = _of(value);
        var operation = context.Operation.Identity!;
        foreach (var part in _parts)
        {
            if (!(part.IsCached
                ? WriteCached(part, set, value, fragments, operation, context)
                : WriteFields(part, set, value, resolved, context)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool WriteCached(
        Part part, SelectionSet<T> set, T value, IResponseFragments fragments, object operation, OperationContext context)
    {
        var fragment = fragments.Find(operation, part);
        if (!fragment.IsEmpty)
        {
            context.Output.WriteCached(fragment);
            return true;
        }

        var (start, errors) = (context.Output.Position, context.Errors.Count);
        if (!WriteFields(part, set, value, resolved: null, context))
        {
            return false;
        }

        // The bytes don't contain errors, so a fragment with errors is not cached.
        if (context.Errors.Count == errors && !context.Output.HasReferenceSince(start))
        {
            Add(fragments, operation, part, context.Output, start);
        }

        return true;
    }

    // A method of its own, so that a hit makes no closure.
    private static void Add(IResponseFragments fragments, object operation, Part part, JsonOutput output, int start) =>
        fragments.Add(operation, part, output.Position - start, json => output.CopySince(start, json));

    private static bool WriteFields(Part part, SelectionSet<T> set, T value, ResolvedField?[]? resolved, OperationContext context)
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

    private sealed class Part(int start, bool isCached)
    {
        public int Start => start;

        public int End { get; set; }

        public bool IsCached => isCached;
    }
}
