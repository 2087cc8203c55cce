using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

public class OperationSyntaxTests
{
    [Theory]
    [InlineData("{ a }", OperationType.Query, null)]
    [InlineData("query { a }", OperationType.Query, null)]
    [InlineData("query query { a }", OperationType.Query, "query")]
    [InlineData("mutation M { a }", OperationType.Mutation, "M")]
    [InlineData("subscription on { a }", OperationType.Subscription, "on")]
    public void An_operation_has_a_type_and_perhaps_a_name(string source, OperationType type, string? name)
    {
        var operation = Single<OperationDefinitionNode>(source);

        operation.Operation.ShouldBe(type);
        operation.Name.ShouldBe(name);
        operation.Location.ShouldBe(new Location(1, 1));
    }

    [Fact]
    public void A_field_has_alias_arguments_directives_and_selections()
    {
        var field = Field("{ a: b(c: 1, d: $e) @f(g: $h) @i { j } }");

        field.Alias.ShouldBe("a");
        field.Name.ShouldBe("b");
        field.ResponseName.ShouldBe("a");
        field.Location.ShouldBe(new Location(1, 3));
        field.Arguments.Select(argument => argument.Name).ShouldBe(["c", "d"]);
        field.Arguments[1].ShouldBe(new ArgumentNode("d", new VariableNode("e", new Location(1, 17)), new Location(1, 14)));
        field.Directives.Select(directive => directive.Name).ShouldBe(["f", "i"]);
        field.Directives[0].Arguments.ShouldHaveSingleItem().Value.ShouldBeOfType<VariableNode>().Name.ShouldBe("h");
        field.SelectionSet.ShouldNotBeNull().Location.ShouldBe(new Location(1, 34));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("fragment")]
    [InlineData("query")]
    [InlineData("type")]
    [InlineData("__typename")]
    [InlineData("_")]
    public void Keywords_are_names_like_others(string name)
    {
        Field($"{{ {name} }}").Name.ShouldBe(name);
        Field($"{{ {name}: {name}({name}: ${name}) @{name} }}").Alias.ShouldBe(name);
        Single<OperationDefinitionNode>($"query {name}(${name}: {name} @{name}) @{name} {{ a }}").Name.ShouldBe(name);
    }

    [Fact]
    public void A_name_is_one_string_however_often_it_occurs()
    {
        var selections = Single<OperationDefinitionNode>("{ name name }").SelectionSet.Selections;

        ReferenceEquals(((FieldNode)selections[0]).Name, ((FieldNode)selections[1]).Name).ShouldBeTrue();
    }

    [Fact]
    public void Variables_have_descriptions_types_defaults_and_directives()
    {
        const string Source = "query(\"d\" $a: [Int!]! = [1] @b(c: 2), $d: E = null $e: F) { g }";

        var variables = Single<OperationDefinitionNode>(Source).VariableDefinitions;

        variables.Length.ShouldBe(3);
        variables[0].Description.ShouldBe("d");
        variables[0].Variable.Name.ShouldBe("a");
        DocumentPrinter.Print(variables[0].Type).ShouldBe("[Int!]!");
        variables[0].DefaultValue.ShouldBeOfType<ListValueNode>().Items.Length.ShouldBe(1);
        variables[0].Directives.ShouldHaveSingleItem().Name.ShouldBe("b");
        variables[1].DefaultValue.ShouldBeOfType<NullValueNode>();
        variables[2].DefaultValue.ShouldBeNull();
    }

    [Fact]
    public void Three_dots_begin_a_spread_or_an_inline_fragment()
    {
        const string Source = "{ ...F @a ... on T @b { c } ... @d { e } ... { f } ...onF }";

        var selections = Single<OperationDefinitionNode>(Source).SelectionSet.Selections;

        selections[0].ShouldBeOfType<FragmentSpreadNode>().Name.ShouldBe("F");
        selections[1].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldNotBeNull().Name.ShouldBe("T");
        selections[2].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldBeNull();
        selections[3].ShouldBeOfType<InlineFragmentNode>().Directives.ShouldBeEmpty();
        selections[4].ShouldBeOfType<FragmentSpreadNode>().Name.ShouldBe("onF");
    }

    [Fact]
    public void Operations_and_fragments_may_be_described()
    {
        var document = Utf8GraphQLParser.Parse("\"one\" query Q { ...F }\n \"\"\"two\"\"\" fragment F on T @a { b }");

        document.Definitions[0].ShouldBeOfType<OperationDefinitionNode>().Description.ShouldBe("one");
        var fragment = document.Definitions[1].ShouldBeOfType<FragmentDefinitionNode>();
        fragment.Description.ShouldBe("two");
        fragment.Name.ShouldBe("F");
        fragment.TypeCondition.Name.ShouldBe("T");
        fragment.Location.ShouldBe(new Location(2, 2));
    }

    [Fact]
    public void Values_are_of_every_kind()
    {
        var arguments = Field("{ a(a: 1 b: 1.5 c: \"c\" d: true e: null f: G g: [] h: {} i: [1 [$x]] j: {k: {l: $y}}) }").Arguments;

        arguments.Select(argument => argument.Value.GetType()).ShouldBe([
            typeof(IntValueNode), typeof(FloatValueNode), typeof(StringValueNode), typeof(BooleanValueNode), typeof(NullValueNode),
            typeof(EnumValueNode), typeof(ListValueNode), typeof(ObjectValueNode), typeof(ListValueNode), typeof(ObjectValueNode)]);
        DocumentPrinter.Print(arguments[9].Value).ShouldBe("{ k: { l: $y } }");
    }

    private static FieldNode Field(string source) =>
        Single<OperationDefinitionNode>(source).SelectionSet.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>();

    private static T Single<T>(string source) => Utf8GraphQLParser.Parse(source).Definitions.ShouldHaveSingleItem().ShouldBeOfType<T>();
}
