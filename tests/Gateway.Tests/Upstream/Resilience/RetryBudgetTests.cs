using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

public sealed class RetryBudgetTests
{
    private readonly FakeTimeProvider _time = new(TestClient.Now);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(15, 3)]
    [InlineData(19, 3)]
    [InlineData(20, 4)]
    [InlineData(1000, 200)]
    public void A_fifth_of_the_requests_may_be_retried_and_three_in_any_case(int requests, int retries)
    {
        var budget = new RetryBudget(0.2, 3, _time);
        Count(budget, requests);
        Taken(budget).ShouldBe(retries);
    }

    [Fact]
    public void What_is_ten_seconds_old_is_forgotten()
    {
        var budget = new RetryBudget(0.2, 3, _time);
        Count(budget, 100);
        Taken(budget).ShouldBe(20);

        _time.Advance(TimeSpan.FromSeconds(9));
        Taken(budget).ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(1));
        Taken(budget).ShouldBe(3);
    }

    [Fact]
    public void However_long_it_goes_on_no_more_than_a_fifth_is_added()
    {
        var budget = new RetryBudget(0.2, 3, _time);
        var retries = 0;
        for (var i = 0; i < 6000; i++)
        {
            budget.CountRequest();
            retries += budget.TryTakeRetry() ? 1 : 0;
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        retries.ShouldBeInRange(1100, 1200);
    }

    private static void Count(RetryBudget budget, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            budget.CountRequest();
        }
    }

    private static int Taken(RetryBudget budget)
    {
        var taken = 0;
        while (budget.TryTakeRetry())
        {
            taken++;
        }

        return taken;
    }
}
