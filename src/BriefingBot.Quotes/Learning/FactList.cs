namespace BriefingBot.Quotes.Learning;

/// <summary>The facts of one decision as numbers, each at its own place, in a buffer that the caller lends.</summary>
internal ref struct FactList(Span<float> buffer)
{
    private readonly Span<float> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<float> Row => _buffer[..Count];

    public void Add(float fact) => _buffer[Count++] = fact;

    public void Add(bool fact) => Add(fact ? 1 : 0);
}
