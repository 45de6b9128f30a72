using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Who “he”, “she” and “it” are: the candidates are those named shortly before, and each is judged by how near it stands, whether it is
/// a subject, whether it spoke last, and whether its gender fits.
/// </summary>
internal sealed class Antecedents(ArticleText text, ArticleWords words)
{
    private const int Reach = 40;
    private const int Sentences = 10;
    private const int Shortly = 2;

    /// <summary>In tokens.</summary>
    private const int LongestLead = 8;

    // What counts and how much: fitted on annotated news, one weight after the other, until none raised the hits.
    private const double PerSentence = 2.2;
    private const double PerMention = 0.06;
    private const double SubjectBonus = 1.3;
    private const double PronounLoss = 0.5;
    private const double PossessiveBonus = 0.3;
    private const double SpokeLastBonus = 1.5;
    private const double SpokeBeforeBonus = 0.7;
    private const double GenderBonus = 0.2;
    private const double NoGenderLoss = 0.6;
    private const double UnknownLoss = 1.2;
    private const double QuotedLoss = 2.5;
    private const double ContentLoss = 2.2;
    private const double MarkedContentLoss = 6.6;
    private const double HeadlineLoss = 0.5;
    private const double PlaceLoss = 2;
    private const double AskedBonus = 4;
    private const double OtherLoss = 3;

    /// <summary>In place of a gender, for “it”.</summary>
    public const int Body = 2;

    /// <summary>In place of a gender, for a description of one person: a name that may as well be a place's is nobody.</summary>
    public const int Person = 3;

    private const int MostMeant = 1000;

    /// <summary>In text order.</summary>
    private readonly List<Candidate> _stream = [];

    /// <summary>The pronouns of the narration that were not read yet.</summary>
    private readonly Queue<(int Token, int Gender)> _unread = new();

    private int _meant;

    /// <summary>A place that names somebody, or a pronoun; one that was not read yet, or means nobody named, has no member.</summary>
    private readonly record struct Candidate(int Token, CastMember? Member, bool Subject, bool Pronoun, bool Possessive)
    {
        /// <summary>“Pyke asks Thring whether …”: who answers.</summary>
        public bool Asked { get; init; }

        /// <summary>“Pyke reads her the letter”: of which gender somebody else is, 0 where nobody is told to be.</summary>
        public int Other { get; init; }
    }

    /// <summary>Adds a name; in text order, before any <see cref="MeantAt"/>.</summary>
    public void Add(NameMention name, CastMember member) =>
        _stream.Add(new Candidate(name.First, member, IsSubject(name), false, words.IsPossessive(name.End)) { Asked = IsAsked(name), Other = OtherBehind(name) });

    /// <summary>Adds a “he” or “she” of the narration, to be read by <see cref="ReadTo"/>; in text order.</summary>
    public void AddPronoun(int token, int gender)
    {
        _stream.Add(new Candidate(token, null, text.Word(token) is "he" or "He" or "she" or "She", true, false));
        _unread.Enqueue((token, gender));
    }

    /// <summary>Reads the pronouns before <paramref name="token"/>, which may be antecedents themselves, as somebody does who knows who spoke last.</summary>
    public void ReadTo(int token, CastMember? lastSpeaker)
    {
        while (_unread.TryPeek(out var next) && next.Token < token)
        {
            _unread.Dequeue();
            Settle(next.Token, Find(next.Token, next.Gender, default, lastSpeaker).Member);
        }
    }

    /// <summary>Whom the “he” or “she” of the narration at <paramref name="token"/> means, as far as pronouns were read; null when nobody known.</summary>
    public CastMember? PronounAt(int token)
    {
        var at = IndexBefore(token) + 1;
        return at < _stream.Count && _stream[at].Token == token ? _stream[at].Member : null;
    }

    /// <summary>The pronoun at <paramref name="token"/> turned out to mean <paramref name="member"/>: what was thought of it at first no longer counts.</summary>
    public void Settle(int token, CastMember? member)
    {
        var at = IndexBefore(token) + 1;
        if (at < _stream.Count && _stream[at].Token == token && _stream[at].Pronoun)
        {
            _stream[at] = _stream[at] with { Member = member };
            if (_unread.TryPeek(out var next) && next.Token == token)
            {
                _unread.Dequeue();
            }
        }
    }

