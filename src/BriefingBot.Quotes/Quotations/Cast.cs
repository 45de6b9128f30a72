using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// The people and bodies of one article, and what its mentions refer to. Made for one article, used by one thread; mentions are
/// resolved in text order, since a pronoun depends on who spoke before. Linear in the length of the text.
/// </summary>
internal sealed class Cast
{
    private readonly List<NameMention> _names;
    private readonly NameLinks _links;
    private readonly CastMember[] _members;
    private readonly int[] _nameAt;
    private readonly SourceReader _sources;
    private readonly Dictionary<TextSpan, ResolvedSource> _resolved = [];

    private Cast(ArticleText text, IEnumerable<TokenRun> labels, string? author)
    {
        Text = text;
        Words = new ArticleWords(text, labels);
        _names = new NameFinder(text, Words).Find();
        _links = new NameLinks(text, Words, _names);
        _members = _links.Members;
        _nameAt = new int[text.Tokens.Length];
        Array.Fill(_nameAt, -1);
        var roles = new RoleReader(text, Words);
        var lede = new Lede(text, Words);
        var antecedents = new Antecedents(text, Words);
        var kinship = new Kinship(text, Words, antecedents, _members, _nameAt);
        var token = 0;
        for (var i = 0; i < _names.Count; i++)
        {
            ReadPronouns(antecedents, token, _names[i].First);
            token = _names[i].End;
            _nameAt.AsSpan(_names[i].First, _names[i].End - _names[i].First).Fill(i);
            roles.Read(_names[i], _members[i]);
            lede.Read(_names[i], _members[i], roles.Introduced);
            ReadTitles(_names[i], _members[i]);
            ReadReflexive(_names[i], _members[i]);
            _members[i].Age = Descriptions.AgeBehind(text, _names[i].End) is > 0 and var age ? age : _members[i].Age;
            kinship.Read(_names[i], _members[i]);
            antecedents.Add(_names[i], _members[i]);
        }

        ReadPronouns(antecedents, token, text.Tokens.Length);
        Author = Bylines.AuthorOf(text, Words, _names, _members) ?? (Bylines.PersonIn(author) is { } name ? Named(name) ?? new CastMember(name, NameKind.Person) : null);
        _sources = new SourceReader(text, Words, this, new SourcePhrases(text, Words, this), antecedents, kinship, new Offices(text, Words, antecedents, roles.Introduced));
    }

    public ArticleText Text { get; }

    /// <summary>Whose article it is, who says “I” there; null when it names no author.</summary>
    public CastMember? Author { get; }

    /// <summary>What the word lists say about each token: offices, verbs of speech, places.</summary>
    public ArticleWords Words { get; }

    /// <summary>Everybody whom the article names, in order of first mention; ask once all mentions are resolved.</summary>
    public IReadOnlyList<Speaker> Members =>
        _members.Concat(Author is { Speaks: true } author ? [author] : []).Distinct().Where(member => member.Speaks || !member.IsWord).Select(member => member.Speaker).ToArray();

    /// <summary>The cast of an article.</summary>
    /// <param name="text">The article.</param>
    /// <param name="labels">The names that stand before or above turns of a talk: “FENN” is then somebody, and no acronym.</param>
    /// <param name="author">Who wrote it, as its file says; whoever the text itself names as its author comes first.</param>
    public static Cast Of(ArticleText text, IEnumerable<TokenRun>? labels = null, string? author = null) => new(text, labels ?? [], author);

    /// <summary>Who is meant by <paramref name="mention"/> as the source of <paramref name="content"/>; any spans are good input.</summary>
    public ResolvedSource Resolve(TextSpan mention, TextSpan content) => _resolved[mention] = _sources.Resolve(mention, content);

    /// <summary>Who was meant by the mention when it was resolved last; null when it was not.</summary>
    public ResolvedSource? Resolved(TextSpan mention) => _resolved.GetValueOrDefault(mention);

    /// <summary>The one whom the words at <paramref name="interviewed"/> name, as whoever <paramref name="mention"/> means in an interview; null where it names nobody, or a “she” cannot be him.</summary>
    public ResolvedSource? Interviewed(TokenRun interviewed, TextSpan mention) => MentionAt(interviewed.End - 1) is null ? null : _sources.Interviewed(MemberAt(interviewed.End - 1), mention);

    /// <summary>The name that the token is a part of; null when it is part of none. A lookup.</summary>
    internal NameMention? MentionAt(int token) => token >= 0 && token < _nameAt.Length && _nameAt[token] >= 0 ? _names[_nameAt[token]] : null;

    /// <summary>Whoever the article names so in full, in any case; null when nobody. A lookup.</summary>
    internal CastMember? Named(ReadOnlySpan<char> fullName) => _links.Named(fullName);

    /// <summary>Whoever has the token for a surname, though the word by itself is an office or a people (“Deacon”, “Cuban”); null when nobody. A lookup.</summary>
    internal CastMember? BearerAt(int token) => Words.IsCapital(token) ? _links.BearerAt(token) : null;

    internal CastMember MemberAt(int token) => _members[_nameAt[token]];

    private void ReadTitles(NameMention name, CastMember member)
    {
        if (!member.IsPerson)
        {
            return;
        }

        // “Det Insp Ada Moreau”, “Ada Moreau KC”.
        for (var i = name.Lead; i < name.End; i++)
        {
            if (i < name.First || i >= name.NameEnd)
            {
                HoldsByTitle(i);
            }
        }

        // “Ada Moreau, MP,”, and not “told Ada Moreau, MP Jan Keller and”.
        var behind = name.End + 1;
        if (behind < Text.Tokens.Length && Text.Word(name.End) is "," && Text.Tokens[behind].Sentence == Text.Tokens[name.First].Sentence
            && Postnominals.Contains(Text.Word(behind)) && !(behind + 1 < Text.Tokens.Length && Words.IsCapital(behind + 1)))
        {
            HoldsByTitle(behind);
        }

        void HoldsByTitle(int token)
        {
            foreach (var office in OfficeKinds.OfTitle(Text.Word(token)))
            {
                member.Holds(office);
            }
        }
    }

    /// <summary>“Thring himself”, and at a sentence's head “Moreau and her aides”: the gender of a name that tells none.</summary>
    private void ReadReflexive(NameMention name, CastMember member)
    {
        if (name.End + 1 >= Text.Tokens.Length || !member.IsPerson || member.Gender != 0)
        {
            return;
        }

        member.SupposedGender = Text.Word(name.End) switch
        {
            "himself" => 1,
            "herself" => -1,
            "and" when Text.Word(name.End + 1) is "his" or "her" && Words.IsInitial(name.Lead) => SourceReader.GenderOf(Text.Word(name.End + 1)),
            _ => 0,
        };
    }

    private void ReadPronouns(Antecedents antecedents, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var gender = SourceReader.GenderOf(Text.Word(i));
            if (gender != 0 && !Text.Tokens[i].Quoted)
            {
                antecedents.AddPronoun(i, gender);
            }
        }
    }
}

/// <summary>Who a mention refers to.</summary>
/// <param name="Speakers">None when it stays open, or when the source is a document, a poll or nobody named.</param>
/// <param name="Name">The speakers joined as the text joins them; null when open.</param>
/// <param name="Confidence">How likely that is right, 0 to 1.</param>
/// <param name="Why">The rule that decided, as a part of a sentence for a reader: “he” refers to …</param>
internal sealed record ResolvedSource(IReadOnlyList<Speaker> Speakers, string? Name, double Confidence, string Why);
