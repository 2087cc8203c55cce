using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Upstream;

namespace Gateway.Tests.Spectrum;

/// <summary>Base requests for tests.</summary>
internal static class Requests
{
    public const string Zone = "0123456789abcdef0123456789abcdef";

    public static readonly SpectrumEventsArguments Least = new(Zone, SpectrumTimeDelta.Hour);

    public static SpectrumBytimeRequest Create(SpectrumEventsArguments arguments) => SpectrumBytimeRequest.Create(arguments).ShouldSucceed();

    public static Failure Refuse(SpectrumEventsArguments arguments, string argument) =>
        SpectrumBytimeRequest.Create(arguments).ShouldBeRefused(argument);

    public static Result<TTo> Then<TFrom, TTo>(this Result<TFrom> result, Func<TFrom, TTo> map)
        where TFrom : class
        where TTo : class =>
        result.IsSuccess(out var value, out var failure) ? map(value) : failure;

    public static T ShouldSucceed<T>(this Result<T> result)
        where T : class
    {
        result.Failure.ShouldBeNull();
        return result.Value.ShouldNotBeNull();
    }

    public static Failure ShouldBeRefused<T>(this Result<T> result, string argument)
        where T : class
    {
        result.Value.ShouldBeNull();
        var failure = result.Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.BadUserInput);
        failure.Argument.ShouldBe(argument);
        return failure;
    }
}
