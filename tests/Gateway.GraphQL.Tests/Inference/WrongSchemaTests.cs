using Gateway.GraphQL.Inference;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Inference;

/// <summary>An invalid schema fails the start, and the message says where the errors are.</summary>
public sealed class WrongSchemaTests
{
    [Fact]
    public void Two_members_with_one_name() => ErrorOf<Twice>().ShouldContain("`Twice.a` is defined twice");

    [Fact]
    public void A_result_without_a_type() => ErrorOf<NoType>().ShouldContain("`NoType.character`: System.Char has no GraphQL type");

    [Fact]
    public void An_argument_without_a_type() => ErrorOf<NoArgumentType>().ShouldContain("`NoArgumentType.f(c:)`: System.Char has no GraphQL type");

    [Fact]
    public void An_object_without_fields() => ErrorOf<Holder<Empty>>().ShouldContain("The type `Empty` has no fields.");

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
        () => SchemaBuilder.New().AddQueryType<Holder<string>>().AddTypeExtension<Lost>().Create()).Message.ShouldContain("`Nowhere`");

    [Fact]
    public void No_query_type() => Should.Throw<SchemaException>(() => SchemaBuilder.New().Create()).Message.ShouldContain("no query type");

    [Fact]
    public void All_errors_are_told_at_once() => Should.Throw<SchemaException>(
        () => SchemaBuilder.New().AddQueryType<Twice>().AddType<Empty>().AddType<Reserved>().Create()).Errors.Count.ShouldBe(3);

    private static string ErrorOf<T>() => Should.Throw<SchemaException>(() => SchemaBuilder.New().AddQueryType<T>().Create()).Message;

    public sealed class Holder<T>
    {
        public T? Value => default;
    }

    public sealed class Twice
    {
        public string A => "";

        public string GetA() => "";
    }

    public sealed class NoType
    {
        public char Character => 'c';
    }

    public sealed class NoArgumentType
    {
        public string F(char c) => c.ToString();
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

    [ExtendObjectType("Nowhere")]
    public sealed class Lost
    {
        public string X => "";
    }
}
