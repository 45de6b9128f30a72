using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Commands;

/// <summary>
/// Every command there is, once: the terminal reads its lines by it, and other surfaces register from it. A command stands here from
/// the moment that something answers it.
/// </summary>
internal static class CommandCatalog
{
    /// <summary>The longest words, keyword, question or subject, since a reply repeats it.</summary>
    public const int LongestText = 200;

    private static readonly OptionDescription Private = new("private", "Show the answer only to me", OptionType.Boolean);

    private static readonly OptionDescription Kind = new("kind", "Only statements of this kind", OptionType.Choice)
    {
        Choices = [.. Enum.GetValues<QuotationKind>().Select(kind => new OptionChoice(KindNames.Of(kind), PassageFormatter.Kind(kind)))],
    };

    private static readonly OptionDescription Speaker =
        new("speaker", "Only what this person or body said", OptionType.Speaker) { Suggests = Suggestion.Speakers };

    public static readonly CommandDescription WhoSaid = new(
        "who-said", "Who said it: the statements with these words, with the passages they stand in",
        Text("words", "The words you remember; \"a phrase\" and -without work") with { Required = true, Suggests = Suggestion.Phrases, QueryLanguage = true },
        Speaker, Kind, Private);

    public static readonly CommandDescription Quotes = new(
        "quotes", "Statements by keyword, speaker or date",
        Text("keyword", "What the statement is about; \"a phrase\" and -without work") with { QueryLanguage = true },
        Speaker, Kind,
        new OptionDescription("from", "The first day, such as 2019-03-04", OptionType.Date) { MaxLength = 10 },
        new OptionDescription("to", "The last day, such as 2019-03-31", OptionType.Date) { MaxLength = 10 },
        Private)
    {
        NeedsOneOf = ["keyword", "speaker", "from", "to"],
    };

    public static readonly CommandDescription Ask = new(
        "ask", "The passages of the story that answer a question",
        Text("question", "A question in plain words") with { Required = true }, Private);

    public static readonly CommandDescription SpeakerCard = new(
        "speaker", "Who that is, as the story puts it, and what they said, newest first",
        Text("name", "The person or body") with { Required = true, Suggests = Suggestion.Names, MaxLength = 100 }, Private);

    public static readonly CommandDescription Timeline = new(
        "timeline", "Who said what when, oldest first",
        Text("about", "What the statements are about") with { QueryLanguage = true }, Speaker, Private);

    public static readonly CommandDescription Story = new(
        "story", "What the story holds: articles, dates, statements, speakers, and files that could not be read", Private);

    public static readonly CommandDescription Help = new(
        "help", "What can be asked, with examples from the story in hand",
        Text("command", "One command, to learn its options") with { MaxLength = 32 });

    public static readonly CommandDescription Privacy = new(
        "privacy", "What is stored about you; erases it when asked",
        new OptionDescription("erase", "Erase what is stored about me", OptionType.Boolean))
    {
        IsPrivate = true,
    };

    public static readonly CommandGroup Briefing = new("briefing", "A daily briefing of the story, at an hour of your own");

    private static readonly OptionDescription Time =
        new("time", "The hour, such as 08:30; without it the usual one", OptionType.Time) { ComesFirst = true };

    private static readonly OptionDescription Zone =
        new("zone", "The time zone, such as Europe/Zurich; a city is understood", OptionType.Zone) { Suggests = Suggestion.Zones };

    private static readonly OptionDescription About = Text("about", "Only statements about this") with { QueryLanguage = true };

    private static readonly OptionDescription Quiet = new("quiet", "Send it without a push notification", OptionType.Boolean);

    private static readonly OptionDescription Again = new("again", "Start over when everything has been shown", OptionType.Boolean);

    private static readonly OptionDescription Id =
        new("id", "Which briefing, by its number in /briefing list", OptionType.Subscription) { Suggests = Suggestion.Subscriptions, ComesFirst = true };

    public static readonly CommandDescription BriefingNow = new(
        "briefing now", "Today’s briefing, at once; it does not count as delivered", Id, Private);

    public static readonly CommandDescription BriefingSubscribe = new(
        "briefing subscribe", "A daily briefing in this channel, or another (needs Manage Server)",
        Time, Zone, new OptionDescription("channel", "The channel, thread or forum; without it this one", OptionType.Channel), About, Speaker, Quiet, Again);

    public static readonly CommandDescription BriefingMe = new(
        "briefing me", "A daily briefing by direct message", Time, Zone, About, Speaker, Quiet, Again)
    {
        IsPrivate = true,
    };

    public static readonly CommandDescription BriefingList = new(
        "briefing list", "Your daily briefings, and with Manage Server this server’s")
    {
        IsPrivate = true,
    };

    public static readonly CommandDescription BriefingPause = new("briefing pause", "Pauses a daily briefing; nothing is forgotten", Id);

    public static readonly CommandDescription BriefingResume = new("briefing resume", "Goes on with a paused briefing", Id);

    public static readonly CommandDescription BriefingUnsubscribe = new("briefing unsubscribe", "Ends a daily briefing and forgets it", Id);

    /// <summary>In the order in which help lists them.</summary>
    public static readonly IReadOnlyList<CommandDescription> Commands =
    [
        WhoSaid, Quotes, Ask, SpeakerCard, Timeline, Story,
        BriefingNow, BriefingSubscribe, BriefingMe, BriefingList, BriefingPause, BriefingResume, BriefingUnsubscribe,
        Help, Privacy,
    ];

    public static readonly IReadOnlyList<CommandGroup> Groups = [Briefing];

    public static readonly MessageCommandDescription WhoSaidThis = new("Who said this?", WhoSaid, "words");

    public static readonly IReadOnlyList<MessageCommandDescription> MessageCommands = [WhoSaidThis];

    public static CommandDescription? Find(string name) =>
        Commands.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static CommandGroup? FindGroup(string name) =>
        Groups.FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static OptionDescription Text(string name, string description) =>
        new(name, description, OptionType.Text) { MaxLength = LongestText };
}
