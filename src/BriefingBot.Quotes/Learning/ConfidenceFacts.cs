using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>By what it is told how sure a quotation is, words and speaker together: as numbers, for the model's trees.</summary>
internal static class ConfidenceFacts
{
    public const int Count = 16;

    /// <summary>In place of a distance, where there is no mention.</summary>
    private const float Nowhere = 999;

    /// <param name="text">The article.</param>
    /// <param name="a">What was chosen; its score is the judge's.</param>
    /// <param name="source">Whom its mention was brought to; null when it has none.</param>
    /// <param name="into">Room for <see cref="Count"/> facts.</param>
    public static void Read(Reading text, Attribution a, ResolvedSource? source, ref FactList into)
    {
        var mention = a.Mention;
        into.Add((float)a.Score);
        into.Add((float)(source?.Confidence ?? -1));
        into.Add(source?.Speakers.Count ?? 0);
        into.Add(source is { Speakers: [var only] } ? (int)only.Type : -1);
        into.Add(source?.Name?.Count(' '.Equals) ?? -1);
        into.Add(Form(text, mention));
        into.Add((int)a.KindIn(text));
        into.Add((int)a.Frame);
        into.Add((int)a.Rule);
        into.Add(a.Contents.Sum(run => run.End - run.First));
        into.Add(a.Contents.Count);
        into.Add(a.IsSpeech is null ? 2 : a.IsSpeech.Value ? 1 : 0);
        into.Add(mention.IsEmpty ? Nowhere : Math.Min(Math.Abs(mention.End - a.First), Math.Abs(mention.First - a.End)));
        into.Add(mention.IsEmpty ? Nowhere : text.Sentence(mention.First) - text.Sentence(a.First));
        into.Add(mention.End - mention.First);
        into.Add(a.Cue is { } cue && text.Verb(cue.Verb) is not null);
    }

    /// <summary>0 no mention, 1 “he” and “she”, 2 another word in small letters, 3 a word with a capital, 4 several that end with one, 5 other phrases.</summary>
    private static int Form(Reading text, TokenRun mention)
    {
        if (mention.IsEmpty)
        {
            return 0;
        }

        var isCapital = text.Is(mention.End - 1, WordClass.Capital);
        return mention.End - mention.First > 1 ? isCapital ? 4 : 5
            : SourceReader.GenderOf(text.Text.Word(mention.First)) != 0 ? 1 : isCapital ? 3 : 2;
    }
}
