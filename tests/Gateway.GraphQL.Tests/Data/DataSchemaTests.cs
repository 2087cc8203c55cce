using Gateway.GraphQL.Data;
using Gateway.GraphQL.Types;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>The types of filters, orders and pages have HotChocolate's names and fields.</summary>
public sealed class DataSchemaTests
{
    [Fact]
    public void Lists_have_the_arguments_and_types_of_HotChocolate_Data() => Snapshot.Match(Catalog.Schema.ToString());

    [Fact]
    public void Without_AddFiltering_the_attribute_is_refused() =>
        Should.Throw<SchemaException>(() => Catalog.Builder().AddSorting().Create()).Message
            .ShouldContain("Book has [UseFiltering], and the schema has no filters: call AddFiltering.");

    [Fact]
    public void Without_AddSorting_the_attribute_is_refused() =>
        Should.Throw<SchemaException>(() => Catalog.Builder().AddFiltering().Create()).Message
            .ShouldContain("Book has [UseSorting], and the schema has no orders: call AddSorting.");
}
