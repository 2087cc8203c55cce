namespace Gateway.GraphQL.Types;

/// <summary>A service that a resolver needs.</summary>
/// <param name="Type">The type of the service.</param>
/// <param name="Coordinate">The type and name of the field.</param>
public sealed record ServiceUse(Type Type, string Coordinate);
