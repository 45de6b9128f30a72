using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>The words that say that something was said, and what they tell of it.</summary>
internal sealed class Cue
{
    private readonly List<Word> _words;

    private Cue(List<Word> words) => _words = words;

    /// <param name="words">May be null: where only position tells who speaks.</param>
    public static Cue Of(string? words) => new(WordReader.Read(words ?? ""));

    /// <summary>Whether it is told as done: not denied, possible, asked for or undergone.</summary>
    public bool IsDone => Asks || (!Holds(SpeechWords.NotDone) || Holds(SpeechWords.DoneAllTheSame)) && (!IsPassive || IsBy);

    /// <summary>Whether somebody else may answer it: said, not thought, and not merely reported.</summary>
    public bool IsSaid => IsDone && !_words.Exists(word => word.Form == "according" || (SpeechWords.Thought.Contains(word.Stem) && !Asks));

    /// <summary>“Rejected by”, before whoever did it.</summary>
    public bool IsBy => _words is [.., { Form: "by" }];

    public bool Denies => Begins(SpeechWords.Denials);

    /// <summary>Of verbs that deny a statement as it stands.</summary>
    public bool DeniesClauses => Begins(SpeechWords.DenialsOfClauses);

    /// <summary>“Replied”, “shot back”.</summary>
    public bool Replies => Begins(SpeechWords.Replies) || (_words is [.., var before, { Form: "back" }] && SpeechWords.BeforeBack.Contains(before.Form));

    /// <summary>“Backed”, “stood by”: takes the other's side.</summary>
    public bool Supports => Holds(SpeechWords.Supports) || (Holds(SpeechWords.Standing) && _words is [.., { Form: "by" }]);

    /// <summary>“Took issue with”, “cast doubt on”, “does not accept”.</summary>
    public bool Doubts => Holds(SpeechWords.Scoffs) || (Holds(SpeechWords.Takes) && Holds(SpeechWords.Issue))
        || (Holds(SpeechWords.Casts) && Holds(SpeechWords.Doubt)) || (Holds(SpeechWords.NotDone) && Holds(SpeechWords.Accept));

    /// <summary>“Challenged (the claim)”.</summary>
    public bool Turns => Begins(SpeechWords.Turning) && !Holds(SpeechWords.Asks);

    /// <summary>“Contradicted”, “disagreed”: may be said of a person.</summary>
    public bool Contradicts => Begins(SpeechWords.Contradictions);

    /// <summary>“Told (a different story)”, “gave (another version)”.</summary>
    public bool Differs(IReadOnlyList<Word> words) => words is [{ Form: "a" or "an" or "another" }, ..] and { Count: <= 5 } && Holds(SpeechWords.Gives)
        && words.Where((word, i) => i > 0 && words[i - 1].Form is "different" or "another" or "opposite" or "conflicting" && SpeechWords.Versions.Contains(word.Form)).Any();

    /// <summary>Whether that says that it is not so.</summary>
    public bool TurnsDown => Begins(SpeechWords.TurningDown);

    /// <summary>“Told the reporter”: said to somebody else than whoever spoke before.</summary>
    public bool Tells => Holds(SpeechWords.Tells);

    /// <summary>“Agreed with”, before whoever is meant.</summary>
    public bool IsWith => _words is [.., { Form: "with" }];

    /// <summary>“Asked whether …”, “wants to know …”.</summary>
    public bool Asks => Holds(SpeechWords.Asks) || (_words is [.., { Form: "to" }, { Form: "know" }] && _words[0].Stem == "want");

    /// <summary>“Adding that …”.</summary>
    public bool Adds => Holds(SpeechWords.Adds);

    public bool Accuses => Begins(SpeechWords.Accusations);

    /// <summary>“Called it”.</summary>
    public bool Names => Begins(SpeechWords.Naming);

    private bool IsPassive => Holds(SpeechWords.Being) && _words.Exists(word => word.Form.EndsWith("ed", StringComparison.Ordinal));

    private bool Holds(HashSet<string> forms) => _words.Exists(word => forms.Contains(word.Form));

    private bool Begins(string[] verbs) => _words.Exists(word => verbs.Any(verb => word.Form.StartsWith(verb, StringComparison.Ordinal)));
}
