using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// What the specification forbids is refused, with a message that names the place and what would be right (GraphQL September 2025, §3, the
/// lists "Type Validation", https://spec.graphql.org/September2025/#sec-Type-System).
/// </summary>
public sealed class ForbiddenSchemasTests
{
    [Theory]
    [InlineData("type Query { a: Int } schema { query: Query, mutation: Query }",
        "`Query` is the root type of query and mutation: each kind of operation needs a type of its own.")]
    [InlineData("schema { mutation: M } type M { a: Int }",
        "The schema has no query type: define `type Query`, or name one in `schema { query: … }`.")]
    [InlineData("schema { query: Q } interface Q { a: Int }", "The query type `Q` is no object type: define it as `type Q`, or name another.")]
    [InlineData("schema { query: Query, mutation: M } type Query { a: Int }",
        "The mutation type `M` is no object type: define it as `type M`, or name another.")]
    [InlineData("type Query { a: Int } input Subscription { a: Int }",
        "The subscription type `Subscription` is no object type: define it as `type Subscription`, or name another.")]
    [InlineData("schema { query: Query } schema { query: Query } type Query { a: Int }",
        "The schema is defined twice: keep one definition, or make the others `extend schema`.",
        "The schema has two query types, `Query` and `Query`: keep one.")]
    [InlineData("schema { query: Query } extend schema { query: B } type Query { a: Int } type B { a: Int }",
        "The schema has two query types, `Query` and `B`: keep one.")]
    [InlineData("extend schema { query: Q } type Q { a: Int }",
        "`extend schema` has no schema to extend: define it as `schema { query: … }`, or define the type `Query`.")]
    public void The_schema_and_its_roots(string sdl, params string[] faults) => IsRefused(sdl, faults);

