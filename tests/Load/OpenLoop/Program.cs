using System.Diagnostics;
using System.Globalization;
using System.Net;
using OpenLoop;

// OpenLoop <port> <file of tokens> <file of bodies> <requests a second> <seconds> <connections>
// An open loop: requests are due at a constant rate, whether or not earlier ones were answered, and a latency counts from when the
// request was due. So a server that stalls is charged for all who would have waited. One thread that never sleeps, on a core of its own.
var (port, rate, seconds, connections) = (int.Parse(args[0], CultureInfo.InvariantCulture), double.Parse(args[3], CultureInfo.InvariantCulture),
    double.Parse(args[4], CultureInfo.InvariantCulture), int.Parse(args[5], CultureInfo.InvariantCulture));
var requests = Requests.Read(args[1], args[2], port);
var free = new Stack<Connection>();
for (var i = 0; i < connections; i++)
{
    free.Push(new Connection(new IPEndPoint(IPAddress.Loopback, port)));
}

var total = (int)(rate * seconds);
var interval = Stopwatch.Frequency / rate;
var latencies = new long[total];
var busy = new List<Connection>(connections);
var (sent, answered, late) = (0, 0, 0L);
var begin = Stopwatch.GetTimestamp();
while (answered < total)
{
    while (sent < total && free.Count > 0 && begin + (long)(sent * interval) is var due && Stopwatch.GetTimestamp() >= due)
    {
        var connection = free.Pop();
        connection.Send(requests[sent++], due);
        late = Math.Max(late, Stopwatch.GetTimestamp() - due);
        busy.Add(connection);
    }

    for (var i = busy.Count - 1; i >= 0; i--)
    {
        if (busy[i].TryFinish())
        {
            latencies[answered++] = Stopwatch.GetTimestamp() - busy[i].Due;
            free.Push(busy[i]);
            busy.RemoveAt(i);
        }
    }
}

var elapsed = Stopwatch.GetElapsedTime(begin).TotalSeconds;
Array.Sort(latencies);
Console.WriteLine(FormattableString.Invariant(
    $"{{\"requests\":{total},\"rate\":{total / elapsed:F0},\"p50\":{At(0.50):F0},\"p99\":{At(0.99):F0},\"p999\":{At(0.999):F0},\"latestStart\":{Microseconds(late):F0}}}"));

double At(double share) => Microseconds(latencies[Math.Min(total - 1, (int)(total * share))]);

static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
