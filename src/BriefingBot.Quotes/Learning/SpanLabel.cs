namespace BriefingBot.Quotes.Learning;

/// <summary>What an element of a <see cref="SpanWindow"/> is to its cue.</summary>
internal enum SpanLabel : byte
{
    Outside,

    /// <summary>Opens the mention of who speaks.</summary>
    OpensSource,

    InSource,

    /// <summary>Opens a part of the content.</summary>
    OpensContent,

    InContent,
}

internal static class SpanLabels
{
    public const int Count = 5;

    /// <summary>Whether a window's first element may have the label.</summary>
    public static bool CanOpen(int label) => label is not ((int)SpanLabel.InSource or (int)SpanLabel.InContent);

    public static bool CanFollow(int before, int label) => label switch
    {
        (int)SpanLabel.InSource => before is (int)SpanLabel.OpensSource or (int)SpanLabel.InSource,
        (int)SpanLabel.InContent => before is (int)SpanLabel.OpensContent or (int)SpanLabel.InContent,
        _ => true,
    };
}
