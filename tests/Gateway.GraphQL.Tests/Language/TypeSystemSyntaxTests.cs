using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class TypeSystemSyntaxTests
{
    [Fact]
    public void A_schema_names_its_root_types()
    {
        var schema = Single<SchemaDefinitionNode>("\"s\" schema @a { query: Q mutation: M subscription: S }");

        schema.Description.ShouldBe("s");
        schema.IsExtension.ShouldBeFalse();
        schema.OperationTypes.Select(root => (root.Operation, root.Type.Name))
            .ShouldBe([(OperationType.Query, "Q"), (OperationType.Mutation, "M"), (OperationType.Subscription, "S")]);
    }

    [Theory]
    [InlineData("type A implements B & C @d { e: F }")]
    [InlineData("type A implements & B & C @d { e: F }")]
    [InlineData("interface A implements B & C @d { e: F }")]
    [InlineData("interface A implements & B & C @d { e: F }")]
    public void Objects_and_interfaces_implement_interfaces(string source)
    {
        var (interfaces, directives, fields) = Utf8GraphQLParser.Parse(source).Definitions[0] switch
        {
            ObjectTypeDefinitionNode type => (type.Interfaces, type.Directives, type.Fields),
            InterfaceTypeDefinitionNode type => (type.Interfaces, type.Directives, type.Fields),
            _ => throw new InvalidOperationException(),
        };

        interfaces.Select(type => type.Name).ShouldBe(["B", "C"]);
        directives.ShouldHaveSingleItem().Name.ShouldBe("d");
        fields.ShouldHaveSingleItem().Name.ShouldBe("e");
    }

    [Fact]
    public void Fields_have_descriptions_arguments_types_and_directives()
    {
        const string Source = "type A { \"f\" b(\"a\" c: [D] = [1] @e, f: G): H! @i(j: K) }";

        var field = Single<ObjectTypeDefinitionNode>(Source).Fields.ShouldHaveSingleItem();

        field.Description.ShouldBe("f");
        field.Name.ShouldBe("b");
        DocumentPrinter.Print(field.Type).ShouldBe("H!");
        field.Directives.ShouldHaveSingleItem().Arguments.ShouldHaveSingleItem().Value.ShouldBeOfType<EnumValueNode>().Value.ShouldBe("K");
        field.Arguments.Select(argument => (argument.Description, argument.Name)).ShouldBe([("a", "c"), (null, "f")]);
        field.Arguments[0].DefaultValue.ShouldBeOfType<ListValueNode>();
        field.Arguments[0].Directives.ShouldHaveSingleItem().Name.ShouldBe("e");
        field.Location.ShouldBe(new Location(1, 10));
    }

    [Theory]
    [InlineData("union A = B", "B")]
    [InlineData("union A @a = | B | C", "B C")]
    [InlineData("union A = B\n| C\n| D", "B C D")]
    [InlineData("union A", "")]
    public void A_union_lists_its_types(string source, string types) =>
        string.Join(' ', Single<UnionTypeDefinitionNode>(source).Types.Select(type => type.Name)).ShouldBe(types);

    [Theory]
    [InlineData("enum A { B \"c\" C @d trueish }", "B C trueish")]
    [InlineData("enum A @a", "")]
    public void An_enum_lists_its_values(string source, string values) =>
        string.Join(' ', Single<EnumTypeDefinitionNode>(source).Values.Select(value => value.Name)).ShouldBe(values);

    [Fact]
    public void An_input_object_has_fields_with_defaults()
    {
        var input = Single<InputObjectTypeDefinitionNode>("input A @oneOf { b: C = {d: [E]} @f \"g\" g: H }");

        input.Directives.ShouldHaveSingleItem().Name.ShouldBe("oneOf");
        input.Fields[0].DefaultValue.ShouldBeOfType<ObjectValueNode>();
        input.Fields[1].Description.ShouldBe("g");
    }

    [Fact]
    public void A_directive_lists_where_it_may_be_applied()
    {
        var directive = Single<DirectiveDefinitionNode>("\"d\" directive @a(b: C = 1) repeatable on | QUERY | INPUT_FIELD_DEFINITION");

        directive.Description.ShouldBe("d");
        directive.Name.ShouldBe("a");
        directive.IsRepeatable.ShouldBeTrue();
        directive.Arguments.ShouldHaveSingleItem().Name.ShouldBe("b");
        directive.Locations.ShouldBe(["QUERY", "INPUT_FIELD_DEFINITION"]);
        Single<DirectiveDefinitionNode>("directive @a on FIELD").IsRepeatable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("schema @a")]
    [InlineData("schema { mutation: M }")]
    [InlineData("schema @a { query: Q }")]
    [InlineData("scalar A @a")]
    [InlineData("type A implements B")]
    [InlineData("type A @a")]
    [InlineData("type A { b: C }")]
    [InlineData("interface A implements B")]
    [InlineData("interface A @a")]
    [InlineData("interface A { b: C }")]
    [InlineData("union A @a")]
    [InlineData("union A = B")]
    [InlineData("enum A @a")]
    [InlineData("enum A { B }")]
    [InlineData("input A @a")]
    [InlineData("input A { b: C }")]
    public void An_extension_adds_something_to_a_definition(string source)
    {
        var extension = Single<TypeSystemDefinitionNode>("extend " + source);

        extension.IsExtension.ShouldBeTrue();
        extension.Location.ShouldBe(new Location(1, 1));
    }

    [Fact]
    public void Types_may_be_declared_without_members()
    {
        foreach (var source in new[] { "scalar A", "type A", "interface A", "union A", "enum A", "input A" })
            Single<TypeDefinitionNode>(source).Name.ShouldBe("A");
    }

    private static T Single<T>(string source)
        where T : DefinitionNode => Utf8GraphQLParser.Parse(source).Definitions.ShouldHaveSingleItem().ShouldBeAssignableTo<T>()!;
}
