namespace Gateway.GraphQL.Types;

internal static class InputFields
{
    /// <summary>Finds an argument by its name; null if there is none.</summary>
    public static InputField? Find(this IReadOnlyList<InputField> definitions, string name)
    {
        for (var index = 0; index < definitions.Count; index++)
        {
            if (definitions[index].Name == name)
            {
                return definitions[index];
            }
        }

        return null;
    }
}
