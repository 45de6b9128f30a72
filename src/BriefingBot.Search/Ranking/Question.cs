using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>What kind of answer a question asks for.</summary>
internal enum AnswerType
{
    Any,
    Person,
    Time,
    Place,
    Number,
    Money,
    Reason,
}

/// <summary>Reads the kind of answer off a question's first question word and what follows it.</summary>
internal static class Question
{
    public static AnswerType TypeOf(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Form : "";
            switch (words[i].Form)
            {
                case "who" or "whom" or "whose":
                    return AnswerType.Person;
                case "when":
                    return AnswerType.Time;
                case "where":
                    return AnswerType.Place;
                case "why":
                    return AnswerType.Reason;
                case "how" when next is "much" && words.Exists(w => w.Form is "cost" or "money" or "pay" or "paid" or "spend" or "spent" or "worth" or "price"):
                    return AnswerType.Money;
                case "how" when next is "many" or "much" or "old" or "far" or "tall" or "big" or "high" or "deep" or "fast":
                    return AnswerType.Number;
                case "how" when next is "long" or "often":
                    return AnswerType.Number;
                case "what" or "which" or "what's":
                    return TypeOfNoun(words, i + 1);
            }
        }

        return AnswerType.Any;
    }

    private static AnswerType TypeOfNoun(List<Word> words, int from)
    {
        for (var i = from; i < Math.Min(from + 3, words.Count); i++)
        {
            switch (words[i].Stem)
            {
                case "year" or "date" or "day" or "month" or "time" or "century" or "decade":
                    return AnswerType.Time;
                case "country" or "city" or "state" or "place" or "town" or "county" or "continent" or "location":
                    return AnswerType.Place;
                case "number" or "percentage" or "percent" or "age" or "population" or "score":
                    return AnswerType.Number;
                case "name" or "person" or "actor" or "actress" or "president" or "author" or "singer":
                    return AnswerType.Person;
            }
        }

        return AnswerType.Any;
    }

    /// <summary>How much a sentence looks as if it held such an answer, 0 to 1; a word that the question itself holds is none.</summary>
    public static double Fit(AnswerType type, ReadOnlySpan<Token> asked, ReadOnlySpan<Token> sentence)
    {
        var best = 0.0;
        foreach (var token in sentence)
        {
            var fit = type switch
            {
                AnswerType.Person when token.Is(WordTraits.Capital) && !token.Is(WordTraits.Time) && !token.Is(WordTraits.Stop) =>
                    token.Is(WordTraits.Titled) ? 1 : token.Is(WordTraits.First) ? 0.6 : 0.9,
                AnswerType.Person when token.Is(WordTraits.Titled) => 0.5,
                AnswerType.Time when token.Is(WordTraits.Time) => token.Is(WordTraits.Number) || token.Is(WordTraits.Capital) ? 1 : 0.6,
                AnswerType.Place when token.Is(WordTraits.Placed) && token.Is(WordTraits.Capital) && !token.Is(WordTraits.Time) => 1,
                AnswerType.Place when token.Is(WordTraits.Placed) && !token.Is(WordTraits.Stop) => 0.5,
                AnswerType.Number when token.Is(WordTraits.Number) => token.Is(WordTraits.Time) ? 0.6 : 1,
                AnswerType.Money when token.Is(WordTraits.Money) => 1,
                AnswerType.Money when token.Is(WordTraits.Number) => 0.6,
                _ => 0.0,
            };
            best = fit > best && !Holds(asked, token.Stem) ? fit : best;
        }

        return best;
    }

    private static bool Holds(ReadOnlySpan<Token> asked, uint stem)
    {
        foreach (var token in asked)
        {
            if (token.Stem == stem)
            {
                return true;
            }
        }

        return false;
    }
}
