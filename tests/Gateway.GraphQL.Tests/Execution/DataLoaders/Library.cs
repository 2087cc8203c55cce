using System.Collections.Concurrent;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.DataLoaders;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution.DataLoaders;

/// <summary>A schema whose fields load their values.</summary>
internal static class Library
{
    public static Schema Schema { get; } = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<LibraryQuery>().AddMutationType<LibraryMutation>().Create();
}

/// <summary>What the loaders were asked for, and how they answer.</summary>
public sealed class Shelf : IServiceProvider
{
    private readonly ConcurrentQueue<(string Loader, int[] Keys)> _calls = [];

    /// <summary>The calls of a loader, each with its keys.</summary>
    public int[][] this[string loader] => [.. _calls.Where(call => call.Loader == loader).Select(call => call.Keys)];

    /// <summary>What a call waits for.</summary>
    public Func<string, CancellationToken, Task> Wait { get; init; } = static (_, _) => Task.CompletedTask;

    public string Country { get; set; } = "France";

    public object? GetService(Type serviceType) => serviceType == typeof(Shelf) ? this : null;

    public async Task<IReadOnlyList<int>> AskAsync(string loader, IEnumerable<int> keys, CancellationToken cancellationToken)
    {
        int[] asked = [.. keys];
        _calls.Enqueue((loader, asked));
        await Wait(loader, cancellationToken).ConfigureAwait(false);
        return asked;
    }
}

internal static class LibraryLoaders
{
    /// <summary>An author writes each tenth book. There is no author 3.</summary>
    [DataLoader]
    public static async Task<Dictionary<int, Author>> GetAuthorByIdAsync(IReadOnlyList<int> ids, Shelf shelf, CancellationToken cancellationToken) =>
        (await shelf.AskAsync("author", ids, cancellationToken).ConfigureAwait(false)).Where(id => id != 3).ToDictionary(id => id, id => new Author(id));

    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, string>> GetCountryByIdAsync(IReadOnlyList<int> ids, Shelf shelf, CancellationToken cancellationToken) =>
        (await shelf.AskAsync("country", ids, cancellationToken).ConfigureAwait(false)).ToDictionary(id => id, id => $"{shelf.Country} {id}");

    [DataLoader]
    public static async Task<ILookup<int, string>> GetTagsByBookAsync(IReadOnlyList<int> ids, Shelf shelf, CancellationToken cancellationToken) =>
        (await shelf.AskAsync("tags", ids, cancellationToken).ConfigureAwait(false)).SelectMany(id => Enumerable.Repeat(id, id % 3)).ToLookup(id => id, id => $"t{id}");

    [DataLoader("Page", MaxBatchSize = 4)]
    public static async ValueTask<IReadOnlyDictionary<int, int>> CountPagesAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken, Shelf shelf) =>
        (await shelf.AskAsync("pages", ids, cancellationToken).ConfigureAwait(false)).ToDictionary(id => id, id => 100 + id);

    /// <summary>Fails as a whole.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, string>> GetLenderByIdAsync(IReadOnlyList<int> ids, Shelf shelf, CancellationToken cancellationToken)
    {
        await shelf.AskAsync("lender", ids, cancellationToken).ConfigureAwait(false);
        throw new GraphQLException(ErrorBuilder.New().SetMessage("closed").SetCode("CLOSED").Build());
    }

    /// <summary>Fails for odd keys.</summary>
    [DataLoader]
    public static async Task<string?> GetCoverAsync(int id, Shelf shelf, CancellationToken cancellationToken)
    {
        await shelf.AskAsync("cover", [id], cancellationToken).ConfigureAwait(false);
        return id % 2 == 0 ? $"c{id}" : throw new InvalidOperationException("odd");
    }

    /// <summary>Has an error for odd keys.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, Price>> GetPriceByIdAsync(IReadOnlyList<int> ids, Shelf shelf, CancellationToken cancellationToken) =>
        (await shelf.AskAsync("price", ids, cancellationToken).ConfigureAwait(false))
        .ToDictionary(id => id, id => id % 2 == 0 ? new Price(id, null) : new Price(0, ErrorBuilder.New().SetMessage($"no price of {id}").Build()));

    /// <summary>Needs another loader.</summary>
    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, string>> GetOriginByIdAsync(
        IReadOnlyList<int> ids, Shelf shelf, ICountryByIdDataLoader countries, CancellationToken cancellationToken)
    {
        await shelf.AskAsync("origin", ids, cancellationToken).ConfigureAwait(false);
        var found = await countries.LoadRequiredAsync(ids, cancellationToken).ConfigureAwait(false);
        return ids.Zip(found).ToDictionary(one => one.First, one => one.Second.ToUpperInvariant());
    }

    /// <summary>Waits for itself.</summary>
    [DataLoader]
    public static async Task<string?> GetEndlessAsync(int id, IEndlessDataLoader endless, CancellationToken cancellationToken) =>
        await endless.LoadAsync(id, CancellationToken.None).ConfigureAwait(false);
}

