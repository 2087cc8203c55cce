namespace Gateway.GraphQL.Types;

/// <content>The bounds of a response. They are checked only when it grows by a whole buffer.</content>
public sealed partial class JsonOutput
{
    private ResponseBounds _bounds;
    private IResponseShare? _share;

    /// <summary>Checks the bounds exactly. Without it, up to a buffer more may be written.</summary>
    internal void CheckBounds() => Require(0, 0);

    /// <summary>Lowers the limit by what a response contains in addition.</summary>
    internal void LowerLimit(int bytes) => _bounds.MaxBytes -= bytes;

    /// <summary>Removes the limit, for the end of a response that has reached it.</summary>
    internal void RemoveLimit() => _bounds.MaxBytes = int.MaxValue;

    /// <summary>Checks the bounds for more bytes, and how much memory they take.</summary>
    private void Require(int bytes, int memory)
    {
        var length = Position + bytes;
        if (length > _bounds.MaxBytes)
        {
            throw new ResponseLimitException();
        }

        if (length > _bounds.Granted && _bounds.Memory is not null)
        {
            _share ??= _bounds.Memory.Open(_bounds.State);
            if (_share.Grow(Position + memory - _bounds.Granted) is { } refusal)
            {
                throw new ResponseLimitException(refusal);
            }

            _bounds.Granted = Position + memory;
        }
    }
}
