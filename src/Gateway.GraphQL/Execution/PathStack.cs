namespace Gateway.GraphQL.Execution;

/// <summary>The current path in the response: response names and list indices. Indices are boxed only for an error.</summary>
internal sealed class PathStack
{
    private (string? Name, int Index)[] _segments = new (string?, int)[4];

    public int Depth { get; private set; }

    public void Push(string responseName) => Push((responseName, 0));

    public void Push(int index) => Push((null, index));

    public void Pop() => Depth--;

    public void Truncate(int depth) => Depth = depth;

    public IReadOnlyList<object> ToPath() => Array.ConvertAll(_segments[..Depth], static segment => segment.Name ?? (object)segment.Index);

    private void Push((string?, int) segment)
    {
        if (Depth == _segments.Length)
        {
            Array.Resize(ref _segments, Depth * 2);
        }

        _segments[Depth++] = segment;
    }
}
