using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Definitions;

/// <summary>An invalid schema fails the start, and the message says where the errors are.</summary>
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
    public void An_object_without_fields() => ErrorOf<Holder<Empty>>().ShouldContain("The type `Empty` has no fields: it needs at least one.");

    [Fact]
    public void A_name_that_is_reserved() => ErrorOf<Reserved>().ShouldContain("`Reserved.__x` has a name that is reserved");

    [Fact]
    public void A_name_that_is_none() => ErrorOf<BadName>().ShouldContain("field `BadName.2` has no valid name");

    [Fact]
    public void An_input_object_that_needs_itself() => ErrorOf<Circular>().ShouldContain("`CircleInput` needs itself");

    [Fact]
    public void OneOf_with_a_field_that_is_required() => ErrorOf<BadOneOf>().ShouldContain("`PickInput.id` must be nullable");

    [Fact]
    public void A_default_that_does_not_fit() => ErrorOf<BadDefault>().ShouldContain("The default of `BadDefault.f(a:)` expects a whole number");

    [Fact]
    public void Two_types_with_one_name() => ErrorOf<SameNames>().ShouldContain("Two types are named `Other`");

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
    public void A_default_that_needs_itself() => ErrorOf<EndlessDefault>().ShouldContain("The default of `EndlessInput.next` needs itself");

    [Fact]
    public void OneOf_without_a_finite_value() => ErrorOf<EndlessOneOf>().ShouldContain("The input object `ChainInput` needs itself");

    [Fact]
    public void A_deprecated_argument_that_is_required() =>
        ErrorOf<BadDeprecation>().ShouldContain("`BadDeprecation.f(a:)` is required and can't be deprecated: make it nullable");

    [Fact]
    public void A_deprecated_field_of_an_interface_that_is_not() =>
        ErrorOf<Holder<OldNamed>>().ShouldContain("`OldNamed.name` is deprecated, and `INamed.name` is not");

    [Fact]
    public void Reserved_names_of_values_and_arguments() => ErrorOf<ReservedMembers>().ShouldContain(
        "The enum value `Level.__LOW` has a name that is reserved for introspection: begin it with one `_` at most."
        + Environment.NewLine
        + "The argument `ReservedMembers.f(__a:)` has a name");

    [Fact]
    public void Two_enum_values_with_one_name() => ErrorOf<Holder<Pair>>().ShouldContain("`Pair.SAME` is defined twice: remove or rename one.");

    [Fact]
    public void Defaults_that_are_no_literals_do_not_hide_other_errors()
    {
        var errors = Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<BadLiterals>().Create()).Errors;
        errors.Count.ShouldBe(2);
        errors[0].ShouldContain("The default of `a` is no GraphQL literal");
        errors[1].ShouldContain("The default of `BadLiterals.f(d:)` can't be converted to C#: no such thing");
    }

    [Fact]
    public void No_query_type() => Should.Throw<SchemaException>(() => SchemaBuilder.New().AddGeneratedTypes().Create()).Message.ShouldContain("no query type");

    [Fact]
    public void All_errors_are_told_at_once() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Holder<Empty>>().AddType<Reserved>().AddType<BadName>().Create()).Errors.Count.ShouldBe(3);

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

    public sealed class Reserved
    {
        [GraphQLName("__x")]
        public string X => "";
    }

    public sealed class BadName
    {
        public string Get2() => "";
    }

    public sealed class Circle(Circle next)
    {
        public Circle Next { get; } = next;
    }

    public sealed class Circular
    {
        public string F(Circle c) => c.ToString()!;
    }

    [OneOf]
    public sealed record Pick(int Id, string? Name);

    public sealed class BadOneOf
    {
        public string F(Pick pick) => pick.ToString();
    }

    public sealed class BadDefault
    {
        public string F([DefaultValueSyntax("\"x\"")] int a) => $"{a}";
    }

    [GraphQLName("Other")]
    public sealed record First(int X);

    [GraphQLName("Other")]
    public sealed record Second(int X);

    public sealed class SameNames
    {
        public First First => new(1);

        public Second Second => new(2);
    }

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

    public sealed class Endless
    {
        [DefaultValueSyntax("{}")]
        public Endless? Next { get; set; }
    }

    public sealed class EndlessDefault
    {
        public string F(Endless e) => e.ToString()!;
    }

    [OneOf]
    public sealed class Chain
    {
        public Chain? Next { get; set; }
    }

    public sealed class EndlessOneOf
    {
        public string F(Chain c) => c.ToString()!;
    }

    public sealed class BadDeprecation
    {
        public string F([GraphQLDeprecated("old")] int a) => $"{a}";
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

    public enum Level
    {
        [GraphQLName("__LOW")]
        Low,
    }

    public sealed class ReservedMembers
    {
        public Level F([GraphQLName("__a")] int? a) => a is null ? Level.Low : default;
    }

    public enum Pair
    {
        Same,

        [GraphQLName("SAME")]
        Other,
    }

    public sealed record Strict
    {
        public Strict(int x) => X = x > 0 ? x : throw new InvalidOperationException("no such thing");

        public int X { get; }
    }

    public sealed class BadLiterals
    {
        public string F([DefaultValueSyntax("{")] string a, [DefaultValueSyntax("{ x: 0 }")] Strict d) => a + d;
    }

    [ExtendObjectType("Nowhere")]
    public sealed class Lost
    {
        public string X => "";
    }
}
