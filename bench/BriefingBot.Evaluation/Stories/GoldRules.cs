namespace BriefingBot.Evaluation.Stories;

/// <summary>Which marks may lie in which.</summary>
internal static class GoldRules
{
    /// <exception cref="FormatException">
    /// A mark cuts a word, two marks of one attribution overlap, or marks of two attributions overlap otherwise than that one lies in
    /// the other's source (“Byron, who denied it, said …”); the message names file and line.
    /// </exception>
    public static void Check(StorySource source, MarkedText marked, QuotedWords words)
    {
        foreach (var mark in marked.Marks.Where(mark => words.CutsWord(mark.Span.Start) || words.CutsWord(mark.Span.End)))
        {
            throw source.Error(mark.Line, $"a mark cuts a word: {mark.Span.Of(marked.Text)}");
        }

        var ordered = marked.Marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count && ordered[j].Span.Start < ordered[i].Span.End; j++)
            {
                if (!MayHold(ordered[i], ordered[j]))
                {
                    var shared = ordered[j].Span.Of(marked.Text);
                    throw source.Error(ordered[j].Line, $"marks of {ordered[i].Number} and {ordered[j].Number} overlap: {shared}");
                }
            }
        }
    }

    private static bool MayHold(Mark outer, Mark inner) =>
        outer.Number != inner.Number && outer.Role == MarkRole.Source && outer.Span.Contains(inner.Span)
        && (inner.Role == MarkRole.Source || outer.Span != inner.Span);
}
