using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>Writes what <see cref="PayloadReader"/> reads: numbers as variable-length integers, texts and lists with their length before them.</summary>
internal readonly struct PayloadWriter(IBufferWriter<byte> output)
{
    public void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>Seven bits a byte, the lowest first (LEB128).</summary>
    public void Count(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Count(length);
        Encoding.UTF8.GetBytes(value, output.GetSpan(length));
        output.Advance(length);
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), value);
        output.Advance(sizeof(double));
    }

    public void Instant(DateTimeOffset value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value.UtcTicks);
        output.Advance(sizeof(long));
    }

    public void Int(int? value)
    {
        if (Has(value is not null))
        {
            Count(value!.Value);
        }
    }

    public void OptionalText(string? value)
    {
        if (Has(value is not null))
        {
            Text(value!);
        }
    }

    public void Double(double? value)
    {
        if (Has(value is not null))
        {
            Double(value!.Value);
        }
    }

    public void Instant(DateTimeOffset? value)
    {
        if (Has(value is not null))
        {
            Instant(value!.Value);
        }
    }

    /// <summary>A column as it is, with its length before it.</summary>
    public void Column(JsonColumn column)
    {
        Count(column.Json.Length);
        output.Write(column.Json);
    }

    public void Messages(IReadOnlyList<CloudflareMessage> messages)
    {
        Count(messages.Count);
        foreach (var message in messages)
        {
            Int(message.Code);
            Text(message.Message);
            OptionalText(message.DocumentationUrl);
            OptionalText(message.Pointer);
        }
    }

    /// <summary>Whether there is a value; the value follows.</summary>
    public bool Has(bool value)
    {
        Byte(value ? (byte)1 : (byte)0);
        return value;
    }
}