/// <summary>
/// Lets a resolver ask late: keys that were already on their way are sent before. The thread pool's queue is first in, first out.
/// </summary>
internal static class LateAsking
{
    public static TLoader Late<TLoader>(this TLoader loader)
    {
        var ran = new TaskCompletionSource();
        ThreadPool.QueueUserWorkItem(static ran => ran.SetResult(), ran, preferLocal: false);
        ran.Task.Wait();
        return loader;
    }
}

public sealed class LibraryQuery
{
    public IReadOnlyList<Book> GetBooks(int count = 100) => [.. Enumerable.Range(0, count).Select(id => new Book(id))];

    public async Task<IReadOnlyList<Book>> GetLaterAsync([Service] Shelf shelf, CancellationToken cancellationToken, int count = 100)
    {
        await shelf.AskAsync("later", [count], cancellationToken).ConfigureAwait(false);
        return GetBooks(count);
    }

    public Task<Author?> GetAuthorAsync(int id, IAuthorByIdDataLoader authors, CancellationToken cancellationToken) =>
        authors.Late().LoadAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Author?>> GetAuthorsAsync(IReadOnlyList<int> ids, IAuthorByIdDataLoader authors, CancellationToken cancellationToken) =>
        await authors.Late().LoadAsync([.. ids], cancellationToken).ConfigureAwait(false);

    public Task<string?> GetEndlessAsync(IEndlessDataLoader endless, CancellationToken cancellationToken) => endless.LoadAsync(1, cancellationToken);
}

public sealed class LibraryMutation
{
    public IReadOnlyList<Book> GetRead() => new LibraryQuery().GetBooks(3);

    public Author Move(string country, [Service] Shelf shelf, ICountryByIdDataLoader countries)
    {
        shelf.Country = country;
        countries.RemoveCacheEntry(1);
        return new Author(1);
    }
}

public sealed record Book(int Id)
{
    public Task<Author?> GetAuthorAsync(IAuthorByIdDataLoader authors, CancellationToken cancellationToken) => authors.Late().LoadAsync(Id % 10, cancellationToken);

    public Task<Author> GetKnownAuthorAsync(IAuthorByIdDataLoader authors, CancellationToken cancellationToken) =>
        authors.Late().LoadRequiredAsync(Id % 10, cancellationToken);

    public async Task<string> GetCountryAsync(IAuthorByIdDataLoader authors, ICountryByIdDataLoader countries, CancellationToken cancellationToken)
    {
        var author = await authors.Late().LoadAsync(Id % 10, cancellationToken).ConfigureAwait(false);
        return await countries.Late().LoadRequiredAsync((author?.Id ?? 0) % 4, cancellationToken).ConfigureAwait(false);
    }

    public Task<string[]> GetTagsAsync(ITagsByBookDataLoader tags, CancellationToken cancellationToken) => tags.Late().LoadRequiredAsync(Id, cancellationToken);

    public Task<int> GetPagesAsync(IPageDataLoader pages, CancellationToken cancellationToken) => pages.Late().LoadAsync(Id, cancellationToken);

    public Task<string?> GetLenderAsync(ILenderByIdDataLoader lenders, CancellationToken cancellationToken) => lenders.Late().LoadAsync(Id, cancellationToken);

    public Task<string?> GetCoverAsync(ICoverDataLoader covers, CancellationToken cancellationToken) => covers.Late().LoadAsync(Id, cancellationToken);

    public Task<string?> GetOriginAsync(IOriginByIdDataLoader origins, CancellationToken cancellationToken) => origins.Late().LoadAsync(Id, cancellationToken);

    public async Task<int?> GetPriceAsync(IPriceByIdDataLoader prices, IResolverContext context, CancellationToken cancellationToken)
    {
        var price = await prices.Late().LoadAsync(Id, cancellationToken).ConfigureAwait(false);
        if (price.Error is { } error)
        {
            context.ReportError(error);
            return null;
        }

        return price.Amount;
    }

    /// <summary>Asks from wherever it may be running.</summary>
    public async Task<string?> GetWanderingAsync(
        IAuthorByIdDataLoader authors, ICountryByIdDataLoader countries, IOriginByIdDataLoader origins, CancellationToken cancellationToken)
    {
        if (Id % 3 == 0)
        {
            await Task.Yield();
        }
        else if (Id % 3 == 1)
        {
            await Task.Run(static () => { }, cancellationToken).ConfigureAwait(false);
        }

        if (await authors.LoadAsync(Id % 10, cancellationToken).ConfigureAwait(false) is { } author)
        {
            await Task.Run(() => countries.LoadAsync(author.Id, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        return await origins.LoadAsync(Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Blocks while the response is being written.</summary>
    public string? GetBlocking(ICountryByIdDataLoader countries) => countries.LoadAsync(Id).GetAwaiter().GetResult();
}

public sealed record Author(int Id)
{
    public Task<string?> GetCountryAsync(ICountryByIdDataLoader countries, CancellationToken cancellationToken) => countries.Late().LoadAsync(Id % 4, cancellationToken);
}

public readonly record struct Price(int Amount, IError? Error);