    /// <summary>
    /// Notes that the words at <paramref name="token"/> (“the ecologist”) mean <paramref name="member"/>, whom a pronoun behind them would not find:
    /// one who is named further on, or far back. One named shortly before is found by that name; with both, more pronouns of annotated news went wrong.
    /// </summary>
    /// <param name="token">The words' first token, or their noun.</param>
    /// <param name="member">Whom they mean.</param>
    /// <param name="always">Also of one named shortly before: “her mother” is the one whom the sentence is about.</param>
    public void MeantAt(int token, CastMember member, bool always = false)
    {
        var at = IndexBefore(token);
        for (var i = at; !always && i >= 0 && at - i < Reach && text.Tokens[token].Sentence - text.Tokens[_stream[i].Token].Sentence <= Shortly; i--)
        {
            if (_stream[i].Member == member && !_stream[i].Pronoun)
            {
                return;
            }
        }

        // One mention may be resolved twice, and a hostile text has no end of them.
        if (_meant < MostMeant && !(at + 1 < _stream.Count && _stream[at + 1] is { } next && next.Token == token && next.Member == member))
        {
            _meant++;
            _stream.Insert(at + 1, new Candidate(token, member, true, false, false));
        }
    }

    /// <summary>
    /// Who the pronoun at <paramref name="token"/> refers to and how sure that is; names inside <paramref name="content"/> are what is
    /// said, seldom who says it. <paramref name="gender"/> is 1 for a man, −1 for a woman, 0 for a
    /// person of either, <see cref="Person"/> for a description, <see cref="Body"/> for “it”.
    /// </summary>
    public (CastMember? Member, double Confidence) Find(int token, int gender, TextSpan content, CastMember? lastSpeaker)
    {
        var (best, bestScore, nextScore) = ((CastMember?)null, double.MinValue, double.MinValue);
        var at = IndexBefore(token);
        for (var i = at; i >= 0 && at - i < Reach; i--)
        {
            var candidate = _stream[i];
            var distance = text.Tokens[token].Sentence - text.Tokens[candidate.Token].Sentence;
            if (distance > Sentences)
            {
                break;
            }

            if (candidate.Member is not { } member || (gender == Body ? member.IsPerson || (member.Kind == NameKind.Place && !candidate.Subject && !member.Speaks) || content.Contains(text.Tokens[candidate.Token].Start) : !member.IsPerson || (gender == Person && member is { Kind: NameKind.Unknown, Speaks: false }) || (gender != 0 && member.Gender == -gender)))
            {
                continue;
            }

            var score = Score(candidate, member, token, gender, distance, content, lastSpeaker) - (at - i) * PerMention - (gender == Body && member.Kind == NameKind.Place ? PlaceLoss : 0);
            if (member == best)
            {
                bestScore = Math.Max(bestScore, score);
            }
            else if (score > bestScore)
            {
                (best, nextScore, bestScore) = (member, bestScore, score);
            }
            else
            {
                nextScore = Math.Max(nextScore, score);
            }
        }

        return best is null ? (null, 0.3) : (best, 0.55 + 0.4 * Math.Tanh(Math.Max(0, bestScore - Math.Max(nextScore, -3)) / 3));
    }

