using System.Buffers;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// A message as it arrives, in an array of the shared pool: grows with a large one and goes back to its usual size after it. What goes
/// beyond the limit is written over, so that a message that is too long costs no memory.
/// </summary>
internal sealed class MessageBuffer(int limit) : IDisposable
{
    /// <summary>Enough for nearly every interaction.</summary>
    public const int UsualSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;

    /// <summary>There was more than the limit, and not all of it is here.</summary>
    public bool IsOverfull { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Room to write to, never empty; then <see cref="Advance"/>.</summary>
    public Memory<byte> Room()
    {
        if (_length == _bytes.Length)
        {
            if (_length > limit)
            {
                (IsOverfull, _length) = (true, 0);
            }
            else
            {
                Grow();
            }
        }

        return _bytes.AsMemory(_length);
    }

    /// <param name="count">Bytes that were written to the room.</param>
    public void Advance(int count)
    {
        _length += count;
        IsOverfull |= _length > limit;
    }

    /// <summary>For the next message.</summary>
    public void Clear()
    {
        (_length, IsOverfull) = (0, false);
        if (_bytes.Length > UsualSize * 4)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
