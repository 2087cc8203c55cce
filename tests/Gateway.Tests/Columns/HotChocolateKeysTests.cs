using System.Reflection;
using System.Runtime.CompilerServices;
using Gateway.GraphQL.Data;
using Gateway.Spectrum.Responses;

namespace Gateway.Tests.Columns;

/// <summary>
/// HotChocolate.Data finds no keys in a struct, and none but properties in a class. The build with it does not start if such a type has no
/// binding. The ordinary build can tell which types need one.
/// </summary>
public sealed class HotChocolateKeysTests
{
    private static readonly Type[] Types = typeof(SpectrumPoint).Assembly.GetTypes();

    private static readonly ILookup<Type, Type> Members = Types
        .Select(type => (Type: type, type.BaseType))
        .Where(each => each.BaseType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(MetricFieldsType<>))
        .ToLookup(each => each.BaseType!.GetGenericArguments()[0], each => each.Type);

    [Fact]
    public void Each_sorted_type_without_keys_of_its_own_is_bound() => Missing<UseSortingAttribute>(
        static type => type.IsValueType || Members.Contains(type), "Sort").ShouldBeEmpty();

    [Fact]
    public void Each_filtered_type_without_properties_of_its_own_is_bound() =>
        Missing<UseFilteringAttribute>(Members.Contains, "Filter").ShouldBeEmpty();

    private static IEnumerable<string> Missing<TAttribute>(Func<Type, bool> needsBinding, string kind, [CallerFilePath] string test = "")
        where TAttribute : Attribute
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../../src/Gateway"));
        var texts = Directory.EnumerateFiles(source, "*.HotChocolate.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        var items = new HashSet<Type>();
        foreach (var property in Types.SelectMany(static type => type.GetProperties()))
        {
            if (property.IsDefined(typeof(TAttribute)))
            {
                Add(property.PropertyType.GetGenericArguments()[0], items);
            }
        }

        items.Count.ShouldBeGreaterThan(0);
        return items.Where(needsBinding)
            .Select(static type => type.Name)
            .Where(name => !texts.Any(text =>
                text.Contains($".BindRuntimeType<{name}, {name}{kind}Type>()", StringComparison.Ordinal)
                || text.Contains($".BindRuntimeType<{name}, {kind}InputType<{name}>>()", StringComparison.Ordinal)));
    }

    /// <summary>Adds a type of the gateway, and those of its properties, whose keys become keys of an input object.</summary>
    private static void Add(Type type, HashSet<Type> types)
    {
        if (type.Assembly == typeof(SpectrumPoint).Assembly && !type.IsEnum && types.Add(type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Add(property.PropertyType, types);
            }
        }
    }
}
