namespace Gateway.GraphQL.Definitions;

/// <summary>Has the generator define each type that a call in the source passes for the type parameter.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class SchemaTypeAttribute : Attribute;
