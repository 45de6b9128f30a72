using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Learning;

public class SourceChoiceTests
{
    private const string Text = "Behind the gate, Ada Moreau praised him, after criticism from Peter Novak, warning that the dam would break.";

    /// <summary>Where these stand among the facts.</summary>
    private const byte IsGiven = 18, IsNone = 20, OpensSentence = 22;

    private readonly Reading _reading = new(new ArticleText(Text));
    private readonly TokenFeatures _tokens;
    private readonly Attribution _given;

    public SourceChoiceTests()
    {
        _tokens = new TokenFeatures(_reading) { Tags = new byte[_reading.Count] };
        var verb = At("warning");
        _given = new Attribution
        {
            Cue = new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Dependent),
            Frame = Frame.That,
            Contents = [new TokenRun(verb + 1, _reading.Count - 1)],
            Mention = Words("Peter Novak"),
            Rule = MentionRule.Agent,
            Score = 0.9,
        };
    }

    [Fact]
    public void Candidates_are_what_was_found_and_what_stands_near()
    {
        var sources = new CueSources(1, null);
        sources.Add(Words("him"), -0.1f);
        var candidates = new SourceCandidates(_reading, Found(sources), _given, _given.Cue!.Value);
        Assert.Equal(TokenRun.None, candidates.All[0]);
        Assert.Superset(new HashSet<TokenRun> { Words("Ada Moreau"), Words("Peter Novak"), Words("him") }, candidates.All.ToHashSet());
        Assert.Equal(candidates.All.Count, candidates.All.Distinct().Count());
    }

    [Theory]
    [InlineData(OpensSentence, "Ada Moreau")]
    [InlineData(IsGiven, "Peter Novak")]
    [InlineData(IsNone, "")]
    public void The_likeliest_candidate_is_the_source(byte asked, string expected)
    {
        var chosen = Choose(asked, Found(null));
        Assert.Equal(expected, chosen.Mention.IsEmpty ? "" : _reading.Span(chosen.Mention).Of(Text));
        Assert.Equal(_given.Contents, chosen.Contents);
        Assert.Equal(expected switch { "" => MentionRule.None, "Peter Novak" => MentionRule.Agent, _ => MentionRule.Subject }, chosen.Rule);
    }

    [Fact]
    public void How_the_rules_found_a_source_is_told_where_it_is_theirs()
    {
        var rule = _given with { Mention = Words("Ada Moreau"), Rule = MentionRule.SharedSubject };
        Assert.Equal(MentionRule.SharedSubject, Choose(OpensSentence, Found(new CueSources(1, rule))).Rule);
    }

    [Fact]
    public void Labellings_that_agree_on_a_source_count_together()
    {
        var sources = new CueSources(1, null);
        sources.Add(Words("him"), MathF.Log(0.5f));
        sources.Add(TokenRun.None, MathF.Log(0.2f));
        sources.Add(Words("him"), MathF.Log(0.1f));
        Assert.Equal([Words("him"), TokenRun.None], sources.Labelled.Select(each => each.Mention));
        Assert.Equal([0.6f, 0.2f], sources.Labelled.Select(each => MathF.Round(each.Share, 3)));
        Assert.Equal(MathF.Log(0.5f), sources.Labelled[0].LogProbability);
    }

    [Theory]
    [InlineData("ORLANDO, Fla. (Reuters) - President Moreau said no.", "ORLANDO, Fla. (Reuters) - President Moreau", "President Moreau")]
    [InlineData("ORLANDO -- She said no.", "ORLANDO", "")]
    [InlineData("President Moreau – she won – said no.", "President Moreau", "President Moreau")]
    public void The_place_of_a_dateline_is_nobody(string text, string mention, string expected)
    {
        var reading = new Reading(new ArticleText(text));
        var (first, end) = reading.Text.TokensOf(new TextSpan(0, mention.Length));
        var found = Subjects.WithoutDateline(reading, new TokenRun(first, end));
        Assert.Equal(expected, found.IsEmpty ? "" : reading.Span(found).Of(text));
    }

    [Fact]
    public void A_row_has_all_facts()
    {
        var row = new FactList(new float[SourceFacts.Count]);
        var facts = new SourceFacts(_reading, _tokens, new Tallies(_reading, _tokens));
        var candidates = new SourceCandidates(_reading, Found(null), _given, _given.Cue!.Value);
        facts.ReadCue(candidates, ref row);
        facts.Read(candidates, Words("Ada Moreau"), ref row);
        Assert.Equal(SourceFacts.Count, row.Count);
    }

    /// <summary>Trees that ask for one fact alone, whether it is so.</summary>
    private Attribution Choose(byte asked, CueSources?[] sources) => Assert.Single(
        new SourceChoice(new BoostedTrees(1, 0, [asked], [0.5f], [-1, 1])).Of(_reading, _tokens, new Tallies(_reading, _tokens), sources, [_given]));

    private CueSources?[] Found(CueSources? sources)
    {
        var found = new CueSources?[_reading.Count];
        found[At("warning")] = sources;
        return found;
    }

    private int At(string word) => Words(word).First;

    private TokenRun Words(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        var (first, end) = _reading.Text.TokensOf(new TextSpan(start, words.Length));
        return new TokenRun(first, end);
    }
}
