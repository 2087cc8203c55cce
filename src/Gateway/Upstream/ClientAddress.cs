using System.Buffers.Binary;
using System.Net;

namespace Gateway.Upstream;

/// <summary>
/// Where a request came from: an IPv4 address, or the first 64 bits of an IPv6 one, since that is the least that a network gets (RFC 6177).
/// It is in no log and no key.
/// </summary>
internal readonly record struct ClientAddress(UInt128 Network)
{
    /// <param name="address">The address of the connection, or the forwarded one of a trusted proxy; null if there is none.</param>
    public static ClientAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        // An IPv4 address takes its mapped form, as a socket for both kinds shows it (RFC 4291, section 2.5.5.2).
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        var network = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return new(address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? network >> 64 << 64
            : network);
    }

    public override string ToString() => "(redacted)";
}
