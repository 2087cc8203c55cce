namespace GreenDonut;

public readonly record struct Result<TValue>;

[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;

    public DataLoaderAccessModifier AccessModifier { get; set; }
}

public enum DataLoaderAccessModifier
{
    Default,
    Public,
    PublicInterface,
    Internal,
}

public interface IDataLoader<in TKey, TValue>
    where TKey : notnull
{
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}
