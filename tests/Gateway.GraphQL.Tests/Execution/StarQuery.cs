using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>A small schema whose fields fail in every way.</summary>
public sealed class StarQuery
{
    public static readonly Schema Schema = SchemaBuilder.New().AddGeneratedTypes()
        .AddQueryType<StarQuery>()
        .AddMutationType<CounterMutation>()
        .AddType<Planet>()
        .AddType<Comet>()
        .Create();

    public string Hello(string? name = "world") => $"hello {name ?? "nobody"}";

    public Planet Planet => new("Mars");

    public IReadOnlyList<IBody?> Bodies => [new Planet("Venus"), null, new Comet()];

    public IOrbiter Orbiter => new Comet();

    public int? Throws => throw new InvalidOperationException("secret detail");

    public int ThrowsHard => throw new InvalidOperationException("secret detail");

    public int? Refuses => throw new GraphQLException(ErrorBuilder.New().SetMessage("not today").SetCode("LATER").SetExtension("after", 3).Build());

    public string NullInNonNull => null!;

    public IReadOnlyList<string>? NonNullItems => ["a", null!, "c"];

    public IReadOnlyList<string?> NullableItems => ["a", null, "c"];

    public IReadOnlyList<Planet>? BrokenPlanets => [new("Earth"), new("Pluto")];

    public double NotANumber => double.NaN;

    public IEnumerable<int>? BreaksOff()
    {
        yield return 1;
        throw new InvalidOperationException("in the middle");
    }

    public IEnumerable<IEnumerable<int>>? BreaksOffInside() => [[1], BreaksOff()!];

    public string Echo(
        int? i = null, double? f = null, string? s = null, [ID] string? id = null, Step? e = null, bool? b = null, int?[]? list = null, BoxInput? box = null) =>
        string.Join('|', i, f?.ToString(System.Globalization.CultureInfo.InvariantCulture), s, id, e, b, list is null ? "-" : $"[{string.Join(',', list.Select(x => x?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"))}]", box);

    public string Long(long v) => $"{v}";

    public string Needs(int n, int d = 7) => $"{n}|{d}";

    public string Defaulted(int? d = 7) => $"{d?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}";

    public string Instant(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public DateTimeOffset Echoed(DateTimeOffset at) => at;

    public string Pick(PickInput by) => by.ToString();

    public IBody Stranger => new Stranger();
}

public enum Step
{
    OneHour,
    OneDay,
}

public sealed record BoxInput(int X, int? Y = 2)
{
    public BoxInput? Inner { get; init; }
}

[OneOf]
public sealed record PickInput(int? Id, string? Name);

[UnionType]
public interface IBody;

public interface IOrbiter
{
    double Period { get; }
}

public sealed record Planet(string Name) : IBody, IOrbiter
{
    public double Period => 1.5;

    public Planet Twin => new($"{Name}'");

    public string Broken => Name == "Pluto" ? throw new InvalidOperationException("no planet") : "fine";

    public async Task<string> GetSlowAsync()
    {
        await Task.Yield();
        return $"slow {Name}";
    }
}

public sealed class Comet : IBody, IOrbiter
{
    public double Period => 76;

    public bool Tail => true;
}

public sealed class Stranger : IBody;

public sealed class CounterMutation
{
    private int _count;

    public int Add(int by) => _count += by;

    public async Task<int> AddSlowlyAsync(int by)
    {
        var seen = _count;
        await Task.Delay(1);
        return _count = seen + by;
    }
}
