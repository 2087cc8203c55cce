namespace Gateway.Cloudflare.Json;

/// <summary>Makes a result of what an answer has under <c>result</c>; a new one for each answer.</summary>
internal interface IResultReader<out TResult>
    where TResult : class
{
    /// <summary>Takes the result.</summary>
    JsonSink Sink { get; }

    /// <summary>The result, when all of it was taken and nothing refused.</summary>
    /// <returns>Null where it lacks what it makes no sense without.</returns>
    TResult? Build();
}
