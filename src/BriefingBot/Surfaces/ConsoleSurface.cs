using System.Text;
using BriefingBot.Commands;
using BriefingBot.Surfaces.Discord;
using Spectre.Console;

namespace BriefingBot.Surfaces;

/// <summary>Standard output as a place to answer at: text for people, or a JSON object a line for programs.</summary>
internal sealed class ConsoleSurface
{
    private readonly TextWriter _output;
    private readonly IAnsiConsole? _console;
    private readonly ReplyText? _text;
    private readonly Lock _writing = new();

    private ConsoleSurface(TextWriter output, IAnsiConsole? console, ReplyText? text)
    {
        _output = output;
        _console = console;
        _text = text;
    }

    /// <summary>Whether what is written there may move the cursor.</summary>
    public bool UnderstandsAnsi => _console?.Profile.Capabilities.Ansi ?? false;

    /// <summary>Answers as text; wrapped and emphasised when <paramref name="isTerminal"/>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isTerminal">Whether somebody looks at a terminal: then colour and width are asked from it (<c>NO_COLOR</c> is heeded).</param>
    /// <param name="zone">For days and times.</param>
    public static ConsoleSurface Text(TextWriter output, bool isTerminal, TimeZoneInfo zone)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unlimited;
        }

        return new ConsoleSurface(output, console, new ReplyText(console.Profile.Capabilities.Ansi, zone));
    }

    /// <summary>Answers as JSON, a line a reply.</summary>
    public static ConsoleSurface Json(TextWriter output) => new(output, null, null);

    /// <summary>Standard output in UTF-8 without a byte order mark, whatever the locale says.</summary>
    public static StreamWriter StandardOutput() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    /// <summary>Writes the reply and flushes, so that a caller can wait for it.</summary>
    /// <param name="reply">What to say.</param>
    /// <param name="request">What it answers, where that was a command.</param>
    public void Show(Reply reply, CommandRequest? request = null)
    {
        lock (_writing)
        {
            if (_console is not null)
            {
                _console.Write(_text!.Render(reply));
            }
            else
            {
                _output.WriteLine(ReplyJson.Of(reply, DiscordReplies.Message(reply, request)));
            }

            _output.Flush();
        }
    }

    /// <summary>A reply that nobody asked for, as it would be shown: without what only an answer has.</summary>
    public string Text(Reply reply)
    {
        if (_console is null)
        {
            return ReplyJson.Of(reply, DiscordReplies.Message(reply, null));
        }

        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Interactive = InteractionSupport.No });
        console.Profile.Capabilities.Ansi = _console.Profile.Capabilities.Ansi;
        console.Profile.Capabilities.ColorSystem = _console.Profile.Capabilities.ColorSystem;
        console.Profile.Width = _console.Profile.Width;
        console.Write(_text!.Render(reply with { Page = ReplyPage.Only }));
        return text.ToString();
    }

    /// <summary>Prints what was made before, whole, between answers.</summary>
    public void Print(string text)
    {
        lock (_writing)
        {
            _output.Write(text);
            _output.Flush();
        }
    }

    private const int Unlimited = 1_000_000;
}
