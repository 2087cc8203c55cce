namespace Gateway.GraphQL.Types;

internal static class InputFields
{
    /// <summary>Finds an argument by its name; null if there is none.</summary>
    public static InputField? Find(this IReadOnlyList<InputField> definitions, string name) =>
        definitions.FirstOrDefault(definition => definition.Name == name);
}