    [Theory]
    [InlineData("type __T { a: Int }", "The type `__T` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("type T { __a: Int }", "The field `T.__a` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("interface T { a(__a: Int): Int }",
        "The argument `T.a(__a:)` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("input T { __a: Int }",
        "The input field `T.__a` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("enum T { __A }", "The enum value `T.__A` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("directive @__d on FIELD",
        "The directive `@__d` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("directive @d(__a: Int) on FIELD",
        "The argument `@d(__a:)` has a name that is reserved for introspection: begin it with one `_` at most.")]
    [InlineData("scalar ID", "The type `ID` is built in and can't be defined: remove or rename it.")]
    [InlineData("type Int { a: Int }", "The type `Int` is built in and can't be defined: remove or rename it.")]
    [InlineData("enum __TypeKind { A }", "The type `__TypeKind` is built in and can't be defined: remove or rename it.")]
    public void Reserved_names(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("type T", "The type `T` has no fields: it needs at least one.")]
    [InlineData("interface T", "The type `T` has no fields: it needs at least one.")]
    [InlineData("union T", "The union `T` has no member: add the types that derive from it.")]
    [InlineData("enum T", "The enum `T` has no values: it needs at least one.")]
    [InlineData("input T", "The input object `T` has no fields: it needs at least one.")]
    public void Types_without_members(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("scalar T type T { a: Int }", "The type `T` is defined twice: rename one, or extend the other.")]
    [InlineData("type T { a: Int a: String }", "`T.a` is defined twice: remove or rename one.")]
    [InlineData("type T { a: Int } extend type T { a: Int }", "`T.a` is defined twice: remove or rename one.")]
    [InlineData("input T { a: Int } extend input T { a: Int }", "`T.a` is defined twice: remove or rename one.")]
    [InlineData("type T { a(b: Int, b: Int): Int }", "`T.a(b:)` is defined twice: remove or rename one.")]
    [InlineData("enum T { A } extend enum T { B A }", "`T.A` is defined twice: remove or rename one.")]
    [InlineData("union T = Query | Query", "The union `T` has the member `Query` twice: remove one.")]
    [InlineData("union T = Query extend union T = Query", "The union `T` has the member `Query` twice: remove one.")]
    [InlineData("interface I { a: Int } type T implements I & I { a: Int }", "`T` implements `I` twice: remove one.")]
    [InlineData("interface I { a: Int } type T implements I { a: Int } extend type T implements I", "`T` implements `I` twice: remove one.")]
    [InlineData("directive @d on FIELD directive @d on QUERY", "`@d` is defined twice: remove or rename one.")]
    [InlineData("directive @d(a: Int, a: Int) on FIELD", "`@d(a:)` is defined twice: remove or rename one.")]
    public void What_is_given_twice(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("extend type T { a: Int }", "`extend type T` has no type to extend: define `type T`.")]
    [InlineData("extend scalar T @specifiedBy(url: \"u\")", "`extend scalar T` has no type to extend: define `scalar T`.")]
    [InlineData("extend interface T { a: Int }", "`extend interface T` has no type to extend: define `interface T`.")]
    [InlineData("extend union T = Query", "`extend union T` has no type to extend: define `union T`.")]
    [InlineData("extend enum T { A }", "`extend enum T` has no type to extend: define `enum T`.")]
    [InlineData("extend input T { a: Int }", "`extend input T` has no type to extend: define `input T`.")]
    [InlineData("extend interface Query { b: Int }", "`extend interface Query` has another kind than the type: write `extend type Query`.")]
    [InlineData("input T { a: Int } extend input T @oneOf",
        "`extend input T` has @oneOf, which only a definition can have: write `input T @oneOf`.")]
    [InlineData("extend scalar ID @specifiedBy(url: \"u\")", "`ID` is built in and can't have `@specifiedBy`: remove it.")]
    public void Extensions(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("union T = Query | I interface I { a: Int }", "The union `T` has the member `I`, which is no object type: define or remove it.")]
    [InlineData("type T implements Query { a: Int }", "`T` implements `Query`, which is no interface: define or remove it.")]
    [InlineData("type T { a: I, b: Int } input I { a: Int }", "`T.a` is of type `I`, which is for input only: a field needs an output type.")]
    [InlineData("type T { a(b: [Query]): Int }", "`T.a(b:)` is of type `[Query]`, which is for output only: an input needs an input type.")]
    [InlineData("input T { a: Query!, b: Int }", "`T.a` is of type `Query!`, which is for output only: an input needs an input type.")]
    [InlineData("directive @d(a: Query) on FIELD", "`@d(a:)` is of type `Query`, which is for output only: an input needs an input type.")]
    [InlineData("directive @d(a: No) on FIELD", "`@d(a:)` is of type `No`, which is not defined: define it, or name another.")]
    public void Types_in_the_wrong_places(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("interface I implements I { a: Int }",
        "The interface `I` implements itself (`I` → `I`): remove one of these interfaces.")]
    [InlineData("interface I implements J { a: Int } interface J implements I { a: Int }",
        "The interface `I` implements itself (`I` → `J` → `I`): remove one of these interfaces.")]
    [InlineData("interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int }",
        "`T` must implement `I`, since `J` does.")]
    [InlineData("interface I { a: Int } interface J implements I { a: Int } interface T implements J { a: Int }",
        "`T` must implement `I`, since `J` does.")]
    [InlineData("interface I { a: Int } extend interface I { b: [Int!]! } type T implements I { a: Int }",
        "`T` lacks the field `b` of `I`: add `b: [Int!]!`.")]
    [InlineData("interface I { a: Int! } type T implements I { a: Int }", "`T.a` is of type `Int`: `I.a` needs `Int!` or a subtype.")]
    [InlineData("interface I { a: [I!] } type T implements I { a: [T] }", "`T.a` is of type `[T]`: `I.a` needs `[I!]` or a subtype.")]
    [InlineData("interface I { a: I } type T implements I { a: Query }", "`T.a` is of type `Query`: `I.a` needs `I` or a subtype.")]
    [InlineData("interface I { a(b: Int!): Int } type T implements I { a: Int }", "`T.a` lacks the argument `b: Int!` of `I.a`.")]
    [InlineData("interface I { a(b: Int!): Int } type T implements I { a(b: Int): Int }",
        "`T.a(b:)` is of type `Int`: it must be `Int!`, as in `I.a`.")]
    [InlineData("interface I { a: Int } type T implements I { a(b: Int!): Int }",
        "`T.a(b:)` is required, and `I.a` has no such argument: make it nullable or give it a default.")]
    [InlineData("interface I { a: Int } type T implements I { a: Int @deprecated }",
        "`T.a` is deprecated, and `I.a` is not: deprecate both or neither.")]
    public void Interfaces(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("input T { a: T! }",
        "The input object `T` needs itself without end (`T.a` → `T.a`): make one of these non-null fields nullable or a list.")]
    [InlineData("input T { a: S! } input S { b: T! = { a: { } } }",
        "The input object `T` needs itself without end (`T.a` → `S.b` → `T.a`): make one of these non-null fields nullable or a list.",
        "The default of `S.b` needs itself without end (`S.b` → `S.b`): give the next field a value in one of these defaults, or remove one.")]
    [InlineData("input T @oneOf { a: T }", "The input object `T` needs itself without end (`T.a` → `T.a`): add a field of another type.")]
    [InlineData("input T @oneOf { a: S } input S { b: T! }",
        "The input object `T` needs itself without end (`T.a` → `S.b` → `T.a`): make one of these non-null fields nullable or a list.")]
    [InlineData("input T @oneOf { a: Int! b: Int = 1 }",
        "`T.a` must be nullable, since `T` is @oneOf.", "`T.b` must have no default, since `T` is @oneOf.")]
    [InlineData("input T { a: Int! @deprecated }", "`T.a` is required and can't be deprecated: make it nullable or give it a default first.")]
    [InlineData("type T { a(b: Int! @deprecated): Int }",
        "`T.a(b:)` is required and can't be deprecated: make it nullable or give it a default first.")]
    [InlineData("directive @d(a: Int! @deprecated) on FIELD",
        "`@d(a:)` is required and can't be deprecated: make it nullable or give it a default first.")]
    public void Input_objects(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("input T { a: T = {} }",
        "The default of `T.a` needs itself without end (`T.a` → `T.a`): give the next field a value in one of these defaults, or remove one.")]
    [InlineData("input T { a: [S] = [{ c: null }, {}] } input S { b: T = {}, c: T = {} }",
        "The default of `T.a` needs itself without end (`T.a` → `S.b` → `T.a`): "
        + "give the next field a value in one of these defaults, or remove one.",
        "The default of `T.a` needs itself without end (`T.a` → `S.c` → `T.a`): "
        + "give the next field a value in one of these defaults, or remove one.")]
    [InlineData("input T { a: T = {} b: Int = \"x\" } type S { a(b: T = {}): Int }",
        "The default of `T.a` needs itself without end (`T.a` → `T.a`): give the next field a value in one of these defaults, or remove one.",
        "The default of `T.b` expects a whole number between -2147483648 and 2147483647 (`Int`), not \"x\".")]
    [InlineData("type T { a(b: Int! = null): Int }", "The default of `T.a(b:)` expects a value of type `Int!`, not null.")]
    [InlineData("enum E { A } input T { a: E = B }", "The default of `T.a` expects a value of the enum `E`, not B.")]
    [InlineData("input T { a: [Int!] = [1, null] }", "The default of `T.a` at `1` expects a value of type `Int!`, not null.")]
    [InlineData("input S { a: Int! } input T { a: S = {} }", "The default of `T.a` at `a` is required: `Int!`.")]
    [InlineData("input S { a: Int } input T { a: S = { a: 1, a: 2 } }", "The default of `T.a` gives the field `a` twice: remove one.")]
    [InlineData("directive @d(a: Int = \"x\") on FIELD",
        "The default of `@d(a:)` expects a whole number between -2147483648 and 2147483647 (`Int`), not \"x\".")]
    public void Defaults(string sdl, params string[] faults) => IsRefused(Query + sdl, faults);

    [Theory]
    [InlineData("type T @no { a: Int }", "`T` has the directive `@no`, which is not defined: define or remove it.")]
    [InlineData("type T { a(b: Int @no): Int }", "`T.a(b:)` has the directive `@no`, which is not defined: define or remove it.")]
    [InlineData("type T @deprecated { a: Int }",
        "`@deprecated` can't be on `T` (OBJECT): its locations are FIELD_DEFINITION, ARGUMENT_DEFINITION, ENUM_VALUE, INPUT_FIELD_DEFINITION.",
        "`@deprecated` can't be on `T` (OBJECT): its locations are FIELD_DEFINITION, ARGUMENT_DEFINITION, INPUT_FIELD_DEFINITION, ENUM_VALUE.")]
    [InlineData("type T { a: Int @skip(if: true) }",
        "`@skip` can't be on `T.a` (FIELD_DEFINITION): its locations are FIELD, FRAGMENT_SPREAD, INLINE_FRAGMENT.")]
    [InlineData("extend schema @d directive @d on OBJECT", "`@d` can't be on `schema` (SCHEMA): its locations are OBJECT.")]
    [InlineData("type T { a: Int @deprecated @deprecated }", "`T.a` has `@deprecated` twice, which is not repeatable: remove one.")]
    [InlineData("directive @d on ENUM enum T @d { A } extend enum T @d", "`T` has `@d` twice, which is not repeatable: remove one.")]
    [InlineData("scalar T @specifiedBy", "`T` lacks `@specifiedBy(url:)`, which is required: give it.")]
    [InlineData("enum T { A @deprecated(why: 1) }", "`T.A` gives `@deprecated(why:)`, which is not defined: define or remove it.")]
    [InlineData("enum T { A @deprecated(reason: \"a\", reason: \"b\") }", "`T.A` gives `@deprecated(reason:)` twice: remove one.")]
    [InlineData("scalar T @d(a: [{ a: 1, a: 2 }]) directive @d(a: S) on SCALAR scalar S", "`T` gives `@d(a:)` the field `a` twice: remove one.")]
    [InlineData("enum T { A @deprecated(reason: 1) }", "`T.A` gives `@deprecated(reason:)` a wrong value: it expects a string (`String`), not 1.")]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION",
        "The directive `@d` refers to itself through its arguments: remove it from them and from their types.")]
    [InlineData("directive @d(a: [T!]) on INPUT_FIELD_DEFINITION input T { a: T b: Int @d }",
        "The directive `@d` refers to itself through its arguments: remove it from them and from their types.")]
    public void Directives(string sdl, params string[] faults)
    {
        // The order of locations in the definition is not what this is about.
        var errors = ErrorsOf(Query + sdl);
        errors.ShouldHaveSingleItem().ShouldBeOneOf(faults);
    }

