using System.Reflection;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Definitions;

/// <summary>Fields, arguments and enum values that are described in code.</summary>
public sealed class DescriptorTests
{
    private static readonly Schema Schema = Builder().Create();

    [Fact]
    public void Added_arguments_stand_where_the_context_does() => Schema.ToString().ShouldContain("""
          chart(
            first: Int
            "Height above ground."
            height: [Float!]
            "Wind of the hour."
            wind: [Float]
            kinds: [Quantity!]
            names: [String!]
            last: Int
          ): String!
        """);

    [Fact]
    public void An_argument_can_have_the_description_of_an_input_objects_member() =>
        SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Described>().Create().ToString().ShouldContain("""
              chart(
                "The first hour."
                from: [Int!]
                "The last hour."
                to: [Int!]
              ): String!
            """);

    [Fact]
    public void Introspection_lists_types_in_the_order_of_their_use() =>
        SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Ordered>().Create().Types.Select(type => type.Name)
            .Where(name => name is "Sample" or "Quantity" or "Float").ShouldBe(["Sample", "Float", "Quantity"]);

    [Fact]
    public void Added_fields_stand_behind_the_generated_ones_and_are_described_by_the_enum() => Schema.ToString().ShouldContain("""
        type Sample {
          at: Int!
          "Height above ground."
          height: Float
          "Wind of the hour."
          wind: Float
        }
        """);

    [Fact]
    public void An_enum_has_the_values_that_are_described() => Schema.ToString().ShouldContain("""
        enum Order {
          HEIGHT_ASC
          HEIGHT_DESC
          "Wind of the hour."
          WIND_ASC
          "Wind of the hour."
          WIND_DESC
        }
        """);

    [Fact]
    public async Task A_resolver_reads_added_arguments_from_the_context() =>
        (await Schema.RunAsync("query ($k: [Quantity!]) { chart(first: 1 wind: [1 null] kinds: $k last: 2) }", """{"k":["WIND"]}"""))
            .ShouldBe("""{"data":{"chart":"1 none 1,? Wind 2"}}""");

    [Fact]
    public async Task Added_fields_are_read_off_structs_and_classes() =>
        (await Schema.RunAsync("{ samples { wind height } summary { height wind } }"))
            .ShouldBe("""{"data":{"samples":[{"wind":1.5,"height":null},{"wind":2.5,"height":1}],"summary":{"height":10,"wind":11}}}""");

    [Fact]
    public async Task Added_fields_can_have_a_text()
    {
        var schema = Builder().WriteLeaf("wind", static (in Sample sample) => sample.At == 0 ? "7.0"u8 : default).Create();
        (await schema.RunAsync("{ samples { wind } }")).ShouldBe("""{"data":{"samples":[{"wind":7.0},{"wind":2.5}]}}""");
    }

    [Fact]
    public async Task A_described_enum_is_read_and_written_by_its_names() =>
        (await Schema.RunAsync("query ($o: Order = WIND_DESC) { turned(order: [HEIGHT_ASC, $o]) }"))
            .ShouldBe("""{"data":{"turned":["HEIGHT_DESC","WIND_ASC"]}}""");

    [Fact]
    public void Arguments_that_no_resolver_can_read_are_refused()
    {
        Should.Throw<SchemaException>(SchemaBuilder.New().AddGeneratedTypes().AddQueryType<NoContext>().Create)
            .Message.ShouldContain("`NoContext.chart(height:)`: the resolver has no IResolverContext to read it from.");
        Should.Throw<SchemaException>(SchemaBuilder.New().AddGeneratedTypes().AddQueryType<NoType>().Create)
            .Message.ShouldContain("`NoType.chart(at:)`: System.Object has no GraphQL type as an argument.");
    }

    [Fact]
    public void A_field_of_another_type_is_refused() =>
        Should.Throw<SchemaException>(Builder().AddType<Misfit>().Create).Message.ShouldContain("`Summary.name` is added to");

    private static SchemaBuilder Builder() =>
        SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().AddType<SampleType>().AddType<SummaryType>().AddType<OrderType>();

    [EnumType]
    public enum Quantity
    {
        /// <summary>Height above ground.</summary>
        Height,

        /// <summary>Wind of the hour.</summary>
        Wind,
    }

    public sealed class Query
    {
        public IReadOnlyList<Sample> Samples => [new(0), new(1)];

        public Summary Summary => new();

