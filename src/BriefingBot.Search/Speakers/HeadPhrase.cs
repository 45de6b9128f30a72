using BriefingBot.Search.Words;

namespace BriefingBot.Search.Speakers;

/// <summary>The part of a source's words, or of a role, that tells what somebody is: “friend” of “a friend of Ms Berg's”, “lawyer” of “Mr Berg's lawyer”.</summary>
internal static class HeadPhrase
{
    /// <summary>Where what follows tells more of it: “trustees, who …”, “spokesman for the trust”.</summary>
    public static int End(string[] parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (IsAfter(parts[i]))
            {
                return i;
            }
        }

        return parts.Length;
    }

    /// <summary>The words of it that are no function words.</summary>
    public static List<Word> Of(string text)
    {
        var words = WordReader.Read(text);
        var head = new List<Word>();
        for (var i = 0; i < words.Count; i++)
        {
            var span = words[i].Span;
            if (head.Count > 0 && (IsAfter(words[i].Form) || text.AsSpan(words[i - 1].Span.End, span.Start - words[i - 1].Span.End).ContainsAny(',', ';', '(')))
            {
                break;
            }

            if (span.Of(text) is var written && IsOwner(written, text, span.End))
            {
                // What somebody has speaks, and not they.
                head.Clear();
            }
            else if (!words[i].Is(WordTraits.Stop))
            {
                head.Add(words[i]);
            }
        }

        return head;
    }

    private static bool IsAfter(string word) => word is "of" or "for" or "from" or "with" or "in" or "at" or "on" or "to" or "by" or "near" or "who" or "whose"
        or "whom" or "which" or "that" or "and" or "familiar" or "close" or "speaking";

    private static bool IsOwner(string word, string text, int end) => word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase)
        || (word.EndsWith('s') && end < text.Length && text[end] is '\'' or '’' && end + 1 < text.Length && text[end + 1] == ' ');
}
