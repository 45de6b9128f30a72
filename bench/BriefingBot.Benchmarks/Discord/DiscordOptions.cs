namespace BriefingBot.Benchmarks.Discord;

/// <summary>What the verb was asked for.</summary>
internal sealed record DiscordOptions
{
    public int Rounds { get; private init; } = 3;

    /// <summary>Seconds until memory counts as that of an idle bot.</summary>
    public int Idle { get; private init; } = 30;

    public int Sustained { get; private init; } = 25_000;

    public int Soak { get; private init; } = 100_000;

    public int Faults { get; private init; } = 200;

    /// <summary>Whether each question is another, so that no answer can be remembered.</summary>
    public bool Different { get; private init; }

    public int Seed { get; private init; } = 1;

    public IReadOnlyList<string> Only { get; private init; } = [Bot.Ours, Bot.Peer, Bot.Bare];

    /// <summary>BriefingBot.dll, or the program as published; null: the one built with this bench.</summary>
    public string? Program { get; private init; }

    /// <summary>Null when <paramref name="words"/> are not as the usage says.</summary>
    public static DiscordOptions? Parse(ReadOnlySpan<string> words)
    {
        DiscordOptions? options = new();
        for (; options is not null && words.Length >= 2; words = words[2..])
        {
            var number = int.TryParse(words[1], out var read) ? read : -1;
            options = words[0] switch
            {
                "--only" => options with { Only = words[1].Split(',') },
                "--bot" => options with { Program = Path.GetFullPath(words[1]) },
                "--questions" when words[1] is "same" or "different" => options with { Different = words[1] == "different" },
                "--rounds" when number >= 0 => options with { Rounds = number },
                "--idle" when number >= 0 => options with { Idle = number },
                "--sustained" when number > 0 => options with { Sustained = number },
                "--soak" when number >= 0 => options with { Soak = number },
                "--faults" when number >= 0 => options with { Faults = number },
                "--seed" when number >= 0 => options with { Seed = number },
                _ => null,
            };
        }

        return words.IsEmpty ? options : null;
    }
}