    /// <summary>Whoever of those that fit was mentioned last before the token, not too far back.</summary>
    public CastMember? LastWhere(int token, Func<CastMember, bool> fits)
    {
        var at = IndexBefore(token);
        for (var i = at; i >= 0 && at - i < 2 * Reach; i--)
        {
            if (_stream[i].Member is { } member && fits(member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whoever of those that fit is mentioned first behind the token.</summary>
    public CastMember? FirstBehind(int token, Func<CastMember, bool> fits)
    {
        var at = IndexBefore(token) + 1;
        for (var i = at; i < _stream.Count && i - at < 2 * Reach; i++)
        {
            if (_stream[i].Member is { } member && fits(member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The person named or meant most often before the token, of equals the first, and not <paramref name="author"/>; null when there is none.</summary>
    public CastMember? MostNamed(int token, CastMember? author)
    {
        var counts = new Dictionary<CastMember, int>();
        CastMember? most = null;
        for (int i = 0, last = IndexBefore(token); i <= last; i++)
        {
            if (_stream[i].Member is { IsPerson: true } member && member != author)
            {
                counts[member] = counts.GetValueOrDefault(member) + (_stream[i].Subject ? 2 : 1);
                most = most is null || counts[member] > counts[most] ? member : most;
            }
        }

        return most;
    }

    private double Score(Candidate candidate, CastMember member, int token, int gender, int distance, TextSpan content, CastMember? lastSpeaker)
    {
        var score = -PerSentence * distance;
        score += candidate.Subject ? SubjectBonus : 0;
        score -= candidate.Pronoun ? PronounLoss : 0;
        score += candidate.Possessive ? PossessiveBonus : 0;
        score += candidate.Asked && distance > 0 ? AskedBonus : 0;
        score -= candidate.Other == gender && gender != 0 && distance > 0 ? OtherLoss : 0;
        score += member == lastSpeaker ? distance == 1 ? SpokeBeforeBonus : SpokeLastBonus : 0;
        score += gender is 0 or Body or Person ? 0 : member.Gender == gender ? GenderBonus : -NoGenderLoss;
        score -= member.Kind == NameKind.Unknown ? UnknownLoss : 0;
        score -= text.Tokens[candidate.Token].Quoted && !text.Tokens[token].Quoted ? QuotedLoss : 0;
        score -= content.Contains(text.Tokens[candidate.Token].Start) ? text.Tokens[candidate.Token].Quoted ? MarkedContentLoss : ContentLoss : 0;
        score -= words.InHeadline(candidate.Token) ? HeadlineLoss : 0;
        return score;
    }

    private bool IsSubject(NameMention name)
    {
        var (before, after) = (name.Lead - 1, name.End);
        var sameSentence = before >= 0 && text.Tokens[before].Sentence == text.Tokens[name.First].Sentence;
        if (words.IsPossessive(after) || (sameSentence && words.Has(before, WordTraits.Preposition)))
        {
            return false;
        }

        return !sameSentence || LeadsSentence(name) || words.Has(before, WordTraits.Speech) || words.Has(after, WordTraits.Speech | WordTraits.Auxiliary)
            || (after < text.Tokens.Length && text.Tokens[after].Kind == TokenKind.Word && !words.Has(after, WordTraits.Function)
                && text.Word(after) is [.., 'e', 'd'] or [.., 's']);
    }

    /// <summary>“After lunch Ada Moreau, for the families of …, rose”: no verb stands before it, nor the beginning of a clause.</summary>
    private bool LeadsSentence(NameMention name)
    {
        for (var i = name.Lead - 1; i >= 0 && text.Tokens[i].Sentence == text.Tokens[name.First].Sentence; i--)
        {
            // “Then there is Ada Moreau.”
            if (name.Lead - i == 1 && words.Has(i, WordTraits.Auxiliary) && text.Word(Math.Max(0, i - 1)) is "there" or "There")
            {
                return true;
            }

            if (name.Lead - i > LongestLead || words.Has(i, WordTraits.Speech | WordTraits.Auxiliary) || text.Word(i) is [.., 'e', 'd'] or ")" or "that" or "and" || text.Tokens[i].Quoted)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAsked(NameMention name) => name.Lead > 0 && name.End < text.Tokens.Length
        && text.Word(name.Lead - 1) is "ask" or "asks" or "asked" or "asking" or "presses" or "pressed" or "questioned" or "quizzed"
        && text.Word(name.End) is "if" or "whether" or "about" or "what" or "how" or "why" or "when" or "where" or "who" or "for" or "on";

    /// <summary>The gender of a “him” or “her” that a verb behind the name has for its object: not the one who is named.</summary>
    private int OtherBehind(NameMention name)
    {
        var verb = name.End;
        if (verb + 2 >= text.Tokens.Length || text.Tokens[verb].Kind != TokenKind.Word || words.Has(verb, WordTraits.Preposition | WordTraits.Determiner) || words.IsCapital(verb))
        {
            return 0;
        }

        return text.Word(verb + 1) switch
        {
            "him" => 1,
            "her" when words.IsCapital(verb + 2) || text.Tokens[verb + 2].Kind == TokenKind.Punctuation || words.Has(verb + 2, WordTraits.Preposition | WordTraits.Determiner) => -1,
            _ => 0,
        };
    }

    private int IndexBefore(int token)
    {
        int low = 0, high = _stream.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stream[middle].Token < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
