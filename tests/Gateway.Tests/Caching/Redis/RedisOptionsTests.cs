using Gateway.Caching.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Tests.Caching.Redis;

public sealed class RedisOptionsTests
{
    [Theory]
    [InlineData("Redis:OperationTimeout", "00:00:00")]
    [InlineData("Redis:OperationTimeout", "00:01:00")]
    [InlineData("Redis:BreakAfter", "0")]
    [InlineData("Redis:ProbeInterval", "00:00:00.010")]
    [InlineData("Redis:QueueLength", "0")]
    [InlineData("Redis:QueueBytes", "10")]
    [InlineData("Redis:MaxValueBytes", "100000000")]
    [InlineData("Redis:KeyPrefix", "with space:")]
    [InlineData("Redis:KeyPrefix", "{tag}:")]
    [InlineData("Redis:KeyPrefix", "tag}")]
    [InlineData("Redis:KeyPrefix", "gw*")]
    [InlineData("Redis:KeyPrefix", "größe:")]
    [InlineData("Redis:KeyPrefix", "tab\t:")]
    [InlineData("Redis:KeyPrefix", "01234567890123456789012345678901234567890123456789012345678901234")]
    public void Options_are_held_to_their_bounds(string setting, string value) => ErrorOf((setting, value)).ShouldContain(setting);

    [Theory]
    [InlineData("")]
    [InlineData("prod/eu-1:~!#")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void Prefixes_of_printable_ASCII_are_taken(string prefix) => Resolve(("Redis:KeyPrefix", prefix)).KeyPrefix.ShouldBe(prefix);

    [Theory]
    [InlineData("localhost,nonsense=canary", "does not know `nonsense`")]
    [InlineData("localhost,password=canary,ssl=true,nonsense=1", "does not know `nonsense`")]
    [InlineData("localhost,connectTimeout=canary", "value of `connectTimeout`")]
    [InlineData("localhost,protocol=canary", "value of `protocol`")]
    [InlineData("localhost,tunnel=canary", "cannot read it")]
    [InlineData("localhost,password=x,canary=y", "follows a password")]
    [InlineData("localhost,password=x,y,canary=z", "follows a password")]
    [InlineData("localhost, sentinelPassword = x,canary=y", "follows a password")]
    [InlineData("password=canary", "At least one host")]
    [InlineData("rediss://user:canary@localhost:6380", "It is no URL")]
    public void A_connection_string_that_cannot_be_read_is_told_by_its_key_alone(string connectionString, string told)
    {
        var error = ErrorOf(("Redis:ConnectionString", connectionString));
        error.ShouldContain("Redis:ConnectionString");
        error.ShouldContain(told);
        error.ShouldNotContain("canary");
    }

    [Fact]
    public void The_connection_string_takes_precedence_over_the_defaults()
    {
        var defaults = Resolve(("Redis:ConnectionString", "localhost:7000")).ToConfiguration();
        (defaults.ConnectTimeout, defaults.ConnectRetry, defaults.SyncTimeout, defaults.AsyncTimeout).ShouldBe((1000, 1, 1000, 1000));
        (defaults.TieBreaker, defaults.ConfigurationChannel, defaults.SetClientLibrary).ShouldBe(("", "", false));

        var told = Resolve(("Redis:ConnectionString",
            "a:1,b:2,user=u,password=p,ssl=true,protocol=resp2,serviceName=s,connectTimeout=5,connectRetry=2,syncTimeout=6,asyncTimeout=7,tiebreaker=t,configChannel=c"))
            .ToConfiguration();
        (told.EndPoints.Count, told.User, told.Password, told.Ssl, told.Protocol, told.ServiceName).ShouldBe((2, "u", "p", true, RedisProtocol.Resp2, "s"));
        (told.ConnectTimeout, told.ConnectRetry, told.SyncTimeout, told.AsyncTimeout).ShouldBe((5, 2, 6, 7));
        (told.TieBreaker, told.ConfigurationChannel).ShouldBe(("t", "c"));
    }

    [Fact]
    public void It_never_waits_for_Redis_whatever_the_connection_string_says()
    {
        var configuration = Resolve(("Redis:ConnectionString", "localhost,abortConnect=true")).ToConfiguration();
        configuration.AbortOnConnectFail.ShouldBeFalse();
        configuration.BacklogPolicy.ShouldBe(BacklogPolicy.FailFast);
    }

    [Theory]
    [InlineData("localhost", "$CONFIG=,$ECHO=")]
    [InlineData("localhost,proxy=Twemproxy", "")]
    [InlineData("localhost,$PING=hello", "$CONFIG=,$ECHO=,$PING=hello")]
    public void Commands_that_it_can_do_without_are_not_sent(string connectionString, string commands) =>
        string.Join(',', Resolve(("Redis:ConnectionString", connectionString)).ToConfiguration().ToString().Split(',')
            .Where(part => part.StartsWith('$')).Order(StringComparer.Ordinal)).ShouldBe(commands, StringCompareShould.IgnoreCase);

    private static string ErrorOf((string Key, string Value) setting) => Should.Throw<OptionsValidationException>(() => Resolve(setting)).ToString();

    private static RedisOptions Resolve((string Key, string Value) setting)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Redis:ConnectionString", "localhost"), new("Cache:Secret", Replica.Secret)])
            .AddInMemoryCollection([KeyValuePair.Create(setting.Key, (string?)setting.Value)])
            .Build();
        using var services = new ServiceCollection().AddRedisCaching(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<RedisOptions>>().Value;
    }
}
