using System.Collections;

namespace BriefingBot.Briefings;

/// <summary>A passage of a briefing.</summary>
/// <param name="Passage">As it is shown.</param>
/// <param name="Place">Its number in the subject; null for one that is shown though it is not of the subject any more.</param>
internal sealed record ChosenPassage(BriefingPassage Passage, int? Place);

/// <summary>The passages of one briefing, in the order of choice. What belongs together is shown together, and nothing comes twice.</summary>
/// <param name="subject">What to choose from.</param>
/// <param name="shown">What is not shown again, whatever it belongs to.</param>
/// <param name="most">How many passages, unless more belong together.</param>
internal sealed class BriefingChoice(BriefingSubject subject, HashSet<int> shown, int most)
{
    private readonly List<ChosenPassage> _passages = [];
    private readonly HashSet<int> _places = [];
    private readonly BitArray _covered = subject.Selection.NothingCovered();

    public BriefingSubject Subject => subject;

    public IReadOnlyList<ChosenPassage> Passages => _passages;

    /// <summary>Of the subject, what was shown and is shown with this briefing.</summary>
    public HashSet<int> Told => [.. shown, .. _places];

    /// <summary>Whether a passage of the subject was shown in an earlier briefing.</summary>
    public bool WasShown(int place) => shown.Contains(place);

    /// <summary>Whether a passage of the subject is yet to be shown.</summary>
    public bool IsLeft(int place) => subject.IsLeft(place, shown) && !_places.Contains(place);

    /// <summary>Identities of all that is shown, and of what is shown for being nearly the same as what was shown before.</summary>
    /// <param name="before">Identities of what was shown before.</param>
    public IEnumerable<string> Identities(IReadOnlySet<string> before) => _passages.SelectMany(chosen => chosen.Passage.Identities)
        .Concat(_places.SelectMany(place => subject.Passages[place].Identities)).Concat(subject.LaterIdentities(shown, before)).Distinct();

    /// <summary>Takes what was shown in other words before, as long as there is room.</summary>
    /// <param name="corrected">As it reads now, in the order of showing.</param>
    public void TakeCorrected(IReadOnlyList<BriefingPassage> corrected)
    {
        foreach (var passage in corrected)
        {
            if (_passages.Count >= most)
            {
                return;
            }

            // One statement of several articles is shown as the corrected one has it.
            var place = passage.Statements.Select(subject.Place).FirstOrDefault(place => place is not null);
            foreach (var each in place is { } known && !_places.Contains(known) ? subject.Pairs.Together(known, IsUnshown) : [-1])
            {
                if (each == -1 || each == place)
                {
                    Add(passage, place);
                }
                else
                {
                    Add(subject.Passages[each], each);
                }
            }
        }
    }

    /// <summary>
    /// Takes the best of what is left, as long as there is room, headlines last; what finds no room beside others is for a later briefing.
    /// </summary>
    /// <param name="wanted">Of all that is left.</param>
    public void Take(Func<int, bool> wanted)
    {
        TakeBest(i => wanted(i) && !subject.IsHeadline(i));
        TakeBest(wanted);
    }

    private void TakeBest(Func<int, bool> wanted)
    {
        while (_passages.Count < most
            && subject.Selection.Next(i => wanted(i) && IsLeft(i) && Fits(i), _covered) is { } next)
        {
            foreach (var each in subject.Pairs.Together(next, IsUnshown))
            {
                Add(subject.Passages[each], each);
            }
        }
    }

    private bool Fits(int place) =>
        _passages.Count == 0 || !subject.Pairs.Hold(place) || subject.Pairs.Together(place, IsUnshown).Count <= most - _passages.Count;

    private bool IsUnshown(int place) => !shown.Contains(place) && !_places.Contains(place);

    private void Add(BriefingPassage passage, int? place)
    {
        _passages.Add(new ChosenPassage(passage, place));
        if (place is { } known)
        {
            _places.Add(known);
            subject.Selection.Cover(known, _covered);
        }
    }
}
