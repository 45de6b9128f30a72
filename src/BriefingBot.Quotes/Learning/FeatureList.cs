namespace BriefingBot.Quotes.Learning;

/// <summary>The features of one decision, as hashes, in a buffer that the caller lends; what does not fit is left out.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    private readonly Span<uint> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Items => _buffer[..Count];

    /// <summary>Adds the feature that the template <paramref name="template"/> has with this value.</summary>
    public void Add(uint template, uint value)
    {
        if (Count < _buffer.Length)
        {
            _buffer[Count++] = FeatureHash.Mix(template, value);
        }
    }

    public void Add(uint template, uint a, uint b) => Add(template, FeatureHash.Mix(a, b));

    public void Add(uint template, uint a, uint b, uint c) => Add(template, FeatureHash.Mix(a, b, c));
}
