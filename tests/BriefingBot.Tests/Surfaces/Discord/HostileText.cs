using System.Globalization;
using System.Text;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>Text that tries to be more than text.</summary>
internal static class HostileText
{
    private static readonly string[] Nasty =
    [
        "**", "__", "~~", "`", "```", "||", "\\", "> ", ">>> ", "# ", "-# ", "- ", "1. ", "\n", "\r\n", "\n\n", "\t", " ", "      ", "@everyone", "@here",
        "<@1>", "<@&2>", "<#3>", "<t:1:R>", "</ask:1>", "<:x:1>", ":smile:", "https://evil.example/a_b", "[x](https://evil.example)", "](<x>)", "discord.gg/x",
        "e\u0301", "a\u0301\u0302\u0303\u0304", "👩‍👩‍👧‍👦", "🇨🇭", "𝒳", "漢字", "שלום", "مرحبا", "\u202e", "\u2066", "\u200b", "\ufeff", "\0", "\u0007",
        "\ud83d", "\ude00", "\u2028", "a", "word ", "The treaty ", "“said”", "0", "9.", ":", ".", "…", "é", "|", ";", "=", "*",
    ];

    /// <summary>A short text.</summary>
    public static readonly Gen<string> Lines = Gen.OneOf(Nasty).Array[0, 40].Select(string.Concat);

    /// <summary>Mostly short, sometimes thousands of characters, sometimes one character that does not end.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (6, Lines),
        (3, Gen.OneOf(Nasty).Array[200, 1500].Select(string.Concat)),
        (1, Gen.Select(Gen.OneOf("\u0301", "*", "_", "\\", "漢", "𝒳", "<", "\n", " "), Gen.Int[1, 5000], (piece, count) => "a" + string.Concat(Enumerable.Repeat(piece, count)))));

    /// <summary>A reader's view: backslashes before marks taken off.</summary>
    public static string Unescaped(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            i += markdown[i] == '\\' ? 1 : 0;
            text.Append(markdown[i]);
        }

        return text.ToString();
    }

    /// <summary>What is left for Discord to obey: without what is escaped.</summary>
    public static string Bare(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\')
            {
                Assert.True(i + 1 < markdown.Length, "A text ends inside an escape.");
                i++;
                continue;
            }

            text.Append(markdown[i]);
        }

        return text.ToString();
    }

    /// <summary>Where characters end as readers see them.</summary>
    public static HashSet<int> Boundaries(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];
}
