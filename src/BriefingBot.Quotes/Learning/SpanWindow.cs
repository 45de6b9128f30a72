using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// What a cue's content and source are looked for in: its paragraph as elements, where a stretch in quotation marks is one element with
/// all that goes on from it in the paragraphs after.
/// </summary>
internal sealed class SpanWindow(Reading text)
{
    /// <summary>So many elements before the cue and after it: no statement is longer, hostile text is.</summary>
    private const int Reach = 60;

    /// <summary>So many elements of the paragraph's other sentences on each side: whole quotations mostly, which are one element each.</summary>
    private const int Beyond = 3;

    private readonly List<TokenRun> _elements = [];
    private readonly int[] _chainEnds = ChainEnds(text);

    public int Count => _elements.Count;

    /// <summary>The elements in text order.</summary>
    public TokenRun this[int index] => _elements[index];

    /// <summary>The index of the cue's element.</summary>
    public int Cue { get; private set; }

    /// <summary>Reads the window of the cue at token <paramref name="cue"/>, in place of the last one.</summary>
    public void Read(int cue)
    {
        _elements.Clear();
        var paragraph = text.Paragraph(cue);
        var first = cue;
        var sentence = text.Sentence(cue);
        for (int n = 0, outside = 0; n < Reach && first > 0 && text.Paragraph(first - 1) == paragraph; n++)
        {
            var start = ElementStart(first - 1);
            if (text.Sentence(start) != sentence && ++outside > Beyond)
            {
                break;
            }

            first = start;
        }

        var i = first;
        var beyond = 0;
        while (i < text.Count && text.Paragraph(i) == paragraph && (i <= cue || _elements.Count - Cue <= Reach))
        {
            if (i > cue && text.Sentence(i) != sentence && ++beyond > Beyond)
            {
                break;
            }

            if (i == cue)
            {
                Cue = _elements.Count;
            }

            var stretch = text.Stretch(i);
            var end = stretch >= 0 ? _chainEnds[stretch] : i + 1;
            _elements.Add(new TokenRun(i, end));
            i = end;
        }
    }

    private int ElementStart(int token)
    {
        var stretch = text.Stretch(token);
        var start = stretch >= 0 ? text.StretchRun(stretch).First : token;
        return text.Paragraph(start) == text.Paragraph(token) ? start : token;
    }

    /// <summary>Where the quotation ends that each stretch is a part of; read once, from behind, since a text may be one long chain.</summary>
    private static int[] ChainEnds(Reading text)
    {
        var ends = new int[text.Stretches];
        for (var stretch = ends.Length - 1; stretch >= 0; stretch--)
        {
            ends[stretch] = QuoteChain.GoesOn(text, stretch) ? ends[stretch + 1] : text.StretchRun(stretch).End;
        }

        return ends;
    }
}
