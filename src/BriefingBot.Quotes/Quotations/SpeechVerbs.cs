namespace BriefingBot.Quotes.Quotations;

/// <summary>A verb that can say that somebody said something, and how often it does in each <see cref="Frame"/>.</summary>
/// <param name="Lemma">The dictionary form.</param>
/// <param name="Rates">For each <see cref="Frame"/>, how many of a hundred such sentences report what somebody said.</param>
internal sealed record SpeechVerb(string Lemma, byte[] Rates)
{
    /// <summary>The past tense is also the participle (“accused”), unlike “wrote” and “written”.</summary>
    public bool PastIsParticiple { get; init; } = true;

    /// <summary>The object is who is spoken to: “told reporters”.</summary>
    public bool Addresses { get; init; }

    public double Rate(Frame frame) => Rates[(int)frame] / 100.0;
}

/// <summary>The form of a verb in the text.</summary>
internal enum VerbForm : byte
{
    Base,

    /// <summary>“says”.</summary>
    Third,

    Past,

    /// <summary>A participle that differs from the past tense: “written”.</summary>
    Participle,

    Ing,
}

/// <summary>
/// The verbs of saying. <c>CueVerbs.txt</c> lists for each its five forms and its rates by frame, general English words only.
/// </summary>
internal static class SpeechVerbs
{
    private static readonly string[] Addressing =
        ["tell", "ask", "inform", "remind", "assure", "reassure", "notify", "advise", "warn", "caution", "persuade", "convince"];

    /// <summary>The verbs' forms, without regard to case.</summary>
    public static Dictionary<string, (SpeechVerb Verb, VerbForm Form)> Read()
    {
        using var lines = WordLists.Open("CueVerbs.txt");
        var forms = new Dictionary<string, (SpeechVerb, VerbForm)>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Add(forms, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return forms;
    }

    private static void Add(Dictionary<string, (SpeechVerb, VerbForm)> forms, string[] columns)
    {
        var rates = new byte[8];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = columns.Length > 5 + i ? byte.Parse(columns[5 + i]) : (byte)90;
        }

        var verb = new SpeechVerb(columns[0], rates)
        {
            PastIsParticiple = columns[2] == columns[3],
            Addresses = Addressing.Contains(columns[0]),
        };
        forms[columns[3]] = (verb, VerbForm.Participle);
        forms[columns[2]] = (verb, VerbForm.Past);
        forms[columns[1]] = (verb, VerbForm.Third);
        forms[columns[4]] = (verb, VerbForm.Ing);
        forms.TryAdd(columns[0], (verb, VerbForm.Base));
    }
}
