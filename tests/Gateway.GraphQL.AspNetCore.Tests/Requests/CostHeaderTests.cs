using System.Text;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class CostHeaderTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("report", "Report")]
    [InlineData("Validate", "Validate")]
    [InlineData("other", null)]
    [InlineData("", null)]
    public async Task The_header_says_what_to_do_with_the_cost(string value, string? mode)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new StringContent("""{"query":"{ a }"}""", Encoding.UTF8, "application/json"),
            Headers = { { "GraphQL-Cost", value } },
        };
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((string?)(await response.DataAsync())["cost"]).ShouldBe(mode);
    }
}
