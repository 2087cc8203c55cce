using System.Globalization;
using Conformance.Host.Deterministic;
using Gateway.GraphQL;

namespace Conformance.Host.CodeFirst;

/// <summary>Where a value is, which is all that it follows from.</summary>
internal readonly record struct Seed(string Text)
{
    public static Seed Root { get; } = new("R");

    private uint Hash => Fnv1a.Hash(Text);

    public int Int => (int)Hash;

    public double Float => (Hash % 20000 / 8.0) - 1000;

    public bool Flag => (Hash & 1) == 1;

    public long Long => Hash * 1000L;

    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeSeconds(Hash);

    public string Id => string.Create(CultureInfo.InvariantCulture, $"id{Hash % 1000}");

    public string String => string.Create(CultureInfo.InvariantCulture, $"s{Hash:x}");

    public T Enum<T>()
        where T : struct, Enum =>
        Pick(System.Enum.GetValues<T>());

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[(int)(Hash % (uint)choices.Count)];

    /// <summary>A field of the object here. Arguments that are null are as if they were left out.</summary>
    public Seed Field(string name, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var given = new Dictionary<string, object?>();
        foreach (var (argument, value) in arguments)
        {
            if (value is not null)
            {
                given.Add(argument, TypedInput.ToUntyped(value));
            }
        }

        return new Seed($"{Text}/{name}{CanonicalText.Of(given)}");
    }

    /// <summary>Whether a nullable field has a value.</summary>
    /// <exception cref="GraphQLException">It has an error.</exception>
    public bool Exists(out Seed seed)
    {
        seed = this;
        var hash = Hash;
        if (hash % 11 == 0)
        {
            return false;
        }

        ThrowIf(hash % 13 == 0);
        return true;
    }

    /// <summary>The value of a field that can't be null.</summary>
    /// <exception cref="GraphQLException">It has an error.</exception>
    public Seed Required()
    {
        ThrowIf(Hash % 47 == 0);
        return this;
    }

    public List<T> Items<T>(Func<Seed, T> create)
    {
        var items = new List<T>();
        for (var index = 0; index < Hash % 4; index++)
        {
            items.Add(create(new Seed(string.Create(CultureInfo.InvariantCulture, $"{Text}[{index}]"))));
        }

        return items;
    }

    /// <summary>Items of which some are null.</summary>
    public List<T?> NullableItems<T>(Func<Seed, T> create)
        where T : class =>
        Items(item => item.Hash % 11 == 0 ? null : create(item));

    private void ThrowIf(bool isError)
    {
        if (isError)
        {
            throw new GraphQLException(string.Create(CultureInfo.InvariantCulture, $"E{Hash}"));
        }
    }
}