    [Fact]
    public void All_faults_are_told_at_once_and_in_one_order()
    {
        const string Sdl = """
            type Query @no { a: T, __b: U } schema { query: Query, mutation: Query } interface I implements I { a: Int }
            union U input A { a: A = {} } input B { b: B! } enum E { A A } extend type X { a: Int } directive @d(a: Int @d) on FIELD
            """;
        ErrorsOf(Sdl).Count.ShouldBe(12);
        ErrorsOf(Sdl).ShouldBe(ErrorsOf(Sdl));
    }

    [Theory]
    [InlineData("input T { a: T, b: [T!]! = [], c: T = null, d: [T] = [], e: T = { e: null, f: { f: null, e: null } }, f: T = { e: null, f: null } }")]
    [InlineData("input T @oneOf { a: T b: [T] } input S @oneOf { a: T b: S }")]
    [InlineData("input R { a: [R!]! } input T { a: S! } input S @oneOf { a: T b: Int }")]
    [InlineData("input T { a: Int! = 1 @deprecated } type S { a(b: Int! = 1 @deprecated): Int }")]
    [InlineData("interface I { a: [I!] } interface J implements I { a: [J!]! b: U } type T implements J & I { a(b: Int! = 1): [T!]! b: T! } union U = T")]
    [InlineData("interface I { a: Int @deprecated } type T implements I { a: Int @deprecated } type S implements I { a: Int }")]
    [InlineData("directive @d(a: T) repeatable on INPUT_OBJECT | ARGUMENT_DEFINITION input T { a: T } input S @d(a: {}) @d { a: Int }")]
    [InlineData("directive @d(a: Int @e) on FIELD directive @e(a: Int @deprecated) on ARGUMENT_DEFINITION extend scalar ID @f directive @f on SCALAR")]
    [InlineData("extend schema @d { mutation: M } directive @d on SCHEMA type M { a: Int }")]
    [InlineData("extend type T { b: Int } type T @d directive @d on OBJECT")]
    [InlineData("enum Mutation { A } scalar Subscription schema { query: Query }")]
    public void What_is_allowed_is_accepted(string sdl) => SchemaFirstBuilder.New().AddDocumentFromString(Query + sdl).Create().ToString().ShouldContain("Query");

