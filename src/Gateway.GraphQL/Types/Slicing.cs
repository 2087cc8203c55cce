namespace Gateway.GraphQL.Types;

/// <summary>
/// Arguments that decide how many items the lists below a field have: the slicing arguments of <c>@listSize</c>
/// (https://ibm.github.io/graphql-specs/cost-spec.html). The field's list size is the most items.
/// </summary>
/// <param name="Arguments">The names of the arguments. The first one that is given decides.</param>
/// <param name="Default">The number of items if none is given.</param>
/// <param name="SizedFields">The names of the lists.</param>
public sealed record Slicing(IReadOnlyList<string> Arguments, int Default, IReadOnlyList<string> SizedFields);
