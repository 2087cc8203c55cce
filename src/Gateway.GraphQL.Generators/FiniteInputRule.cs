using System.Collections.Generic;
using System.Linq;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// An input object has a finite value: none of its non-null fields leads back to it, and neither do all fields of a @oneOf (GraphQL
/// September 2025, §3.10, https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References).
/// </summary>
internal static class FiniteInputRule
{
    public static IEnumerable<Finding> Check(IReadOnlyDictionary<string, TypePart> types)
    {
        var endless = new HashSet<TypePart>(types.Values.Where(static type => type.Role == TypeRole.Input && type.Inputs.Count > 0));
        while (endless.RemoveWhere(IsFinite) > 0)
        {
            // One that is finite may make others finite.
        }

        return Cycles.Find(endless.SelectMany(NeededWithoutEnd), input => NeededWithoutEnd(Target(input)!)).Select(static cycle =>
            Diagnostics.EndlessInput.At(cycle[0].Source, cycle[0].Source.ContainingType.Text(), Cycles.Print(cycle)));

        bool IsFinite(TypePart type) => type.IsOneOf
            ? !type.Inputs.All(IsEndless)
            : !type.Inputs.Any(input => !input.Shape.IsNullable && IsEndless(input));

        bool IsEndless(InputPart input) => Target(input) is { } target && endless.Contains(target);

        IEnumerable<InputPart> NeededWithoutEnd(TypePart type) =>
            type.Inputs.Where(input => (type.IsOneOf || !input.Shape.IsNullable) && IsEndless(input));

        TypePart? Target(InputPart input) =>
            input.Shape.Item is null && types.TryGetValue(TypePart.KeyOf(input.Shape.Bare, isInput: true), out var target) ? target : null;
    }
}
