namespace BriefingBot.Quotes.Quotations;

/// <summary>One speaker's words in a transcript or an interview, and the name that stands before or above them.</summary>
internal readonly record struct Turn(TokenRun Label, TokenRun Words, bool Above);

/// <summary>
/// Speech set out as turns: “FENN: …”, “Q: …”, a speaker's name alone on the line above. The layout tells whose words these are, so that no
/// verb inside of them is asked. Linear in the length of the text.
/// </summary>
internal sealed class Turns
{
    private const int LongestLabel = 12;

    private readonly Reading _text;
    private readonly List<TokenRun> _paragraphs = [];

    private Turns(Reading text)
    {
        _text = text;
        for (int first = 0, end; first < text.Count; first = end)
        {
            end = text.ParagraphEnd(first);
            _paragraphs.Add(new TokenRun(first, end));
        }
    }

    /// <summary>The turns in text order, as attributions that need no cue.</summary>
    public static List<Attribution> Of(Reading text)
    {
        var turns = new Turns(text).Find();
        return turns.Count == 0 ? PlainInterview.Of(text) : turns.ConvertAll(turn => new Attribution
        {
            Frame = Frame.Quote,
            Contents = [turn.Words],
            Mention = turn.Label,
            Rule = turn.Above ? MentionRule.LineAbove : MentionRule.Transcript,
            Score = 0.9,
            IsTurn = true,
        });
    }

    /// <summary>What was chosen, with every turn in place of what was found inside of it.</summary>
    public static List<Attribution> Prevail(Reading text, List<Attribution> turns, List<Attribution> chosen)
    {
        if (turns.Count == 0)
        {
            return chosen;
        }

        var inside = new bool[text.Count];
        foreach (var turn in turns)
        {
            Array.Fill(inside, true, turn.First, turn.End - turn.First);
        }

        var kept = chosen.FindAll(found => !found.Contents.Exists(run => inside.AsSpan(run.First, run.End - run.First).Contains(true))
            && !(found.Cue is { } cue && inside[cue.Verb]));
        kept.AddRange(turns);
        return kept;
    }

    private List<Turn> Find()
    {
        var turns = new List<Turn>();
        var labels = WithColon();
        var last = IsTranscript(labels) ? Array.FindLastIndex(labels, label => label is not null) : -1;
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            if (labels[i] is { } label && Behind(label) is var first && first < _paragraphs[i].End)
            {
                var end = _text.Is(_paragraphs[i].First, WordClass.Mark) || i >= last ? EndOfMarked(i, labels) : _paragraphs[LastOf(i, labels)].End;
                turns.Add(new Turn(label, new TokenRun(first, end), false));
            }
        }

        if (turns.Count == 0)
        {
            AddNamesAbove(turns);
        }

