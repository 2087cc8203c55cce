using System.Net;
using Gateway.Upstream;

namespace Gateway.Tests.Upstream;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1", true)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", true)]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("::ffff:203.0.113.1", "::ffff:203.0.113.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::1", "127.0.0.1", false)]
    public void Clients_of_one_IPv4_address_or_one_IPv6_network_are_one(string one, string other, bool isSame) =>
        (ClientAddress.Of(IPAddress.Parse(one)) == ClientAddress.Of(IPAddress.Parse(other))).ShouldBe(isSame);

    [Fact]
    public void It_is_in_no_text()
    {
        var caller = TestClient.Caller with { Address = ClientAddress.Of(IPAddress.Parse("203.0.113.1")) };
        $"{caller} {caller.Address}".ShouldNotContain("203.0.113", Case.Sensitive);
        ClientAddress.Of(null).ShouldBe(default);
    }
}
