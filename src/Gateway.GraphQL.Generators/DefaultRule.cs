using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// Defaults coerce to their type (GraphQL September 2025, §3.6, https://spec.graphql.org/September2025/#sec-Objects.Type-Validation), and
/// none needs itself (InputObjectDefaultValueHasCycle, §3.10). What C# makes of a value is known only at start.
/// </summary>
internal sealed class DefaultRule(IReadOnlyDictionary<string, TypePart> types)
{
    private static readonly Regex DateTimeForm = new(
        "^\"(?<civil>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]{1,9})?"
        + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\"\\z",
        RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout);

    private readonly Dictionary<InputPart, Literal> _defaults = [];

    public IEnumerable<Finding> Check()
    {
        var findings = new List<Finding>();
        foreach (var input in types.Values.SelectMany(static type => type.AllInputs))
        {
            try
            {
                if (input.Default is { } text && FaultOf(_defaults[input] = Literal.Parse(text), input.Shape, input.IsId, "") is { } fault)
                {
                    findings.Add(Diagnostics.WrongDefault.At(input.Source, input.Coordinate, fault));
                }
            }
            catch (FormatException exception)
            {
                findings.Add(Diagnostics.NoLiteralSyntax.At(input.Source, input.Coordinate, exception.Message));
            }
        }

        var cycles = Cycles.Find(_defaults.Keys, input => DefaultsIn(_defaults[input], input.Shape));
        return findings.Concat(cycles.Select(static cycle => Diagnostics.EndlessDefault.At(
            cycle[0].Source, cycle[0].Coordinate, Cycles.Print(cycle))));
    }

    private string? FaultOf(Literal literal, TypeShape shape, bool isId, string path)
    {
        if (literal.Kind == LiteralKind.Null)
        {
            return shape.IsNullable ? null : $"{path}expects a value, not null";
        }

        if (shape.Item is { } item)
        {
            return literal.Kind == LiteralKind.List
                ? literal.Items.Select((one, index) => FaultOf(one, item, isId, At(path, CodeWriter.Number(index)))).FirstOrDefault(IsFault)
                : FaultOf(literal, item, isId, path);
        }

        return InputObject(shape) is { } target ? FaultOf(literal, target, path)
            : shape.Bare.TypeKind == TypeKind.Enum ? FaultOfEnum(literal, shape.Bare, path)
            : Expectation(literal, isId ? Annotation.Id : shape.Bare.CSharp()) is { } expected ? $"{path}expects {expected}, not {literal}"
            : null;
    }

    private string? FaultOf(Literal literal, TypePart target, string path)
    {
        if (literal.Kind != LiteralKind.Object)
        {
            return $"{path}expects an input object `{target.Name}`, not {literal}";
        }

        foreach (var same in literal.Fields.GroupBy(static field => field.Name))
        {
            if (target.Inputs.All(input => input.Name != same.Key))
            {
                return $"{path}has no field `{same.Key}` (`{target.Name}`)";
            }

            if (same.Count() > 1)
            {
                return $"{path}gives the field `{same.Key}` twice: remove one";
            }
        }

        if (target.IsOneOf && literal.Fields is not [{ Value.Kind: not LiteralKind.Null }])
        {
            return $"{path}expects exactly one field of `{target.Name}`, and that not null";
        }

        var given = literal.Fields.ToDictionary(static field => field.Name, static field => field.Value);
        return target.Inputs
            .Select(input => given.TryGetValue(input.Name, out var value) ? FaultOf(value, input.Shape, input.IsId, At(path, input.Name))
                : input.IsRequired && !target.IsOneOf ? $"{At(path, input.Name)}is required"
                : null)
            .FirstOrDefault(IsFault);
    }

    private static bool IsFault(string? fault) => fault is not null;

    private static string? FaultOfEnum(Literal literal, ITypeSymbol type, string path)
    {
        var names = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsSchemaless()).Select(Names.OfEnumValue);
        return literal.Kind == LiteralKind.Enum && names.Contains(literal.Text)
            ? null
            : $"{path}expects a value of the enum `{Names.OfOutputType(type)}`, not {literal}";
    }

    /// <summary>What a scalar expects in place of a literal; null if the literal fits, or if the type is described in code.</summary>
    private static string? Expectation(Literal literal, string scalar)
    {
        var (isInt, isString) = (literal.Kind == LiteralKind.Int, literal.Kind == LiteralKind.String);
        var (fits, expected) = scalar switch
        {
            Annotation.Id => (isInt || isString, "a string or a whole number"),
            "string" => (isString, "a string"),
            "bool" => (literal.Kind == LiteralKind.Boolean, "true or false"),
            "int" => (isInt && Whole(literal.Text) is >= int.MinValue and <= int.MaxValue, "a whole number of 32 bits"),
            "long" => (isInt && Whole(literal.Text) is not null, "a whole number of 64 bits"),
            "double" => ((isInt || literal.Kind == LiteralKind.Float) && IsFinite(literal.Text), "a finite number"),
            "global::System.DateTimeOffset" => (
                isString && (literal.Text.Contains("\\") || IsDateTime(literal.Text)),
                "an RFC 3339 date and time with an offset, such as \"2026-01-31T09:00:00Z\""),
            _ => (literal.Kind == LiteralKind.Enum, "the name of an enum value"),
        };
        return fits ? null : TypeNameRule.Scalars.TryGetValue(scalar, out var name) ? $"{expected} (`{name}`)" : expected;
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool IsFinite(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value);

    private static bool IsDateTime(string text) => DateTimeForm.Match(text) is { Success: true } match && DateTime.TryParseExact(
        match.Groups["civil"].Value.ToUpperInvariant(),
        "yyyy-MM-dd'T'HH:mm:ss",
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out _);

    /// <summary>The fields that the literal omits and whose defaults are part of its value.</summary>
    private IEnumerable<InputPart> DefaultsIn(Literal literal, TypeShape shape) => literal.Kind switch
    {
        LiteralKind.List => literal.Items.SelectMany(item => DefaultsIn(item, shape)),
        LiteralKind.Object when InputObject(shape.Innermost) is { } target => target.Inputs.SelectMany(input =>
            literal.Fields.FindIndex(field => field.Name == input.Name) is >= 0 and var given
                ? DefaultsIn(literal.Fields[given].Value, input.Shape)
                : _defaults.ContainsKey(input) ? [input] : []),
        _ => [],
    };

    private TypePart? InputObject(TypeShape shape) =>
        types.TryGetValue(TypePart.KeyOf(shape.Bare, isInput: true), out var target) ? target : null;

    private static string At(string path, string name) =>
        path.Length == 0 ? $"at `{name}` " : $"{path.Substring(0, path.Length - "` ".Length)}.{name}` ";
}
