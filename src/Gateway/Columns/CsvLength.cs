namespace Gateway.Columns;

/// <summary>
/// The bound of a CSV, so that a response can't become many times its own size: columns without values, equal series and the names of rows
/// take space in it that they don't take in the response.
/// </summary>
internal static class CsvLength
{
    /// <summary>The maximum number of characters. It equals the default of <c>GraphQL:Limits:MaxResponseBytes</c>.</summary>
    public const int Max = 16 * 1024 * 1024;

    /// <summary>The length of all items, without the JSON's brackets, commas and nulls.</summary>
    public static long Of<T>(JsonColumn<T> column) =>
        column.Count == 0 ? 0 : column.Json.Length - 1 - column.Count - (4L * column.Json.Count((byte)'n'));

    /// <param name="length">The length of a CSV, or the least that it can be.</param>
    /// <param name="advice">What makes it shorter.</param>
    /// <exception cref="GraphQLException">The CSV would have more than <see cref="Max"/> characters.</exception>
    public static void Check(long length, string advice)
    {
        if (length > Max)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage(FormattableString.Invariant($"The CSV would have more than {Max} characters. {advice}"))
                .SetCode("RESPONSE_TOO_LARGE")
                .SetExtension("maxBytes", Max)
                .Build());
        }
    }
}
