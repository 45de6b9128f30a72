using BriefingBot.Quotes.Articles;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>What a report says around the words that somebody says: “But Kern said …”, “Asked about Berg’s letter, …”, “…, he said in response”.</summary>
internal sealed class Frame
{
    /// <summary>So many words before “, however,”.</summary>
    private const int Soon = 8;

    /// <summary>So many words after a word of answering tell what or who is answered.</summary>
    private const int Reach = 8;

    /// <summary>So many words may stand between whoever answers and the word that says so: “Berg, clearly angry, replied”.</summary>
    private const int Beside = 3;

    /// <summary>Words of a sentence that says no more than that somebody differs.</summary>
    private const int ShortSentence = 12;

    private readonly List<Word> _words;

    private Frame(List<Word> words, bool beginsSentence, Party speaker)
    {
        _words = words;
        Contrasts = beginsSentence && IsContrast(words);
        TurnsAway = words.Count > 0 && IsTurningAway(words, beginsSentence);
        Differs = IsDifferent(words, speaker);
        var at = Enumerable.Range(0, words.Count).FirstOrDefault(i => (Asks(speaker, i) || Answers(speaker, i)) && !IsUndone(words, i), -1);
        if (at >= 0)
        {
            IsAsked = Asks(speaker, at);
            Answered = words.GetRange(at + 1, Math.Min(Reach, words.Count - at - 1));
        }
    }

    /// <summary>Nothing stands around it.</summary>
    public static Frame Empty { get; } = new([], false, Party.Nobody);

    /// <summary>Whether the sentence is set against what was told before.</summary>
    public bool Contrasts { get; }

    /// <summary>Whether the sentence leaves what was told before.</summary>
    public bool TurnsAway { get; }

    /// <summary>Whether it says that the speaker is of another opinion.</summary>
    public bool Differs { get; }

    /// <summary>What follows the word that says that the speaker answers; null where there is none.</summary>
    public IReadOnlyList<Word>? Answered { get; }

    /// <summary>Whether that word is “asked about”.</summary>
    public bool IsAsked { get; }

    /// <summary>All words around what is said.</summary>
    public IReadOnlyList<Word> Words => _words;

    /// <summary>Of a sentence in which nothing is said.</summary>
    public static Frame Of(string text, Party speaker) => new(WordReader.Read(text), true, speaker);

    /// <param name="text">Whole sentences.</param>
    /// <param name="said">What is said there, as spans of the text, in text order.</param>
    /// <param name="from">Where what somebody else says in the same sentences ends; 0 where nobody does.</param>
    /// <param name="speaker">Who says it.</param>
    public static Frame Of(string text, IReadOnlyList<TextSpan> said, int from, Party speaker)
    {
        var (words, at) = (new List<Word>(), Math.Min(from, text.Length));
        foreach (var span in said.Append(new TextSpan(text.Length, 0)))
        {
            if (Math.Min(span.Start, text.Length) > at)
            {
                words.AddRange(WordReader.Read(text, TextSpan.Between(at, Math.Min(span.Start, text.Length))));
            }

            at = Math.Clamp(span.End, at, text.Length);
        }

        return new Frame(words, from == 0 && said[0].Start > 0, speaker);
    }

    /// <summary>“But as Kern spoke” sets nothing that he says against anything.</summary>
    private static bool IsContrast(List<Word> words) => words.Take(Soon).Any(word => word.Form == "however")
        || (words is [var first, ..] && ReplyWords.Contrasts.Contains(first.Form) && words is not [_, { Form: "as" or "when" or "while" or "after" or "in" }, ..])
        || words is [{ Form: "for" }, { Form: "his" or "her" or "its" or "their" }, { Form: "part" }, ..];

    /// <summary>“On Tuesday, Kern said …” tells of another time.</summary>
    private static bool IsTurningAway(List<Word> words, bool beginsSentence) => ReplyWords.TurnsAway.Contains(words[0].Form)
        || words.Take(Soon).Any(word => word.Form is "also" or "meanwhile" or "separately")
        || (beginsSentence && words is [{ Form: "on" or "last" or "in" }, var second, ..] && second.Is(WordTraits.Time));

    /// <summary>“Sees it differently”, “begs to differ”, “told a different story”.</summary>
    private static bool IsDifferent(List<Word> words, Party speaker)
    {
        var at = words.FindIndex(word => ReplyWords.Differing.Contains(word.Form) || word.Form == "different");
        if (at < 0 || words.Take(at).TakeLast(Beside).Any(word => SpeechWords.NotDone.Contains(word.Form) && word.Form != "to"))
        {
            return false;
        }

        var next = at + 1 < words.Count ? words[at + 1].Form : "";
        return words[at].Form == "different" ? ReplyWords.Versions.Contains(next) && (words.Count <= ShortSentence || speaker.IsNamedIn(words.GetRange(0, at)))
            : words.Count <= ShortSentence && next != "from";
    }

    private static bool IsUndone(List<Word> words, int at) => words.Take(at).TakeLast(Beside).Any(word => SpeechWords.NotDone.Contains(word.Form));

    /// <summary>“When asked about it”, “Pressed on the letter”.</summary>
    private bool Asks(Party speaker, int at) => ReplyWords.Asked.Contains(_words[at].Form)
        && at + 1 < _words.Count && (ReplyWords.Shown.Contains(_words[at].Form) ? _words[at + 1].Form is "of" or "about" : ReplyWords.About.Contains(_words[at + 1].Form))
        && (at == 0 || _words[at - 1].Form is "when" or "was" or "if" || IsTheirs(speaker, at));

    /// <summary>“Kern hit back”, “Responding to Berg”, “in reply”; not “after Lund replied”.</summary>
    private bool Answers(Party speaker, int at)
    {
        var (form, before) = (_words[at].Form, at > 0 ? _words[at - 1].Form : "");
        return form is "response" or "reply" or "retort" or "rebuttal" ? before == "in" && !(at > 1 && (SpeechWords.Being.Contains(_words[at - 2].Form) || _words[at - 2].Form == "came"))
            : form is "back" ? SpeechWords.BeforeBack.Contains(before) && IsTheirs(speaker, at - 1)
            : form != "counterparts" && ReplyWords.Answers.Any(begin => form.StartsWith(begin, StringComparison.Ordinal))
                && (form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("ing", StringComparison.Ordinal) || form.EndsWith('s')) && (at == 0 || IsTheirs(speaker, at));
    }

    private bool IsTheirs(Party speaker, int at)
    {
        var before = _words.GetRange(Math.Max(0, at - Beside), Math.Min(Beside, at));
        return (before.Exists(word => word.Form is "he" or "she" or "they") || speaker.IsNamedIn(before)) && !before.Exists(word => ReplyWords.Questioners.Contains(word.Form));
    }
}
