using BriefingBot.Search;
using BriefingBot.Search.Speakers;

namespace BriefingBot.Commands;

/// <summary>Whether words that somebody typed are a name in the story, or only near one.</summary>
internal static class StoryNames
{
    /// <summary>
    /// Whether <paramref name="typed"/> stands, word for word and in this order, in one of the member's names, alone or after a role; or is made
    /// of words of one name in another order, as in “Stoltenberg, Jens”.
    /// </summary>
    public static bool Fits(CastMember member, string typed)
    {
        var words = SpeakerNames.Parts(typed);
        return words.Length > 0 && (IsNameOf(member, typed) || Names(member).Any(name => Contains(SpeakerNames.Parts(name), words)));
    }

    /// <summary>Those of the story's speakers that are called so; then the others that may be meant.</summary>
    public static (IReadOnlyList<CastMember> Called, IReadOnlyList<CastMember> Near) Find(SentenceIndex index, string typed)
    {
        var members = Meant(index, typed, 10).ToLookup(member => Fits(member, typed));
        return ([.. members[true]], [.. members[false].Take(3)]);
    }

    /// <summary>Whether the words are a name in the story: of somebody, or of a country in whose name somebody speaks.</summary>
    public static bool NameSomebody(SentenceIndex index, string typed) =>
        Meant(index, typed, 5).Any(member => Fits(member, typed) || !Resembles(member, typed));

    /// <summary>
    /// Whether a word of <paramref name="typed"/> is one of the member's names, or a misspelt one. Otherwise only the world's knowledge leads
    /// to the member.
    /// </summary>
    public static bool Resembles(CastMember member, string typed)
    {
        var known = Names(member).SelectMany(SpeakerNames.Parts).ToHashSet(StringComparer.Ordinal);
        return SpeakerNames.Parts(typed).Any(word => known.Any(name => name.StartsWith(word, StringComparison.Ordinal)) || NearestName.Find(word, known) is not null);
    }

    /// <summary>Without a letter it is nobody's name, and all of the story's speakers are equally far.</summary>
    private static IReadOnlyList<CastMember> Meant(SentenceIndex index, string typed, int limit) =>
        typed.Any(char.IsLetterOrDigit) ? index.Speakers(typed, limit) : [];

    /// <summary>Whether <paramref name="typed"/> stands in one of the member's names, in whatever order, titles before it or not, without the help of a role.</summary>
    public static bool IsNameOf(CastMember member, string typed)
    {
        var words = SpeakerNames.Parts(typed);
        var bare = SpeakerNames.WithoutTitles(typed);
        return member.OtherNames.Append(member.Name).Select(SpeakerNames.Parts).Any(name => Holds(name, words) || (bare.Length < words.Length && Holds(name, bare)));
    }

    private static bool Holds(string[] name, string[] words) => Contains(name, words) || (words.Length > 1 && HoldsEach(name, words));

    private static IEnumerable<string> Names(CastMember member) =>
        [member.Name, .. member.OtherNames, .. member.Roles.Select(role => $"{role} {member.Name}"),
            .. member.Roles.SelectMany(role => member.OtherNames.Select(name => $"{role} {name}"))];

    private static bool HoldsEach(string[] name, string[] words)
    {
        var left = name.ToList();
        return words.All(left.Remove);
    }

    private static bool Contains(string[] name, string[] words)
    {
        for (var start = 0; start + words.Length <= name.Length; start++)
        {
            if (name.AsSpan(start, words.Length).SequenceEqual(words))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Whom a filter by speaker was taken for, or who may have been meant by it.</summary>
internal static class SpeakerHint
{
    private const int MostOffered = 3;

    /// <summary>What there is to say of the filter under <paramref name="reply"/>: nothing when somebody in the story is called so.</summary>
    public static IReadOnlyList<string> Of(SentenceIndex index, Reply reply, string? typed) => reply.Found ? Taken(index, reply, typed) : For(index, typed);

    /// <summary>“Stoltenburg” is taken for Jens Stoltenberg; Russia for Moscow and the Kremlin.</summary>
    private static IReadOnlyList<string> Taken(SentenceIndex index, Reply reply, string? typed)
    {
        if (typed is null)
        {
            return [];
        }

        var (called, near) = StoryNames.Find(index, typed);
        if (called.Any(member => StoryNames.IsNameOf(member, typed)))
        {
            return [];
        }

        var names = called.Concat(near).Select(member => member.Name)
            .Where(name => reply.Leading.Any(passage => passage.Quotation?.Speakers.Contains(name) == true)).ToList();
        return names.Count == 0 ? [] : [$"“{typed}” is taken for {Wording.All(names)}.{OneOf(names)}"];
    }

    /// <summary>How to ask for one of several; nothing where there is one, or more than a line holds.</summary>
    private static string OneOf(List<string> names) => names.Count is < 2 or > MostOffered ? ""
        : $" For one of them alone: {Wording.Either(names.ConvertAll(name => $"speaker:{name}"))}.";

    /// <summary>No sentence without a name, or when somebody in the story is called so.</summary>
    public static IReadOnlyList<string> For(SentenceIndex index, string? typed)
    {
        if (typed is null)
        {
            return [];
        }

        var (called, near) = StoryNames.Find(index, typed);
        return called.Count > 0 ? []
            : near.Count == 0 ? [$"Nobody called “{typed}” speaks in this story."]
            : [$"Nobody called “{typed}” speaks in this story. Did you mean {Wording.Either([.. near.Select(member => member.Name)])}?"];
    }
}
