using BriefingBot.Surfaces;

namespace BriefingBot.Tests.Surfaces;

public class LineEditorTests
{
    private static readonly string[] Names = ["Jens Stoltenberg", "Joseph Dunford", "Russian Defense Ministry"];

    private static readonly LineCompletion Completion = new(written =>
        [.. Names.Where(name => name.Contains(written, StringComparison.OrdinalIgnoreCase))]);

    [Theory]
    [InlineData("/who", "/who-said")]
    [InlineData("qu", "quotes|quit")]
    [InlineData("/who-said corner sp", "speaker:")]
    [InlineData("/who-said corner speaker:", "Jens Stoltenberg|Joseph Dunford|Russian Defense Ministry")]
    [InlineData("/who-said corner speaker:Jens Sto", "Jens Stoltenberg")]
    [InlineData("/who-said speaker:Jens Stoltenberg k", "kind:")]
    [InlineData("/who-said kind:p", "partly|paraphrase")]
    [InlineData("/who-said x private:", "true|false")]
    [InlineData("speaker dun", "Joseph Dunford")]
    [InlineData("help time", "timeline")]
    [InlineData("/briefing su", "/briefing subscribe")]
    [InlineData("/briefing p", "/briefing pause")]
    [InlineData("/briefing me z", "zone:")]
    [InlineData("/briefing me zone:zur", "Europe/Zurich")]
    [InlineData("/briefing me 8:30 about:x speaker:dun", "Joseph Dunford")]
    [InlineData("unknown x", "")]
    public void Tab_offers_commands_options_choices_and_speakers(string before, string choices) =>
        Assert.Equal(choices, string.Join('|', Completion.For(before).Choices));

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abc<X<<Y", "aYbXc")]
    [InlineData("abc⌫⌫d", "ad")]
    [InlineData("one two⇤x", "xone two")]
    [InlineData("/who⇥cornerstone", "/who-said cornerstone")]
    [InlineData("who-said speaker:jens⇥now", "who-said speaker:Jens Stoltenberg now")]
    [InlineData("who-said kind:p⇥⇥⇥⇥", "who-said kind:paraphrase")]
    [InlineData("a b\u0015c", "c")]
    [InlineData("漢字<⌫x", "x字")]
    public void Keys_edit_the_line(string keys, string line) => Assert.Equal(line, Editor(keys + "⏎").Read());

    [Fact]
    public void Earlier_lines_come_back_and_what_was_typed_is_not_lost()
    {
        var editor = Editor("first⏎second⏎thi↑↑⏎thi↑↓⏎\u0004");
        Assert.Equal(["first", "second", "first", "thi"], Enumerable.Range(0, 4).Select(_ => editor.Read()));
        Assert.Null(editor.Read());
    }

    [Fact]
    public void A_line_longer_than_the_screen_scrolls_sideways()
    {
        using var screen = new StringWriter();
        Assert.Equal(new string('x', 60) + "END", Editor(new string('x', 60) + "END⏎", screen).Read());
        Assert.All(screen.ToString().Split('\r'), drawn => Assert.InRange(drawn.Replace("\u001b[K", "", StringComparison.Ordinal).Length, 0, 40));
    }

    [Fact]
    public void What_is_printed_meanwhile_stands_above_the_line_that_is_typed()
    {
        using var screen = new StringWriter();
        var keys = new Queue<ConsoleKeyInfo>("abc⏎".Select(Key));
        LineEditor? editor = null;
        editor = new LineEditor("> ", NextKey, screen, () => 40, Completion);

        Assert.Equal("abc", editor.Read());
        Assert.Contains("> ab\u001b[K\r\u001b[4C\r\u001b[KA briefing.\n\r> ab\u001b[K", screen.ToString(), StringComparison.Ordinal);
        var before = screen.ToString().Length;
        editor.Interject(() => screen.Write("Another.\n"));
        Assert.Equal("Another.\n", screen.ToString()[before..]);

        ConsoleKeyInfo NextKey()
        {
            if (keys.Count == 2)
            {
                editor!.Interject(() => screen.Write("A briefing.\n"));
            }

            return keys.Dequeue();
        }
    }

    private static LineEditor Editor(string keys, TextWriter? screen = null)
    {
        var queue = new Queue<ConsoleKeyInfo>(keys.Select(Key));
        return new LineEditor("> ", queue.Dequeue, screen ?? TextWriter.Null, () => 40, Completion);
    }

    private static ConsoleKeyInfo Key(char key) => key switch
    {
        '⏎' => new('\r', ConsoleKey.Enter, false, false, false),
        '⇥' => new('\t', ConsoleKey.Tab, false, false, false),
        '⌫' => new('\b', ConsoleKey.Backspace, false, false, false),
        '⇤' => new('\0', ConsoleKey.Home, false, false, false),
        '<' => new('\0', ConsoleKey.LeftArrow, false, false, false),
        '↑' => new('\0', ConsoleKey.UpArrow, false, false, false),
        '↓' => new('\0', ConsoleKey.DownArrow, false, false, false),
        '\u0004' => new(key, ConsoleKey.D, false, false, true),
        '\u0015' => new(key, ConsoleKey.U, false, false, true),
        _ => new(key, ConsoleKey.None, false, false, false),
    };
}
