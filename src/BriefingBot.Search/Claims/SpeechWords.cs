using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>English words by which a report says that somebody denies or answers, and what.</summary>
internal static class SpeechWords
{
    /// <summary>How verbs of denial begin.</summary>
    public static readonly string[] Denials =
        ["deny", "denie", "reject", "dismiss", "refut", "disput", "rebut", "rebuff", "contradict", "contest", "repudiat", "disavow", "debunk", "gainsa"];

    /// <summary>Of these, those that deny a statement as it stands: “denied that …”, “denied taking …”.</summary>
    public static readonly string[] DenialsOfClauses = ["deny", "denie", "disput", "refut"];

    /// <summary>Of verbs that say that it is not so, those that are said of a person.</summary>
    public static readonly string[] Contradictions = ["contradict", "disagree"];

    /// <summary>“Gave a different version”; a different view may be of anything.</summary>
    public static readonly HashSet<string> Gives = Forms("gave give gives had has offered offers tells told"), Versions = Forms("account story tale version");

    /// <summary>How verbs of answering begin.</summary>
    public static readonly string[] Replies = ["repl", "respond", "retort", "answer", "counter", "rejoin", "respons", "comeback", "reaction"];

    /// <summary>What comes before “back” in “shot back”.</summary>
    public static readonly HashSet<string> BeforeBack = Forms("shot shoots fired fires hit hits snapped snaps pushed pushes struck strikes");

    /// <summary>How verbs of accusing begin: who is accused, and accuses in turn, answers.</summary>
    public static readonly string[] Accusations = ["accus", "blam"];

    /// <summary>How verbs begin that give something a name.</summary>
    public static readonly string[] Naming = ["call", "describ", "brand", "label", "denounc", "dismiss"];

    /// <summary>Verbs by which somebody takes another's side: “backed her version”.</summary>
    public static readonly HashSet<string> Supports = Forms(
        "accepted accepts acknowledged acknowledges agreed agrees backed backs conceded concedes confirmed confirms corroborated corroborates "
        + "seconded seconds welcomed welcomes");

    /// <summary>“Scoffed at the suggestion”.</summary>
    public static readonly HashSet<string> Scoffs = Forms("bristled bristles scoffed scoffs");

    /// <summary>How verbs begin by which somebody turns against what was said, where that is what they turn against: “challenged the claim”.</summary>
    public static readonly string[] Turning = ["challeng", "question", "downplay", "disagree", "object", "mock", "ridicul", "criticis", "criticiz", "brush", "shrug"];

    /// <summary>Of these, those that say that it is not so.</summary>
    public static readonly string[] TurningDown = ["challeng", "disagree", "object"];

    /// <summary>What somebody said against others, or that may be untrue; stems.</summary>
    public static readonly HashSet<string> Disputed = Stems(
        "accusation allegation assertion characterization claim comment complaint criticism critique insinuation notion remark rumor rumour speculation suggestion");

    /// <summary>Numbers that were told; stems.</summary>
    public static readonly HashSet<string> Figures = Stems("estimate figure number tally");

    /// <summary>“Took issue with”, “cast doubt on”, “does not accept”.</summary>
    public static readonly HashSet<string> Takes = Forms("take taken takes took"), Issue = Forms("issue"), Casts = Forms("cast casts"), Doubt = Forms("doubt"),
        Accept = Forms("accept");

    /// <summary>What somebody does not do with a figure or an account that is told.</summary>
    public static readonly HashSet<string> Recognises = Forms("accept accepts recognise recognised recognises recognize recognized recognizes");

    public static readonly HashSet<string> Tells = Forms("tell telling tells told"), Adds = Forms("added adding adds"),
        Asks = Forms("ask asked asking asks wonder wondered wonders");

    /// <summary>“Stood by” a claim.</summary>
    public static readonly HashSet<string> Standing = Forms("stand standing stands stood");

    /// <summary>What points at something that was said: “confirmed as much”.</summary>
    public static readonly HashSet<string> Pointing = Forms("much that this");

    /// <summary>What a denial says of a claim.</summary>
    public static readonly HashSet<string> Untrue = Forms(
        "absurd balderdash baseless bogus bunk claptrap codswallop drivel fabricated fabrication fabrications fake false fanciful fantasy fiction frivolous hoax invention myth piffle "
        + "garbage groundless hogwash inaccurate incorrect laughable lie lies ludicrous malarkey meritless misleading nonsense poppycock "
        + "preposterous ridiculous rubbish slander smear twaddle unfounded untrue wrong");

    /// <summary>In front of a verb: that it is not, not yet or not really done.</summary>
    public static readonly HashSet<string> NotDone = Forms(
        "aren't can could cannot can't couldn't declined declines didn't doesn't don't fail failed fails hasn't haven't if isn't may might must never not "
        + "refused refuses refusing should to unable will won't would wouldn't wasn't");

    /// <summary>“Went on to deny”, “continues to deny”: done all the same.</summary>
    public static readonly HashSet<string> DoneAllTheSame =
        Forms("began begun continue continued continues continuing gets goes gone got moved quick rises rose rushed stepped steps went");

    public static readonly HashSet<string> Being = Forms("am are be been being is was were");

    /// <summary>What somebody said, as a thing; stems.</summary>
    public static readonly HashSet<string> Said = Stems(
        "accusation account allegation argument assessment assertion attack characterization charge claim comment complaint concern contention criticism critique "
        + "critic denial explanation finding idea insinuation narrative notion objection perception point remark report rumor rumour speculation statement story "
        + "suggestion tale theory timeline verdict version warning");

    /// <summary>Of these, those that are against somebody; stems.</summary>
    public static readonly HashSet<string> Against = Stems("accusation allegation attack charge complaint criticism critique insinuation");

    /// <summary>Verbs by which a report tells what somebody thinks: nobody answers that.</summary>
    public static readonly HashSet<string> Thought = Stems(
        "believe consider decide endorse expect fear feel flip hope imagine intend know like love oppose plan raise share support think throw use want "
        + "wish worry");

    /// <summary>What can be answered, but not denied; stems.</summary>
    public static readonly HashSet<string> Asked = Stems("ad inquiry letter post question tweet");

    /// <summary>With these begins what somebody answers, where it stands in no quotation marks: “countered if he was …”.</summary>
    public static readonly HashSet<string> Answering = Forms("he i if it no not she that there they this those we");

    /// <summary>What can be turned down; stems.</summary>
    public static readonly HashSet<string> Offered = Stems("demand invitation offer proposal request ultimatum");

    /// <summary>“Any wrongdoing”: what the one who denies it has been accused of; stems.</summary>
    public static readonly HashSet<string> Wrongs = Stems("wrongdoing involvement role link connection knowledge responsibility guilt tie misconduct");

    /// <summary>With these begins what is told of the thing said.</summary>
    public static readonly HashSet<string> Clause = Forms("that who whom which because if when where while although");

    /// <summary>With these begins what is no part of the thing denied: “the charges through his lawyer”.</summary>
    public static readonly HashSet<string> Beside = Forms("adding arguing as by calling insisting noting pointing saying telling through");

    /// <summary>Before whoever said it: “attacks from Jeb Bush”.</summary>
    public static readonly HashSet<string> BeforeOwner = Forms("by from in");

    private static HashSet<string> Forms(string words) => [.. WordReader.Read(words).Select(word => word.Form)];

    private static HashSet<string> Stems(string words) => [.. WordReader.Read(words).Select(word => word.Stem)];
}
