namespace Gateway.Upstream.Json;

/// <summary>Reads the <c>result</c> of a response into a model. Stateless.</summary>
internal interface IResultReader<out TResult>
    where TResult : class
{
    /// <summary>Reads the value at <paramref name="json"/>, up to its last token.</summary>
    /// <returns>The model; null for a value of the wrong shape, which leaves <paramref name="json"/> anywhere in the value.</returns>
    /// <exception cref="System.Text.Json.JsonException">The value has the wrong shape. <c>Envelope</c> catches it.</exception>
    TResult? Read(ref JsonReader json);
}
