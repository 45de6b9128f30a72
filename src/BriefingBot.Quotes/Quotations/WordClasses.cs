namespace BriefingBot.Quotes.Quotations;

/// <summary>The closed word classes of English, as far as attributions need them.</summary>
internal static class WordClasses
{
    /// <summary>The classes of one token, of which <paramref name="listed"/> is known.</summary>
    public static WordClass Of(ReadOnlySpan<char> word, TokenKind kind, LexiconEntry? listed) => kind switch
    {
        TokenKind.QuotationMark => WordClass.Mark,
        TokenKind.Number => WordClass.Number,
        TokenKind.Punctuation => OfSign(word[0]),
        _ => OfWord(word, listed),
    };

    private static WordClass OfSign(char sign) => sign switch
    {
        ',' => WordClass.Comma,
        ':' => WordClass.Colon,
        '.' or '?' or '!' or ';' or '…' => WordClass.Stop,
        '–' or '—' or '―' or '-' => WordClass.Dash,
        _ => WordClass.Sign,
    };

    private static WordClass OfWord(ReadOnlySpan<char> word, LexiconEntry? listed)
    {
        if (word[0] is '\'' or '’' && word.Length == 2)
        {
            return WordClass.Genitive;
        }

        var capital = char.IsUpper(word[0]) ? WordClass.Capital : WordClass.None;
        if (listed is { Class: not WordClass.None and var known })
        {
            return known | capital;
        }

        var negated = word.Length > 4 && word[^1] is 't' && word[^2] is '\'' or '’' && word[^3] == 'n';
        return negated ? WordClass.Auxiliary | WordClass.Negation
            : word.Length > 4 && word.EndsWith("ing") ? WordClass.Ing | capital
            : word.Length > 4 && word.EndsWith("ly") && capital == 0 ? WordClass.Adverb
            : capital;
    }

    /// <summary>The words of the closed classes, without regard to case.</summary>
    public static Dictionary<string, WordClass> Read()
    {
        var table = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        void Add(WordClass of, string words)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                table[word] = table.GetValueOrDefault(word) | of;
                if (word.Contains('\'', StringComparison.Ordinal))
                {
                    table[word.Replace('\'', '’')] = table[word];
                }
            }
        }

        Add(WordClass.Determiner, """
            a an the this these those some any every each all both another no many several most few such other either
            neither
            """);
        Add(WordClass.Possessive, "his her its their my our your whose");
        Add(WordClass.Subject, """
            he she they it i we you who there he'd she'd they'd i'd we'd you'd he'll she'll they'll i'll we'll you'll i'm
            they're we're you're they've i've we've you've it'll it'd
            """);
        Add(WordClass.Object, "him her them it us me you himself herself themselves itself myself ourselves");
        Add(WordClass.Preposition, """
            of in on at by for from with without about against into onto over under after before during through between
            among toward towards as since until despite amid upon within across behind beyond like near outside inside
            regarding concerning via per along around alongside following unlike except besides throughout ahead versus
            """);
        Add(WordClass.Conjunction, "and or but nor yet &");
        Add(WordClass.Subordinator, "because although though while when after before since if as until unless where whereas once whenever");
        Add(WordClass.Be, "is are was were be been being am isn't aren't wasn't weren't ain't");
        Add(WordClass.Auxiliary, """
            have has had having do does did can could will would may might must shall should don't doesn't didn't won't
            can't couldn't wouldn't shouldn't hasn't haven't hadn't cannot he'd she'd they'd i'd we'd he'll she'll they'll
            i'll we'll they've i've we've you've
            """);
        Add(WordClass.Be, "i'm they're we're you're");
        Add(WordClass.Negation, """
            not never don't doesn't didn't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't cannot isn't
            aren't wasn't weren't
            """);
        Add(WordClass.Adverb, """
            not also never ever then now later earlier already still just once again often too even only further instead
            however soon though perhaps maybe here there back away twice yet always sometimes first rather quite very
            almost all long once so more less much well thus meanwhile therefore nonetheless nevertheless hence far simply
            """);
        Add(WordClass.Time, """
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december jan feb aug sept oct nov dec jan. feb. aug. sept. oct. nov. dec. yesterday
            today tonight tomorrow week month year morning afternoon evening night weekend last week's days weeks months
            years ago
            """);
        Add(WordClass.Wh, "whether what how why which who whom whose where when if whatever whoever");
        Add(WordClass.That, "that");
        Add(WordClass.To, "to");
        Add(WordClass.Occasion, """
            statement interview interviews statements tweet tweets speech speeches letter email e-mail memo rally
            conference news op-ed twitter facebook briefing testimony filing debate remarks message essay radio television
            tv meeting appearance release lawsuit podcast show hearing town phone telephone comments session
            """);
        Add(WordClass.Verb, """
            said says told tells wrote writes went goes came comes became becomes made makes took takes got gave gives
            knew knows thought thinks felt feels found saw sees kept keeps began begins brought brings held holds met
            meets ran runs won lost spoke speaks stood stands sent sends paid pays put puts let lets led leads seems
            appeared remained included includes used got want wants wanted believe believes hoped know think add adds
            added
            """);
        Add(WordClass.Audience, "reporters journalists supporters viewers listeners lawmakers investors voters donors fans");
        return table;
    }
}
