namespace Gateway.Upstream.Json;

/// <summary>Makes a model of what an answer has under <c>result</c>. Keeps nothing between two answers.</summary>
internal interface IResultReader<out TResult>
    where TResult : class
{
    /// <summary>Reads the value at which <paramref name="json"/> stands, up to its last token.</summary>
    /// <returns>Null where it is not of the promised kind; <paramref name="json"/> may then stand anywhere in it.</returns>
    /// <exception cref="System.Text.Json.JsonException">The same; The envelope's reader catches it.</exception>
    TResult? Read(ref JsonReader json);
}
