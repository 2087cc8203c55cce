using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Reads what <see cref="PayloadWriter"/> wrote. Whatever else the bytes may be, nothing is thrown and no more is allocated than they
/// could hold: reading goes on with nothings, and <see cref="IsComplete"/> tells.
/// </summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;
    private bool _isBroken;

    /// <summary>Whether everything that was read was there, and nothing is left.</summary>
    public readonly bool IsComplete => !_isBroken && _rest.IsEmpty;

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public int Count()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        return Break();
    }

    /// <summary>The number of items of a list, each of which takes a byte at least.</summary>
    public int ListCount() => Count() is var count && (uint)count <= (uint)_rest.Length ? count : Break();

    /// <summary>A number that no bytes vouch for.</summary>
    public int CountUpTo(int most) => Count() is var count && (uint)count <= (uint)most ? count : Break();

    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    public double Double() => Take(sizeof(double)) is { Length: > 0 } bytes ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : 0;

    public DateTimeOffset Instant()
    {
        var ticks = Take(sizeof(long)) is { Length: > 0 } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        if (ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            ticks = Break();
        }

        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public int? OptionalInt() => Has() ? Count() : null;

    public string? OptionalText() => Has() ? Text() : null;

    public double? OptionalDouble() => Has() ? Double() : null;

    public DateTimeOffset? OptionalInstant() => Has() ? Instant() : null;

    public bool Has() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => Break() != 0,
    };

    /// <param name="count">How many there have to be.</param>
    public NumberColumn Numbers(int count)
    {
        if (NumberColumn.TryRead(Take(Count())) is { } column && column.Count == count)
        {
            return column;
        }

        Break();
        return NumberColumn.OfNulls(0);
    }

    /// <param name="isOptional">Whether one may be missing.</param>
    public InstantColumn Instants(bool isOptional = false)
    {
        if (InstantColumn.TryRead(Take(Count()), isOptional) is { } column)
        {
            return column;
        }

        Break();
        return new InstantColumn("[]"u8.ToArray());
    }

    public ImmutableArray<CloudflareMessage> Messages()
    {
        var messages = ImmutableArray.CreateBuilder<CloudflareMessage>(ListCount());
        for (var i = 0; i < messages.Capacity && !_isBroken; i++)
        {
            messages.Add(new CloudflareMessage(OptionalInt(), Text(), OptionalText(), OptionalText()));
        }

        return messages.DrainToImmutable();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_rest.Length)
        {
            Break();
            return default;
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private int Break()
    {
        _isBroken = true;
        _rest = default;
        return 0;
    }
}
