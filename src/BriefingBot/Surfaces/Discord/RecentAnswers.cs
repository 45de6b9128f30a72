using System.Collections.Concurrent;
using System.Collections.Frozen;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// The answers of late, for as long as the story stays as it is: what one person asks, a server asks after a piece of news. Only commands that
/// answer from the story alone, the same to everybody. Safe for any number of threads.
/// </summary>
/// <param name="edition">The same object while the story's answers stay the same; null while nothing may be kept.</param>
internal sealed class RecentAnswers(Func<object?> edition)
{
    /// <summary>About two megabytes: an answer takes some 5 KB.</summary>
    private const int Most = 400;

    private static readonly FrozenSet<CommandDescription> FromTheStory =
        FrozenSet.Create(CommandCatalog.WhoSaid, CommandCatalog.Quotes, CommandCatalog.Ask, CommandCatalog.SpeakerCard, CommandCatalog.Timeline);

    private volatile Kept _kept = new(null);

    /// <summary>The answer given to the same request before, else the one that <paramref name="answer"/> gives now.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="language">In which the answer is worded; null where it is not known.</param>
    /// <param name="answer">Answers, and tells whether that may be given again: a failure is of the moment.</param>
    public InteractionResponse Of(CommandRequest request, string? language, Func<(InteractionResponse Response, bool Lasting)> answer)
    {
        // Asked before the answer is: then the answer is of this edition or of a later one, never of an earlier.
        if (!FromTheStory.Contains(request.Command) || request.Notes.Count > 0 || edition() is not { } now)
        {
            return answer().Response;
        }

        var kept = _kept;
        var question = $"{language}|{request.Question}";
        if (kept.Edition == now && kept.Answers.TryGetValue(question, out var known))
        {
            return known;
        }

        var (response, lasting) = answer();
        if (lasting)
        {
            if (kept.Edition != now || kept.Answers.Count >= Most)
            {
                _kept = kept = new Kept(now);
            }

            kept.Answers[question] = response;
        }

        return response;
    }

    private sealed record Kept(object? Edition)
    {
        public ConcurrentDictionary<string, InteractionResponse> Answers { get; } = new(StringComparer.Ordinal);
    }
}
