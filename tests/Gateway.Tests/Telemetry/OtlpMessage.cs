using System.Buffers.Binary;
using System.Text;

namespace Gateway.Tests.Telemetry;

/// <summary>
/// A message of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/), as far as OTLP needs: the fields by number.
/// </summary>
internal sealed class OtlpMessage
{
    private readonly List<(int Number, ReadOnlyMemory<byte> Bytes, ulong Value)> _fields = [];

    public OtlpMessage(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            var tag = Varint(ref rest);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    _fields.Add((number, default, Varint(ref rest)));
                    break;
                case 1:
                    _fields.Add((number, default, BinaryPrimitives.ReadUInt64LittleEndian(rest.Span)));
                    rest = rest[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref rest);
                    _fields.Add((number, rest[..length], 0));
                    rest = rest[length..];
                    break;
                case 5:
                    _fields.Add((number, default, BinaryPrimitives.ReadUInt32LittleEndian(rest.Span)));
                    rest = rest[4..];
                    break;
                default:
                    throw new InvalidDataException($"No wire type of OTLP: {tag & 7}.");
            }
        }
    }

    /// <summary>The messages in a repeated field.</summary>
    public IEnumerable<OtlpMessage> All(int number) => _fields.Where(field => field.Number == number).Select(field => new OtlpMessage(field.Bytes));

    /// <summary>The messages below a path of fields.</summary>
    public IEnumerable<OtlpMessage> All(params int[] path) =>
        path.Aggregate((IEnumerable<OtlpMessage>)[this], (messages, number) => messages.SelectMany(message => message.All(number)));

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number).Span);

    public string Hex(int number) => Convert.ToHexStringLower(Bytes(number).Span);

    public ulong Number(int number) => _fields.FirstOrDefault(field => field.Number == number).Value;

    public bool Has(int number) => _fields.Any(field => field.Number == number);

    /// <summary>The attributes in a repeated field of KeyValue, each as a text.</summary>
    public Dictionary<string, string> Attributes(int number) => All(number).ToDictionary(pair => pair.Text(1), pair => pair.All(2).Single().AnyValue);

    private string AnyValue =>
        Has(1) ? Text(1)
        : Has(4) ? BitConverter.UInt64BitsToDouble(Number(4)).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Has(5) ? string.Join(',', All(5, 1).Select(item => item.AnyValue))
        : (Has(2) ? Number(2) : Number(3)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ReadOnlyMemory<byte> Bytes(int number) => _fields.FirstOrDefault(field => field.Number == number).Bytes;

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}
