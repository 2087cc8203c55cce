namespace Gateway.Cloudflare;

/// <summary>The one place where a <see cref="Failure"/> becomes a GraphQL error.</summary>
internal static class FailureErrors
{
    public static IError ToError(this Failure failure) => throw new NotImplementedException();
}
