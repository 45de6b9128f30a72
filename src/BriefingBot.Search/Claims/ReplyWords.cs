using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>English words around a statement, and in it, that tell that it is made against or in answer to another.</summary>
internal static class ReplyWords
{
    /// <summary>With these begins a sentence that sets what somebody says against what was told before.</summary>
    public static readonly HashSet<string> Contrasts = Forms("but however nevertheless nonetheless yet");

    /// <summary>With these begins a sentence that leaves what was told before.</summary>
    public static readonly HashSet<string> TurnsAway = Forms("also additionally earlier elsewhere later meanwhile previously separately");

    /// <summary>Words by which a report says that somebody is of another opinion.</summary>
    public static readonly HashSet<string> Differing = Forms("differ differed differently differs disagree disagreed disagrees");

    /// <summary>What may be “different” from what another told.</summary>
    public static readonly HashSet<string> Versions = Forms("account opinion picture story tale tune version view");

    /// <summary>How words begin by which a report says that somebody answers.</summary>
    public static readonly string[] Answers = ["respond", "respons", "repl", "retort", "rebut", "rejoin", "counter"];

    /// <summary>Words by which a report says that somebody was asked to answer, and what follows them.</summary>
    public static readonly HashSet<string> Asked = Forms("asked challenged confronted informed pressed questioned reminded told"),
        Shown = Forms("informed reminded told"), About = Forms("about by on over with");

    /// <summary>What or who is answered when it is nothing that the story tells.</summary>
    public static readonly HashSet<string> Questioners = Forms(
        "audience email host inquiries inquiry interviewer journalist journalists man moderator press question questioner questions reporter reporters request requests student "
        + "supporter supporters voter voters woman");

    /// <summary>Verbs of those who hold against something.</summary>
    public static readonly HashSet<string> Holding = Forms(
        "bristled contended contends countered counters defended defends disagreed disagrees dismissed insisted insisting insists maintained maintains objected objects protested "
        + "protests scoffed scoffs snorted snorts");

    /// <summary>Verbs of those who are against somebody.</summary>
    public static readonly HashSet<string> Attacking = Forms(
        "accused accuses accusing alleged alleges alleging assailed assails attacked attacking attacks blamed blames blaming blasted blasting blasts criticised criticising criticized "
        + "criticizes criticizing denounced denounces denouncing hammered hit knocked lambasted mocked mocking mocks ridiculed ripped slammed slamming slams taunted");

    /// <summary>Verbs by which somebody tells what another says.</summary>
    public static readonly HashSet<string> Reporting = Forms(
        "accuse accused accuses accusing allege alleges argue argues call called calling calls claim claimed claiming claims complain complains mention mentioned said say saying says "
        + "suggest suggested suggesting suggests talk talked talking talks tell telling tells think thinks told want wants wrote");

    /// <summary>Verbs with which a question is answered.</summary>
    public static readonly HashSet<string> Telling = Forms("answered replied said says told");

    /// <summary>What somebody is who speaks for another.</summary>
    public static readonly HashSet<string> Affiliated = Forms(
        "adviser advisor aide aides allies ally attorney backer campaign chief deputy director lawyer lawyers manager representative solicitor solicitors spokesman spokesperson "
        + "spokeswoman strategist supporter surrogate");

    /// <summary>How verbs begin by which somebody claims.</summary>
    public static readonly string[] Claiming = ["claim", "alleg", "accus"];

    /// <summary>Verbs by which somebody claims in spite of others.</summary>
    public static readonly HashSet<string> Insisting = Forms("argued argues asserted asserts contended contends insisted insists maintained maintains");

    /// <summary>With these begins a question that is reported.</summary>
    public static readonly HashSet<string> Asking = Forms("how if what when where whether which who why");

    /// <summary>Words that say that something is not, not so or nobody's.</summary>
    public static readonly HashSet<string> Negations = Forms(
        "aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't neither never no nobody none nor not nothing shouldn't wasn't weren't won't wouldn't wrong");

    /// <summary>By which something is demanded.</summary>
    public static readonly HashSet<string> Demanding = Forms("must should need needs ought let demand want");

    /// <summary>Verbs that tell no more than that something was said.</summary>
    public static readonly HashSet<string> Plain = Forms("added said says tells told");

    /// <summary>With these end “she did”, “he has not”, “nobody told him so”.</summary>
    public static readonly HashSet<string> Ends = Forms(
        "are aren't can can't cannot could couldn't did didn't do does doesn't don't had hadn't has hasn't have haven't is isn't it not so that this was wasn't were weren't will "
        + "won't would wouldn't");

    /// <summary>By which words of others are taken up.</summary>
    public static readonly HashSet<string> TakingUp = Forms("it such that this those");

    /// <summary>Of whoever speaks, and of whoever is spoken to.</summary>
    public static readonly HashSet<string> Own = Forms("i me my our us we"), You = Forms("you your");

    /// <summary>First words of an answer.</summary>
    public static readonly HashSet<string> YesOrNo = Forms("absolutely look never no nonsense well yes"), Pronouns = Forms("he i it she that there they this we");

    /// <summary>What speaks through others.</summary>
    public static readonly HashSet<string> Bodies = Forms(
        "administration agency association bank board campaign club commission committee company council department firm government group hospital maker ministry museum office "
        + "officials party police regulator school trust union");

    /// <summary>Who speaks for others.</summary>
    public static readonly HashSet<string> SpeakingFor = Forms(
        "adviser aide aides attorney chairman director executive lawyer lawyers manager representative solicitor spokesman spokesperson spokeswoman");

    /// <summary>Whatever is written, as a party.</summary>
    public const string Document = "document";

    /// <summary>What is written speaks for itself, whoever wrote it.</summary>
    public static readonly HashSet<string> Papers = Forms(
        "affidavit audit complaint contract deposition document documents dossier email emails filing indictment lawsuit leak letter memo memorandum minutes petition poll polls "
        + "report study suit survey testimony transcript");

    /// <summary>What is written, and says something.</summary>
    public static readonly HashSet<string> Documents = [.. Papers, .. Forms("article figures records statement")];

    private static HashSet<string> Forms(string words) => [.. WordReader.Read(words).Select(word => word.Form)];
}
