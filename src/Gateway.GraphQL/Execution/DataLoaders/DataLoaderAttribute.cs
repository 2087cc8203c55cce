namespace Gateway.GraphQL.Execution.DataLoaders;

/// <summary>
/// Makes a data loader of a static method: an interface <c>IBookByIdDataLoader</c> and a class for a method <c>GetBookByIdAsync</c>.
/// Resolvers and other loaders take it as a parameter by its interface. The method takes keys (<c>IReadOnlyList&lt;TKey&gt;</c>) and
/// returns a task of a dictionary, or of an <c>ILookup</c> for several values of a key; or it takes one key and returns a task of its
/// value. Its other parameters are services, loaders and a <see cref="CancellationToken"/>, which is cancelled with the request.
/// </summary>
/// <param name="name">The name without <c>DataLoader</c>; null for the method's name without <c>Get</c> and <c>Async</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;

    /// <summary>Whether other assemblies may use the interface and the class. By default they may if they may use key and value.</summary>
    public DataLoaderAccessModifier AccessModifier { get; set; }

    /// <summary>How many keys a call has at most. 0 for any number. 1024 by default. A method of one key has no use for it.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}

/// <summary>Who may use a data loader.</summary>
public enum DataLoaderAccessModifier
{
    /// <summary>Whoever may use its keys and values.</summary>
    Default,

    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody may use the interface, and its own assembly the class.</summary>
    PublicInterface,

    /// <summary>Its own assembly.</summary>
    Internal,
}
