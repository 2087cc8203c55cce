namespace Gateway.Spectrum.Requests;

/// <summary>The name of an input object's field, which is a node of its own in HotChocolate.</summary>
internal static class SelectionArguments
{
    extension(ObjectFieldNode node)
    {
        public string FieldName => node.Name;
    }
}
