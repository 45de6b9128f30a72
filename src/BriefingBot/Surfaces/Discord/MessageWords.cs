using System.Text.RegularExpressions;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// The words of a message as a search takes them: of a long one what stands in quotation marks, else its first words. Discord's Markdown,
/// mentions and addresses are no words, and nothing is read as an operator of the query language.
/// </summary>
internal static partial class MessageWords
{
    /// <summary>Deeper than Discord nests components.</summary>
    private const int DeepestNesting = 6;

    /// <summary>At most <paramref name="longest"/> code units; empty when the message holds no words.</summary>
    public static string Of(Message message, int longest)
    {
        var text = Shown(message);
        text = text.Length > 0 ? text : (message.MessageSnapshots ?? []).Select(forwarded => forwarded?.Message is { } own ? Shown(own) : "")
            .FirstOrDefault(words => words.Length > 0) ?? "";
        if (text.Length > longest && Quoted().Matches(text).MaxBy(match => match.Length) is { } quoted)
        {
            text = quoted.Value;
        }

        var words = Wording.OnOneLine(Operators().Replace(Marks().Replace(text, " "), " ")).Trim();
        return words.Any(char.IsLetterOrDigit) ? Wording.WholeWords(words, longest) : "";
    }

    private static string Shown(Message message)
    {
        var text = Plain(message.Content ?? "");
        text = text.Length > 0 ? text : Plain(string.Join('\n', Embedded(message)));
        return text.Length > 0 ? text : Plain(string.Join('\n', (message.Components ?? []).SelectMany(part => Texts(part, DeepestNesting))));
    }

    private static IEnumerable<string> Embedded(Message message) => (message.Embeds ?? []).OfType<Embed>()
        .SelectMany(embed => new[] { embed.Title, embed.Description }).OfType<string>();

    private static IEnumerable<string> Texts(Component? component, int nesting) => nesting == 0 ? [] : component switch
    {
        TextDisplay { Content: { } content } => [content],
        Section { Components: { } parts } => parts.SelectMany(part => Texts(part, nesting - 1)),
        Container { Components: { } parts } => parts.SelectMany(part => Texts(part, nesting - 1)),
        _ => [],
    };

    private static string Plain(string text) => Markdown().Replace(Links().Replace(Escapes().Replace(text, ""), "$1"), " ").Trim();

    [GeneratedRegex(@"\[([^\]\[]{1,1000})\]\(\S{1,2000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    /// <summary>Addresses; mentions, emoji and times (<c>&lt;@1&gt;</c>); marks at the beginning of a line; emphasis, spoilers, code.</summary>
    [GeneratedRegex(@"<?https?://\S+|<(?:[@#:at/]|id:)[^<>\n]{1,100}>|^(?:>{1,3}|-?\#{1,3}|[-*])[ \t]+|[*`]+|\|\||~~|__+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Markdown();

    /// <summary>What keeps Discord from reading a mark as its own.</summary>
    [GeneratedRegex(@"\\(?=[\p{P}\p{S}])", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();

    [GeneratedRegex("(?<=[“„])[^“”„]+(?=[”“])|(?<=«)[^«»]+(?=»)|(?<=\")[^\"]+(?=\")", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("[\"“”„‟«»〝〞〟＂]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>A hyphen before a word, and the colon of <c>speaker:</c> and <c>kind:</c>.</summary>
    [GeneratedRegex("(?<=^|\\s)[-−]+(?=\\S)|(?<=\\b(?:speaker|kind)):", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Operators();
}