    [Fact]
    public void A_long_chain_of_defaults_needs_no_deep_stack()
    {
        const int Length = 5_000;
        var chain = string.Concat(Enumerable.Range(0, Length).Select(n => $"input T{n} {{ a: T{(n + 1) % Length}! = {{}} }} "));
        var errors = ErrorsOf(Query + chain);
        errors.Count.ShouldBe(2);
        errors.ShouldAllBe(error => error.Contains("without end"));
    }

    [Theory]
    [InlineData("a: NEXT = {}", 10_000, 1000)]
    [InlineData("a: NEXT = {} b: NEXT = {}", 100, 9)]
    [InlineData("a: [NEXT!] = [{}, {}, {}]", 100, 6)]
    public void Defaults_that_need_too_many_others_are_refused(string fields, int length, int most)
    {
        ErrorsOf(Query + Chain(0, length) + "type S { a(b: T0 = {}): Int } input R { a: T5 = {}, b: R = {} }").ShouldBe(
            [
                "The default of `R.b` needs itself without end (`R.b` → `R.b`): give the next field a value in one of these defaults, or remove one.",
                .. fields.Split('=')[..^1].Select((_, index) =>
                    $"The default of `T{length - most - 1}.{"ab"[index]}` needs more than 1000 defaults: give the next field a value in one of them."),
            ]);
        SchemaFirstBuilder.New().AddDocumentFromString(Query + Chain(length - most, length)).Create().ToString().ShouldContain($"T{length}");

        string Chain(int start, int end) => string.Concat(Enumerable.Range(start, end - start)
            .Select(n => $"input T{n} {{ {fields.Replace("NEXT", $"T{n + 1}", StringComparison.Ordinal)} }} ")) + $"input T{end} {{ a: Int }} ";
    }

    [Fact]
    public void A_long_chain_of_input_objects_is_accepted()
    {
        const int Length = 10_000;
        var chain = string.Concat(Enumerable.Range(0, Length).Select(n => $"input T{n} {{ a: T{n + 1}! }} "));
        SchemaFirstBuilder.New().AddDocumentFromString($"{Query}{chain} input T{Length} {{ a: Int }}").Create().ToString().ShouldContain("T99");
    }

    private const string Query = "type Query { q: Int } ";

    private static void IsRefused(string sdl, string[] faults) => ErrorsOf(sdl).ShouldBe(faults);

    private static IReadOnlyList<string> ErrorsOf(string sdl) =>
        Should.Throw<SchemaException>(() => SchemaFirstBuilder.New().AddDocumentFromString(sdl).Create()).Errors;
}
