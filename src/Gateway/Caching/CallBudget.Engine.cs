namespace Gateway.Caching;

internal sealed partial class CallBudget : IOperationGuard
{
    // Most operations can't reach the limit, whatever their arguments.
    public bool AcceptsAnyVariables(OperationOutline operation) => Of(operation).Sum(static each => each.Calls.Most) <= _most;

    public IError? Check(OperationOutline operation)
    {
        var keys = new HashSet<CacheKey>();
        foreach (var (field, calls) in Of(operation))
        {
            // A field with invalid arguments reports them, and makes no call.
            if (field.Context is { } context)
            {
                keys.UnionWith(calls.KeysOf(context, field.Parent));
            }
        }

        return Check(keys);
    }

    private IEnumerable<(OutlinedField Field, FieldCalls Calls)> Of(OperationOutline operation)
    {
        foreach (var field in operation.Fields)
        {
            if (_fields.TryGetValue((field.Type, field.Name), out var calls))
            {
                yield return (field, calls);
            }
        }
    }
}

/// <summary>A field that calls Cloudflare.</summary>
/// <param name="Type">The name of the type that the field belongs to.</param>
/// <param name="Name">The name of the field.</param>
/// <param name="Most">The most calls that one such field can make, over all objects that it is selected on.</param>
/// <param name="KeysOf">
/// The keys of the field's requests, from its context and the field above it; none if the arguments of either are invalid. The requests are
/// set as the resolver's memo, so that they are derived once.
/// </param>
internal sealed record FieldCalls(
    string Type, string Name, int Most, Func<IResolverContext, OutlinedField?, IEnumerable<CacheKey>> KeysOf)
{
    /// <summary>A field whose requests follow from its own arguments.</summary>
    public FieldCalls(string type, string name, int most, Func<IResolverContext, IEnumerable<CacheKey>> keysOf)
        : this(type, name, most, (context, _) => keysOf(context))
    {
    }
}
