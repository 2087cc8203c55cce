using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// Names consist of letters, digits and `_` (GraphQL September 2025, §2.1.8, https://spec.graphql.org/September2025/#Name), and those that
/// begin with `__` are reserved (§4, https://spec.graphql.org/September2025/#sec-Introspection.Reserved-Names). Arguments and enum values
/// are unique.
/// </summary>
internal static class NameRules
{
    private static readonly Regex Name = new("^[_A-Za-z][_0-9A-Za-z]*\\z", RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    public static IEnumerable<Finding> Check(IEnumerable<TypePart> types)
    {
        foreach (var type in types)
        {
            var values = type.Values.Select(static value => (Source: (ISymbol)value, Name: Names.OfEnumValue(value))).ToList();
            var named = values.Select(value => (value.Source, value.Name, Coordinate: $"{type.Name}.{value.Name}"))
                .Concat(type.Fields.Select(static field => (field.Source, field.Name, field.Coordinate)))
                .Concat(type.AllInputs.Select(static input => (input.Source, input.Name, input.Coordinate)));
            if (type.Role != TypeRole.Extension)
            {
                named = named.Prepend((type.Source, type.Name, type.Name));
            }

            foreach (var (source, name, coordinate) in named)
            {
                if (!Name.IsMatch(name))
                {
                    yield return Diagnostics.WrongName.At(source, coordinate);
                }
                else if (name.StartsWith("__", StringComparison.Ordinal))
                {
                    yield return Diagnostics.ReservedName.At(source, coordinate);
                }
            }

            foreach (var (source, name) in values.Where(static value => value.Name is "true" or "false" or "null"))
            {
                yield return Diagnostics.ValueIsLiteral.At(source, $"{type.Name}.{name}");
            }

            var unique = values.Select(value => (value.Source, Coordinate: $"{type.Name}.{value.Name}"))
                .Concat(type.Fields.SelectMany(static field => field.Arguments)
                    .Select(static argument => (argument.Source, argument.Coordinate)));
            foreach (var second in unique.GroupBy(static one => one.Coordinate).SelectMany(static same => same.Skip(1)))
            {
                yield return Diagnostics.DefinedTwice.At(second.Source, second.Coordinate, second.Source.Name);
            }
        }
    }
}
