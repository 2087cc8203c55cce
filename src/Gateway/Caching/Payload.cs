using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>Passes the members of a value in a fixed order, and makes a value of what comes back.</summary>
/// <param name="payload">The payload.</param>
/// <param name="value">The value that is written; <c>default</c> when one is read.</param>
internal delegate T PayloadShape<T>(ref Payload payload, T? value);

/// <summary>
/// A response as L2 stores it. One shape of a type both writes and reads it: a member that is passed is written and comes back as it is, or
/// it is ignored, and what was read comes back.
/// </summary>
/// <remarks>
/// <code>
/// integer    4 bytes
/// number     8 bytes, IEEE 754; NaN for null
/// instant    8 bytes, UTC ticks of 100 ns; -1 for null
/// flag       1 byte: 0 for false, 1 for true, 2 for null
/// text       its length in bytes, an integer, -1 for null; then UTF-8
/// enum       its name, a text
/// column     like a text: its JSON
/// list       the number of items, an integer; then the items, of at least 4 bytes each
/// optional   a flag, whether there is a value; then the value
/// </code>
/// Numbers are little-endian. Another order, or another member, needs a new version of the sealed entry.
/// </remarks>
internal ref struct Payload
{
    private const int LeastItem = 4;

    private readonly ArrayBufferWriter<byte>? _target;
    private ArraySegment<byte> _rest;

    private Payload(ArrayBufferWriter<byte>? target, ArraySegment<byte> rest)
    {
        _target = target;
        _rest = rest;
    }

    /// <summary>Writes the data of a response, and what Cloudflare said beside them.</summary>
    public static byte[] Write<T>(T data, ImmutableArray<CloudflareMessage> messages, PayloadShape<T> shape)
    {
        var target = new ArrayBufferWriter<byte>(1024);
        var payload = new Payload(target, default);
        shape(ref payload, data);
        payload.List(messages, Message);
        return target.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote. What it allocates is bounded by a small multiple of the bytes. Columns are parts of them.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are something else.</exception>
    public static (T Data, ImmutableArray<CloudflareMessage> Messages) Read<T>(ReadOnlyMemory<byte> bytes, PayloadShape<T> shape)
    {
        var payload = new Payload(null, MemoryMarshal.TryGetArray(bytes, out var array) ? array : bytes.ToArray());
        var data = shape(ref payload, default);
        var messages = payload.List<CloudflareMessage>(null, Message);
        Check(payload._rest.Count == 0);
        return (data, ImmutableCollectionsMarshal.AsImmutableArray(messages));
    }

    /// <summary>Tells payloads apart: 16 hex digits.</summary>
    public static string Digest(byte[] payload) => Convert.ToHexStringLower(SHA256.HashData(payload).AsSpan(0, 8));

    /// <exception cref="InvalidDataException">What was read is not valid.</exception>
    public static void Check(bool isValid)
    {
        if (!isValid)
        {
            throw Malformed();
        }
    }

    public int Integer(int value) => Fixed(value);

    public int? OptionalInteger(int? value) => Flag(value is not null) ? Integer(value ?? 0) : null;

    public double? OptionalNumber(double? value) => Fixed(value ?? double.NaN) is var number && double.IsNaN(number) ? null : number;

    public double Number(double value) => OptionalNumber(value) ?? throw Malformed();

    public DateTimeOffset? OptionalInstant(DateTimeOffset? value)
    {
        var ticks = Fixed(value?.UtcTicks ?? -1);
        Check(ticks >= -1 && ticks <= DateTimeOffset.MaxValue.Ticks);
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public DateTimeOffset Instant(DateTimeOffset value) => OptionalInstant(value) ?? throw Malformed();

    public bool? OptionalFlag(bool? value) => Fixed(value switch { false => (byte)0, true => (byte)1, null => (byte)2 }) switch
    {
        0 => false,
        1 => true,
        2 => null,
        _ => throw Malformed(),
    };

    public bool Flag(bool value) => OptionalFlag(value) ?? throw Malformed();

    public string? OptionalText(string? value)
    {
        if (_target is not { } target)
        {
            return TryTake(out var read) ? Encoding.UTF8.GetString(read) : null;
        }

        Integer(value is null ? -1 : Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, target);
        return value;
    }

    public string Text(string? value) => OptionalText(value) ?? throw Malformed();

    /// <summary>A member of an enum. A name of another release is not valid.</summary>
    public T? OptionalMember<T>(T? value)
        where T : struct, Enum
    {
        if (OptionalText(value is { } given ? Enum.GetName(given) : null) is not { } name)
        {
            return null;
        }

        // A text may be the number of a member, which is not its name.
        Check(Enum.TryParse<T>(name, out var member) && Enum.GetName(member) == name);
        return member;
    }

    public NumberColumn? OptionalNumbers(NumberColumn? column) =>
        OptionalColumn<NumberColumn, double?>(column, static json => new NumberColumn(json));

    public NumberColumn Numbers(NumberColumn? column) => OptionalNumbers(column) ?? throw Malformed();

    public InstantColumn? OptionalInstants(InstantColumn? column) =>
        OptionalColumn<InstantColumn, DateTimeOffset>(column, static json => new InstantColumn(json));

    public InstantColumn Instants(InstantColumn? column) => OptionalInstants(column) ?? throw Malformed();

    public CompleteRange Complete(CompleteRange range) => new(Integer(range.First), Integer(range.End));

    public T? Optional<T>(T? value, PayloadShape<T> shape)
        where T : class =>
        Flag(value is not null) ? shape(ref this, value) : null;

    public T[] List<T>(IReadOnlyList<T>? values, PayloadShape<T> shape)
    {
        var count = Integer(values?.Count ?? 0);
        Check(count >= 0 && (_target is not null || count <= _rest.Count / LeastItem));
        var all = new T[count];
        for (var i = 0; i < count; i++)
        {
            all[i] = shape(ref this, values is null ? default : values[i]);
        }

        return all;
    }

    public string[] Texts(IReadOnlyList<string>? values) =>
        List(values, static (ref payload, text) => payload.Text(text));

    private static CloudflareMessage Message(ref Payload payload, CloudflareMessage? message) => new(
        payload.OptionalInteger(message?.Code),
        payload.Text(message?.Message),
        payload.OptionalText(message?.DocumentationUrl),
        payload.OptionalText(message?.Pointer));

    private static InvalidDataException Malformed() => new("The payload is not of this version's format.");

    private T Fixed<T>(T value)
        where T : unmanaged
    {
        if (_target is not { } target)
        {
            return MemoryMarshal.Read<T>(Take(Unsafe.SizeOf<T>()));
        }

        MemoryMarshal.Write(target.GetSpan(Unsafe.SizeOf<T>()), value);
        target.Advance(Unsafe.SizeOf<T>());
        return value;
    }

    private TColumn? OptionalColumn<TColumn, T>(TColumn? column, Func<ArraySegment<byte>, TColumn> of)
        where TColumn : JsonColumn<T>
    {
        if (_target is { } target)
        {
            Integer(column is null ? -1 : column.Json.Length);
            target.Write(column is null ? default : column.Json);
            return column;
        }

        if (!TryTake(out var json))
        {
            return null;
        }

        Check(json.AsSpan() is [(byte)'[', .., (byte)']']);
        return of(json);
    }

    private ArraySegment<byte> Take(int length)
    {
        Check((uint)length <= (uint)_rest.Count);
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    /// <summary>Takes bytes with their length. False for null.</summary>
    private bool TryTake(out ArraySegment<byte> bytes)
    {
        var length = Integer(0);
        bytes = length == -1 ? default : Take(length);
        return length != -1;
    }
}
