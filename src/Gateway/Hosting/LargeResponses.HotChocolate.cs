using System.Buffers;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Text.Json;

namespace Gateway.Hosting;

/// <summary>
/// Cuts an answer that is too large: fields before the limit keep their data, later ones are null with an error each. HotChocolate has the
/// whole answer before its size is known.
/// </summary>
internal static class LargeResponses
{
    // What is before the first field of an answer, and around the name of each.
    private const int HeadBytes = 9;
    private const int FieldBytes = 3;

    private const string Code = "RESPONSE_TOO_LARGE";
    private const string Limit = "maxBytes";

    /// <summary>Whether the execution gave up a field.</summary>
    public static bool IsCut(IEnumerable<OperationResult> results) =>
        results.Any(static result => result.Errors is { Count: > 0 } errors && errors.Any(IsCut));

    public static IError TooLarge(HotChocolate.Path path, int limit) => ErrorBuilder.New()
        .SetMessage(
            $"The response is larger than {limit} bytes. "
                + "Ask for fewer fields or columns, shorter lists or time windows, or fewer aliases.")
        .SetPath(path)
        .SetCode(Code)
        .SetExtension(Limit, limit)
        .Build();

    public static void Trim(IEnumerable<OperationResult> results, int limit)
    {
        var measure = new Measure(limit);
        foreach (var result in results)
        {
            if (result.Data is { Value: ResultDocument { Data: { ValueKind: JsonValueKind.Object } data } })
            {
                Trim(result, data, measure, limit);
            }
        }
    }

    private static void Trim(OperationResult result, ResultElement data, Measure measure, int limit)
    {
        var errors = (result.Errors ?? []).ToList();
        var separator = HeadBytes;
        foreach (var field in data.EnumerateObject())
        {
            if (errors.Exists(error => IsCut(error) && IsBelow(error, field.Name)))
            {
                measure.Fits = false;
            }

            if (measure.Fits)
            {
                measure.Advance(separator + field.Name.Length + FieldBytes);
                separator = 1;
                field.Value.WriteTo(measure);
            }

            if (!measure.Fits)
            {
                field.Value.SetNullValue();
                errors.RemoveAll(error => IsBelow(error, field.Name));
                errors.Add(TooLarge(HotChocolate.Path.Root.Append(field.Name), limit));
            }
        }

        result.Errors = [.. errors];
    }

    // The error of a `csv` that is too long has the code too, and another message.
    private static bool IsCut(IError error) =>
        error.Code == Code && error.Message.StartsWith("The response", StringComparison.Ordinal);

    private static bool IsBelow(IError error, string field) => error.Path?.ToList() is [string first, ..] && first == field;

    /// <summary>Counts the bytes that are written, and keeps none.</summary>
    private sealed class Measure(int limit) : IBufferWriter<byte>
    {
        private byte[] _bytes = new byte[IResponseMemory.Threshold];
        private long _count;

        public bool Fits
        {
            get => field && _count <= limit;
            set;
        } = true;

        public void Advance(int count) => _count += count;

        public Memory<byte> GetMemory(int sizeHint = 0) =>
            _bytes = sizeHint > _bytes.Length ? new byte[sizeHint] : _bytes;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
