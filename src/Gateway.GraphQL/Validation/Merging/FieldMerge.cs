using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>The work of §5.3.2 (<c>FieldSelectionMerging</c>) on one document.</summary>
internal sealed class FieldMerge(ValidationRule rule, ValidationContext context)
{
    private readonly FieldGroups _groups = new(context.Document, context.Options.MaxAllowedFieldMergeComparisons);
    private readonly HashSet<MergedSet> _known = [];
    private readonly Stack<MergedSet> _pending = [];
    private readonly List<FieldFacts> _sameParents = [];

    /// <summary>FieldsInSetCanMerge. False if it takes more visits than allowed.</summary>
    public bool TryCheck(SelectionFacts set)
    {
        Push(new MergedSet([set], shapesOnly: false));
        while (!context.IsFinished && _pending.TryPop(out var merged))
        {
            if (!_groups.TryCollect(merged.Sets))
            {
                return false;
            }

            for (var index = 0; index < _groups.Count; index++)
            {
                Check(_groups[index], merged.ShapesOnly);
            }
        }

        return true;
    }

    private void Check(List<FieldFacts> fields, bool shapesOnly)
    {
        if (ResponseShape.FirstDifference(fields) is var (first, second))
        {
            Report(first, second, $"they have the types `{first.Definition!.Type}` and `{second.Definition!.Type}`");
        }
        else if (!shapesOnly && HaveOneParent(fields))
        {
            CheckSameParents(fields);
        }
        else if (!shapesOnly)
        {
            PushBelow(fields, shapesOnly: true);
            CheckByParent(fields);
        }
        else if (fields.Count > 1)
        {
            // What is below a field alone is looked at where the field is merged in earnest.
            PushBelow(fields, shapesOnly: true);
        }
    }

    /// <summary>Whether any two of the fields may be selected of one object: one has the other's parent, or no object type's.</summary>
    private static bool HaveOneParent(List<FieldFacts> fields)
    {
        ObjectType? parent = null;
        foreach (var field in fields)
        {
            if (field.Parent is ObjectType other && other != (parent ??= other))
            {
                return false;
            }
        }

        return true;
    }

    // Objects of different types are never one; fields of abstract types go with each of them. The work is at most that of
    // looking at each field once for every object type of the schema.
    private void CheckByParent(List<FieldFacts> fields)
    {
        var parents = new HashSet<NamedType>();
        foreach (var field in fields)
        {
            if (field.Parent is ObjectType parent && parents.Add(parent))
            {
                _sameParents.Clear();
                foreach (var candidate in fields)
                {
                    if (candidate.Parent == parent || candidate.Parent is not ObjectType)
                    {
                        _sameParents.Add(candidate);
                    }
                }

                CheckSameParents(_sameParents);
            }
        }
    }

    private void CheckSameParents(List<FieldFacts> fields)
    {
        var first = fields[0];
        for (var index = 1; index < fields.Count; index++)
        {
            var (a, b) = (first.Node, fields[index].Node);
            if (a.Name != b.Name)
            {
                Report(first, fields[index], $"they are the fields `{a.Name}` and `{b.Name}`");
                return;
            }

            if (!ArgumentEquality.AreSame(first, fields[index]))
            {
                Report(first, fields[index], "they have different arguments");
                return;
            }
        }

        PushBelow(fields, shapesOnly: false);
    }

    private void PushBelow(List<FieldFacts> fields, bool shapesOnly)
    {
        var count = 0;
        foreach (var field in fields)
        {
            count += field.Selections is null ? 0 : 1;
        }

        if (count == 0)
        {
            return;
        }

        var sets = new SelectionFacts[count];
        var next = 0;
        foreach (var field in fields)
        {
            if (field.Selections is { } below)
            {
                sets[next++] = below;
            }
        }

        Push(new MergedSet(sets, shapesOnly));
    }

    private void Push(MergedSet set)
    {
        if (_known.Add(set))
        {
            _pending.Push(set);
        }
    }

    private void Report(FieldFacts first, FieldFacts second, string reason) => context.Report(
        rule,
        $"The fields `{first.Node.ResponseName}` can't be merged into one: {reason}. Give one of them another alias.",
        first.Node.Location,
        second.Node.Location);
}
