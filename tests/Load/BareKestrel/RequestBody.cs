using System.IO.Pipelines;

namespace BareKestrel;

internal static class RequestBody
{
    public static async ValueTask ReadToEndAsync(this PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
