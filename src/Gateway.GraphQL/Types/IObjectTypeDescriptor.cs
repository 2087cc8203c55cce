namespace Gateway.GraphQL.Types;

/// <summary>Says what can't be said by attributes, since there is no class to carry them.</summary>
public interface IObjectTypeDescriptor
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);
}
