using System.Collections.Generic;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// What is required is not deprecated (GraphQL September 2025, §3.13.3, https://spec.graphql.org/September2025/#sec--deprecated), and the
/// fields of a @oneOf input object are nullable and have no default (§3.10,
/// https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation).
/// </summary>
internal static class InputRules
{
    public static IEnumerable<Finding> Check(IEnumerable<TypePart> types)
    {
        foreach (var type in types)
        {
            foreach (var input in type.AllInputs)
            {
                if (input.IsRequired && input.Source.Deprecation() is not null)
                {
                    yield return Diagnostics.DeprecatedAndRequired.At(input.Source, input.Coordinate);
                }

                if (type.IsOneOf && !input.Shape.IsNullable)
                {
                    yield return Diagnostics.WrongOneOf.At(input.Source, input.Coordinate, "be nullable", type.Name);
                }

                if (type.IsOneOf && input.Default is not null)
                {
                    yield return Diagnostics.WrongOneOf.At(input.Source, input.Coordinate, "have no default", type.Name);
                }
            }
        }
    }
}
