using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Validation;

/// <summary>The parts of a schema that is not valid yet.</summary>
internal sealed record SchemaParts(
    IReadOnlyList<(OperationType Operation, ObjectType Type)> Roots,
    IReadOnlyCollection<NamedType> Types,
    IReadOnlyList<DirectiveType> Directives)
{
    /// <summary>All arguments of fields and directives, with their coordinates.</summary>
    public IEnumerable<(InputField Field, string Coordinate)> Arguments =>
    [
        .. from type in Types.OfType<ComplexType>()
           from output in type.Fields
           from argument in output.Arguments
           select (argument, $"{type}.{output.Name}({argument.Name}:)"),
        .. from directive in Directives
           from argument in directive.Arguments
           select (argument, $"@{directive.Name}({argument.Name}:)"),
    ];

    /// <summary>All fields of input objects.</summary>
    public IEnumerable<InputObjectField> InputFields => Types.OfType<InputObjectType>().SelectMany(InputObjectField.Of);

    /// <summary>All arguments and fields of input objects, with their coordinates.</summary>
    public IEnumerable<(InputField Field, string Coordinate)> Inputs =>
        Arguments.Concat(InputFields.Select(input => (input.Field, input.ToString())));
}

/// <summary>A field of an input object, with the object that has it.</summary>
internal readonly record struct InputObjectField(InputObjectType Parent, InputField Field)
{
    public static IEnumerable<InputObjectField> Of(InputObjectType type) => type.Fields.Select(field => new InputObjectField(type, field));

    /// <summary>The coordinate.</summary>
    public override string ToString() => $"{Parent}.{Field.Name}";
}