        [Quantities]
        public string GetChart(int? first, IResolverContext context, int? last) => string.Join(
            ' ',
            first,
            context.ArgumentValue<IReadOnlyList<double>?>("height") is null ? "none" : "some",
            string.Join(',', context.ArgumentValue<IReadOnlyList<double?>>("wind").Select(value => value?.ToString() ?? "?")),
            string.Join(',', context.ArgumentValue<IReadOnlyList<Quantity>>("kinds")),
            last);

        public IReadOnlyList<Order> GetTurned(IReadOnlyList<Order> order) =>
            [.. order.Select(one => one with { IsDescending = !one.IsDescending })];
    }

    public readonly record struct Sample(int At)
    {
        internal double? Value(Quantity quantity) => quantity == Quantity.Wind ? At + 1.5 : At == 0 ? null : At;
    }

    public sealed class Summary
    {
        internal double Value(Quantity quantity) => 10 + (int)quantity;
    }

    public readonly record struct Order(Quantity Quantity, bool IsDescending);

    internal sealed class SampleType : ObjectType<Sample>
    {
        protected override void Configure(IObjectTypeDescriptor<Sample> descriptor)
        {
            foreach (var quantity in Enum.GetValues<Quantity>())
            {
                descriptor.Field(quantity.ToString().ToLowerInvariant())
                    .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(quantity))
                    .Resolve((Sample sample) => sample.Value(quantity));
            }
        }
    }

    internal sealed class SummaryType : ObjectType<Summary>
    {
        protected override void Configure(IObjectTypeDescriptor<Summary> descriptor)
        {
            foreach (var quantity in Enum.GetValues<Quantity>())
            {
                descriptor.Field(quantity.ToString().ToLowerInvariant()).Resolve((Summary summary) => (double?)summary.Value(quantity));
            }
        }
    }

    internal sealed class Misfit : ObjectType<Summary>
    {
        protected override void Configure(IObjectTypeDescriptor<Summary> descriptor) =>
            descriptor.Field("name").Resolve((Sample sample) => "");
    }

    internal sealed class OrderType : EnumType<Order>
    {
        protected override void Configure(IEnumTypeDescriptor<Order> descriptor)
        {
            var naming = descriptor.Extend().Context.Naming;
            foreach (var quantity in Enum.GetValues<Quantity>())
            {
                var description = quantity == Quantity.Wind ? naming.GetEnumValueDescription(quantity) : null;
                descriptor.Value(new Order(quantity, false)).Name($"{naming.GetEnumValueName(quantity)}_ASC").Description(description);
                descriptor.Value(new Order(quantity, true)).Name($"{naming.GetEnumValueName(quantity)}_DESC").Description(description);
            }
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class QuantitiesAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member)
        {
            descriptor.Argument("height", argument => argument
                .Type(typeof(IReadOnlyList<double>)).Description(context.Naming.GetEnumValueDescription(Quantity.Height)));
            descriptor.Argument("wind", argument => argument
                .Type(typeof(IReadOnlyList<double?>)).Description(context.Naming.GetEnumValueDescription(Quantity.Wind)));
            descriptor.Argument("kinds", argument => argument.Type(typeof(IReadOnlyList<Quantity>)));
            descriptor.Argument("names", argument => argument.Type(typeof(IReadOnlyList<string>)));
        }
    }

    internal sealed class Ordered
    {
        [Quantities]
        public Sample GetSample(IResolverContext context) => default;
    }

    internal sealed class NoContext
    {
        [Quantities]
        public string GetChart() => "";
    }

    internal sealed class NoType
    {
        [Untyped]
        public string GetChart(IResolverContext context) => "";
    }

    public sealed record Period
    {
        /// <summary>The first hour.</summary>
        [GraphQLName("since")]
        public int? From { get; init; }

        /// <summary>The last hour.</summary>
        public int? To { get; init; }
    }

    internal sealed class Described
    {
        [Period]
        public string GetChart(IResolverContext context) => "";

        public string GetTable(Period period) => "";
    }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class PeriodAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member)
        {
            foreach (var property in typeof(Period).GetProperties())
            {
                descriptor.Argument(property.Name.ToLowerInvariant(), argument => argument
                    .Type(typeof(IReadOnlyList<int>))
                    .Description(context.Naming.GetMemberDescription(property, MemberKind.InputObjectField)));
            }
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class UntypedAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
            descriptor.Argument("at", argument => argument.Description("No type."));
    }
}