        return turns;
    }

    /// <summary>
    /// Whether the article is laid out as a transcript from its first label to its last: three at least, few paragraphs without one, and none
    /// of these with quotation marks, where an article that only quotes from a talk has its own words between.
    /// </summary>
    private bool IsTranscript(TokenRun?[] labels)
    {
        var (first, last) = (Array.FindIndex(labels, label => label is not null), Array.FindLastIndex(labels, label => label is not null));
        var labelled = 0;
        for (var i = first; i >= 0 && i <= last; i++)
        {
            labelled += labels[i] is null ? 0 : 1;
            for (var token = _paragraphs[i].First; labels[i] is null && token < _paragraphs[i].End; token++)
            {
                if (_text.Is(token, WordClass.Mark))
                {
                    return false;
                }
            }
        }

        return labelled > 2 && 2 * labelled > last - first + 1;
    }

    /// <summary>The last paragraph before the next label that the turn goes on in: up to a remark in brackets, a heading, or marks.</summary>
    private int LastOf(int paragraph, TokenRun?[] labels)
    {
        while (labels[paragraph + 1] is null && _paragraphs[paragraph + 1] is var next && BeforeColon(next) is null && !_text.Is(next.First, WordClass.Mark | WordClass.Sign)
            && _text.Is(next.End - 1, WordClass.Stop | WordClass.Mark | WordClass.Dash))
        {
            paragraph++;
        }

        return paragraph;
    }

    /// <summary>The turn's own paragraph, or all that its marks run over: each paragraph opens them again.</summary>
    private int EndOfMarked(int paragraph, TokenRun?[] labels)
    {
        while (_text.Is(_paragraphs[paragraph].First, WordClass.Mark) && paragraph + 1 < _paragraphs.Count && labels[paragraph + 1] is null
            && QuoteChain.GoesOn(_text, _text.Stretch(_paragraphs[paragraph].End - 1)))
        {
            paragraph++;
        }

        var (first, last) = (_paragraphs[paragraph].First, _paragraphs[paragraph].End - 1);
        var closes = _text.Is(first, WordClass.Mark) && _text.Is(last, WordClass.Mark) && _text.Stretch(first) == _text.Stretch(last);
        return closes ? last : last + 1;
    }

    /// <summary>For each paragraph the name before its colon, where the article uses such names for turns.</summary>
    private TokenRun?[] WithColon()
    {
        var labels = new TokenRun?[_paragraphs.Count];
        var uses = new TurnLabels(_text);
        for (var i = 1; i < labels.Length; i++)
        {
            labels[i] = BeforeColon(_paragraphs[i]);
            if (labels[i] is { } label)
            {
                uses.Add(label);
            }
        }

        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = labels[i] is { } label && uses.IsSpeaker(label) ? label : null;
        }

        return labels;
    }

    /// <summary>The token that the words of a turn begin with, behind the colon of its label.</summary>
    private int Behind(TokenRun label) => label.End + (_text.Is(label.End, WordClass.Colon) ? 1 : 0);

    private TokenRun? BeforeColon(TokenRun paragraph)
    {
        var first = paragraph.First + (_text.Is(paragraph.First, WordClass.Mark) ? 1 : 0);
        if (first + 1 < paragraph.End && _text.Text.Word(first) is "Q." or "A." && !_text.Is(first + 1, WordClass.Mark))
        {
            return new TokenRun(first, first + 1);
        }

        for (var i = first; i < Math.Min(paragraph.End - 1, first + LongestLabel); i++)
        {
            if (_text.Is(i, WordClass.Colon))
            {
                return i > first && !_text.Is(i + 1, WordClass.Mark) ? new TokenRun(first, i) : null;
            }

            if (!CanLabel(i) && !TurnLabels.IsBracketed(_text, first, i))
            {
                return null;
            }
        }

        return null;
    }

    private bool CanLabel(int token) => _text.Is(token, WordClass.Capital) || (_text.Is(token, WordClass.Sign) && _text.FirstChar(token) is '(' or ')')
        || NameParticles.Contains(_text.Text.Word(token));

    /// <summary>“Ada Byron -- Chief Engineer” on a line by itself, the words in the paragraphs below; a name comes again.</summary>
    private void AddNamesAbove(List<Turn> turns)
    {
        var labels = new TokenRun?[_paragraphs.Count];
        var uses = new TurnLabels(_text);
        for (var i = 1; i + 1 < labels.Length; i++)
        {
            if (Alone(_paragraphs[i]) is { } label && Alone(_paragraphs[i + 1]) is null)
            {
                labels[i] = label;
                uses.Add(label);
            }
        }

        if (!uses.AreOfTalk)
        {
            return;
        }

        var last = Array.FindLastIndex(labels, label => label is { } name && uses.IsSpeaker(name));
        for (var i = 1; i <= last; i++)
        {
            if (labels[i] is not { } label || !uses.IsSpeaker(label))
            {
                continue;
            }

            // Nothing tells where the last one's words end, and the article may go on in its own.
            var end = i + 2;
            while (i < last && end < _paragraphs.Count && labels[end] is null && _text.FirstChar(_paragraphs[end].First) is not ('[' or '('))
            {
                end++;
            }

            turns.Add(new Turn(label, new TokenRun(_paragraphs[i + 1].First, _paragraphs[end - 1].End), true));
        }
    }

    /// <summary>The name of a paragraph that holds nothing else but an office behind a dash or in brackets.</summary>
    private TokenRun? Alone(TokenRun paragraph)
    {
        if (paragraph.End - paragraph.First > LongestLabel)
        {
            return null;
        }

        var end = paragraph.First;
        while (end < paragraph.End && (_text.Is(end, WordClass.Capital) || (end > paragraph.First && NameParticles.Contains(_text.Text.Word(end)))))
        {
            end++;
        }

        var office = end == paragraph.End || _text.Is(end, WordClass.Dash) || (_text.Is(end, WordClass.Sign) && _text.FirstChar(end) == '(');
        return office && end > paragraph.First && !_text.Is(paragraph.End - 1, WordClass.Stop | WordClass.Mark | WordClass.Colon)
            ? new TokenRun(paragraph.First, end) : null;
    }
}
