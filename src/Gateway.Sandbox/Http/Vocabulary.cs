using System.Text.Json;

namespace Gateway.Sandbox.Http;

/// <summary>The wire names of an enum's values, in the order of their declaration: in camel case unless they are given.</summary>
internal sealed class Vocabulary<T>(params string[] given)
    where T : struct, Enum
{
    private readonly T[] values = Enum.GetValues<T>();
    private readonly string[] names = given is [] ? Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.CamelCase.ConvertName) : given;

    public string Name(T value) => names[Array.IndexOf(values, value)];

    public T? Find(string name) => Array.IndexOf(names, name) is >= 0 and var index ? values[index] : null;

    public override string ToString() => string.Join(", ", names);
}
