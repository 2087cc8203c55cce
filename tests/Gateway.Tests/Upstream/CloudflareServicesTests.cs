using Gateway.Radar;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

public class CloudflareServicesTests
{
    [Fact]
    public void Without_settings_the_client_calls_Cloudflare_with_the_documented_bounds()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<CloudflareOptions>>().Value;
        services.GetRequiredService<IStartupValidator>().Validate();

        options.BaseUrl.ShouldBe("https://api.cloudflare.com/client/v4");
        options.Deadline.ShouldBe(TimeSpan.FromSeconds(15));
        options.MaxResponseBytes.ShouldBe(8 * 1024 * 1024);
        (options.RateLimit.DefaultCoolDown, options.RateLimit.Reserve).ShouldBe((TimeSpan.FromSeconds(60), 0.1));
        (options.MaxConcurrentCalls, options.CredentialShare, options.MaxCallsPerSecond).ShouldBe((64, 0.25, 150));
        (options.AttemptTimeout, options.Retries.Max, options.Retries.Ratio, options.Retries.AtLeast).ShouldBe((TimeSpan.FromSeconds(7), 2, 0.2, 3));
        (options.Breaker.FailureRatio, options.Breaker.MinimumCalls, options.Breaker.Window).ShouldBe((0.5, 20, TimeSpan.FromSeconds(10)));
        options.MaxBufferedBytes.ShouldBe(64 * 1024 * 1024);
        services.GetRequiredService<CloudflareClient>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Cloudflare:BaseUrl", "nowhere")]
    [InlineData("Cloudflare:BaseUrl", "ftp://example.com")]
    [InlineData("Cloudflare:BaseUrl", "https://user@example.com/")]
    [InlineData("Cloudflare:BaseUrl", "https://example.com/?x=1")]
    [InlineData("Cloudflare:Deadline", "00:00:00.050")]
    [InlineData("Cloudflare:Deadline", "00:02:01")]
    [InlineData("Cloudflare:ConnectTimeout", "00:01:01")]
    [InlineData("Cloudflare:MaxCallsPerOperation", "0")]
    [InlineData("Cloudflare:MaxCallsPerOperation", "101")]
    [InlineData("Cloudflare:AttemptTimeout", "00:02:01")]
    [InlineData("Cloudflare:MaxConcurrentCalls", "0")]
    [InlineData("Cloudflare:CredentialShare", "1.1")]
    [InlineData("Cloudflare:CredentialShare", "NaN")]
    [InlineData("Cloudflare:QueueLength", "1001")]
    [InlineData("Cloudflare:QueueTimeout", "00:00:00")]
    [InlineData("Cloudflare:MaxCallsPerSecond", "-1")]
    [InlineData("Cloudflare:Retries:Max", "6")]
    [InlineData("Cloudflare:Retries:Delay", "00:00:00")]
    [InlineData("Cloudflare:Retries:MaxDelay", "00:00:11")]
    [InlineData("Cloudflare:Retries:Ratio", "1.1")]
    [InlineData("Cloudflare:Retries:AtLeast", "-1")]
    [InlineData("Cloudflare:Breaker:FailureRatio", "0")]
    [InlineData("Cloudflare:Breaker:MinimumCalls", "1")]
    [InlineData("Cloudflare:Breaker:Window", "00:01:01")]
    [InlineData("Cloudflare:Breaker:BreakTime", "00:00:00.4")]
    [InlineData("Cloudflare:MaxResponseBytes", "1023")]
    [InlineData("Cloudflare:MaxBufferedBytes", "8388607")]
    [InlineData("Cloudflare:MaxBufferedBytes", "4294967297")]
    [InlineData("Cloudflare:RateLimit:DefaultCoolDown", "00:00:00.9")]
    [InlineData("Cloudflare:RateLimit:DefaultCoolDown", "00:05:01")]
    [InlineData("Cloudflare:RateLimit:Reserve", "-0.1")]
    [InlineData("Cloudflare:RateLimit:Reserve", "0.91")]
    public void A_setting_out_of_its_bounds_stops_the_start_and_is_named(string key, string value)
    {
        using var services = Services((key, value));

        var refusal = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        refusal.Message.ShouldContain(key);
    }

    [Theory]
    [InlineData("http://api.example.com/client/v4")]
    [InlineData("HTTP://10.0.0.1:8787/client/v4")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://0.0.0.0:8787")]
    public void In_Production_credentials_are_not_sent_in_plain_text(string baseUrl)
    {
        using var services = Services("Production", ("Cloudflare:BaseUrl", baseUrl));

        var refusal = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        refusal.Message.ShouldContain("Cloudflare:BaseUrl");
        refusal.Message.ShouldContain("https");
        refusal.Message.ShouldContain("Cloudflare:AllowHttp");
    }

    [Theory]
    [InlineData("Production", "https://api.example.com/client/v4", null)]
    [InlineData("Production", "http://localhost:8787/client/v4", null)]
    [InlineData("Production", "http://127.0.0.1:8787/client/v4", null)]
    [InlineData("Production", "http://[::1]:8787/client/v4", null)]
    [InlineData("Production", "http://api.example.com/client/v4", "true")]
    [InlineData("Staging", "http://api.example.com/client/v4", null)]
    [InlineData("Development", "http://api.example.com/client/v4", null)]
    public void Elsewhere_on_this_machine_or_where_it_is_allowed_they_are(string environment, string baseUrl, string? allowHttp)
    {
        using var services = Services(environment, ("Cloudflare:BaseUrl", baseUrl), ("Cloudflare:AllowHttp", allowHttp ?? "false"));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => Services("Test", settings);

    private static ServiceProvider Services(string environment, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build();
        return new ServiceCollection().AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment }).AddCloudflareApi(RadarApi.Api).AddCloudflare(configuration)
            .BuildServiceProvider(validateScopes: true);
    }
}
