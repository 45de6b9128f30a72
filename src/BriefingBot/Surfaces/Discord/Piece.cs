namespace BriefingBot.Surfaces.Discord;

/// <summary>A line or paragraph of a message: Markdown of ours around words that may be long and are cut to what room there is.</summary>
/// <param name="Before">Ours, never cut.</param>
/// <param name="Text">From an article, a person or the commands' wording.</param>
/// <param name="After">Ours, never cut.</param>
internal sealed record Piece(string Before, MarkedText Text, string After = "")
{
    private const string Isolate = "\u2068";
    private const string EndOfIsolate = "\u2069";

    /// <summary>What every line of the text begins with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How much more room than a piece of weight 1 it may take when there is too little.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether it is left out, rather than anything cut, where a message holds too much.</summary>
    public bool IsDropped { get; init; }

    /// <summary>How many code units are never cut.</summary>
    public int Fixed => Before.Length + After.Length + Open.Length + Close.Length;

    /// <summary>Text that is not cut, kept from reordering what stands beside it.</summary>
    public static string Isolated(string text) => Markdown.RunsRightToLeft(text) ? Isolate + text + EndOfIsolate : text;

    /// <summary>The piece around its text as it was cut.</summary>
    public string Around(string text) => Before + Open + text + Close + After;

    /// <summary>Letters from right to left must not reorder what stands beside them on the line.</summary>
    private bool IsIsolated => Prefix.Length == 0 && Text.RunsRightToLeft;

    private string Open => IsIsolated ? Isolate : "";

    private string Close => IsIsolated ? EndOfIsolate : "";
}
