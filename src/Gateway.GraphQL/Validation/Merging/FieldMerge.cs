using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// Checks that the fields of one document can be merged (GraphQL September 2025, §5.3.2,
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging). See <c>FieldSelectionMerging</c>.
/// </summary>
internal sealed class FieldMerge(ValidationRule rule, ValidationContext context)
{
    private readonly FieldGroups _groups = new(context.Document, context.Options.MaxAllowedFieldMergeComparisons);
    private readonly HashSet<MergedSet> _known = [];
    private readonly Stack<MergedSet> _pending = [];

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
            // The sub-selections of a single field are checked by the merged set that requires more than equal shapes.
            PushBelow(fields, shapesOnly: true);
        }
    }

    /// <summary>
    /// Whether any two of the fields may belong to the same object. They may unless their parents are different object types.
    /// </summary>
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

    // An object has one type. So the fields of each object type are checked separately, each time together with the fields of abstract
    // types. Each field is visited at most once for each object type of the schema.
    private void CheckByParent(List<FieldFacts> fields)
    {
        var parents = new HashSet<NamedType>();
        foreach (var field in fields)
        {
            if (field.Parent is ObjectType parent && parents.Add(parent))
            {
                CheckSameParents(fields.FindAll(candidate => candidate.Parent == parent || candidate.Parent is not ObjectType));
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
        List<SelectionFacts>? sets = null;
        foreach (var field in fields)
        {
            if (field.Selections is { } below)
            {
                (sets ??= []).Add(below);
            }
        }

        if (sets is not null)
        {
            Push(new MergedSet([.. sets], shapesOnly));
        }
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
