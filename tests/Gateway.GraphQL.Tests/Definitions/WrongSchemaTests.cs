using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Definitions;

/// <summary>
/// What only the whole schema shows fails the start, and the message says where the errors are. What one assembly's code shows fails its
/// build.
/// </summary>
public sealed class WrongSchemaTests
{
    [Fact]
    public void A_field_that_an_extension_adds_again() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Once>().AddTypeExtension<Again>().Create())
        .Message.ShouldContain("`Once.a` is defined twice; the second time by Gateway.GraphQL.Tests.Definitions.WrongSchemaTests+Again");

    [Fact]
    public void A_type_that_nothing_defines() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddQueryType(typeof(Once)).Create()).Message.ShouldContain("the generator has not defined it");

    [Fact]
    public void A_root_type_without_fields() => ErrorOf<Empty>().ShouldContain("The type `Empty` has no fields: it needs at least one.");

    [Fact]
    public void Two_types_with_one_name() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<First>().AddType<Second>().Create()).Message.ShouldContain("Two types are named `Other`");

    [Fact]
    public void An_extension_of_nothing() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Holder<string>>().AddTypeExtension<Lost>().Create()).Message.ShouldContain("`Nowhere`");

    [Fact]
    public void An_extension_of_a_type_that_is_not_there() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Holder<string>>().AddTypeExtension<LostToo>().Create())
        .Message.ShouldContain("LostToo extends the object type `Gateway.GraphQL.Tests.Definitions.WrongSchemaTests+First`");

    [Fact]
    public void An_extension_of_a_mutation_type_that_is_not_there() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Holder<string>>().AddTypeExtension(typeof(LostMutation)).Create())
        .Message.ShouldContain("call AddMutationType");

    [Fact]
    public void One_type_for_two_roots() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Holder<string>>().AddMutationType<Holder<string>>().Create())
        .Errors.ShouldBe(["`HolderOfString` is the root type of query and mutation: each kind of operation needs a type of its own."]);

    [Fact]
    public void One_name_for_two_roots() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType(query => query.Name("Mutation")).AddMutationType()
            .AddTypeExtension(typeof(LostMutation)).Create())
        .Message.ShouldContain("Two types are named `Mutation`");

    [Fact]
    public void A_deprecated_field_of_an_interface_that_is_not() =>
        ErrorOf<Holder<OldNamed>>().ShouldContain("`OldNamed.name` is deprecated, and `INamed.name` is not");

    [Fact]
    public void A_default_that_CSharp_refuses() => ErrorOf<BadDefault>().ShouldContain("The default of `BadDefault.f(d:)` can't be converted to C#: no such thing");

    [Fact]
    public void No_query_type() => Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().Create()).Message.ShouldContain("no query type");

    [Fact]
    public void All_errors_are_told_at_once() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Empty>().AddType<BadDefault>().AddType<OldNamed>().Create()).Errors.Count.ShouldBe(3);

    private static string ErrorOf<[SchemaType] T>() => Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<T>().Create()).Message;

    public sealed class Holder<T>
    {
        public T? Value => default;
    }

    public sealed class Once
    {
        public string A => "";
    }

    [ExtendObjectType<Once>]
    public sealed class Again
    {
        public string GetA() => "";
    }

    public sealed class Empty;

    [GraphQLName("Other")]
    public sealed record First(int X);

    [GraphQLName("Other")]
    public sealed record Second(int X);

    [ExtendObjectType<First>]
    public sealed class LostToo
    {
        public string Y => "";
    }

    [MutationType]
    public static partial class LostMutation
    {
        public static bool Change() => true;
    }

    public interface INamed
    {
        string Name { get; }
    }

    public sealed class OldNamed : INamed
    {
        [GraphQLDeprecated("old")]
        public string Name => "";

        public INamed? Other => null;
    }

    public sealed record Strict
    {
        public Strict(int x) => X = x > 0 ? x : throw new InvalidOperationException("no such thing");

        public int X { get; }
    }

    public sealed class BadDefault
    {
        public string F([DefaultValueSyntax("{ x: 0 }")] Strict d) => $"{d}";
    }

    [ExtendObjectType("Nowhere")]
    public sealed class Lost
    {
        public string X => "";
    }
}
