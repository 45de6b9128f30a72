using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Learning;

public class LabeledSpansTests
{
    /// <summary>All before “adding” is labelled as the source, all after it as content; what the mention is. Words with a stroke are finite verbs.</summary>
    [Theory]
    [InlineData("Ada Moreau raised/ the issue, adding that it was late.", "Ada Moreau")]
    [InlineData("Ada Moreau, who raised/ the issue, adding that it was late.", "Ada Moreau, who raised the issue,")]
    [InlineData("Ada Moreau, who raised/ the issue, left/ early, adding that it was late.", "Ada Moreau, who raised the issue")]
    [InlineData("ORLANDO, Fla. – Ada Moreau, adding that it was late.", "Ada Moreau,")]
    public void A_source_has_no_verb_of_its_own_and_no_dateline(string marked, string expected)
    {
        var text = new Reading(new ArticleText(marked.Replace("/", "")));
        var tags = new byte[text.Count];
        Array.Fill(tags, PartsOfSpeech.Of("NN"));
        foreach (var verb in marked.Split(' ').Where(word => word.EndsWith('/')))
        {
            tags[Enumerable.Range(0, text.Count).First(i => text.IsWord(i, verb[..^1]))] = PartsOfSpeech.Of("VBD");
        }

        var window = new SpanWindow(text);
        var cue = Enumerable.Range(0, text.Count).First(i => text.IsWord(i, "adding"));
        window.Read(cue);
        var labels = Enumerable.Range(0, window.Count).Select(i => (byte)(
            i == 0 ? SpanLabel.OpensSource : i < window.Cue ? SpanLabel.InSource : i == window.Cue ? SpanLabel.Outside
            : i == window.Cue + 1 ? SpanLabel.OpensContent : SpanLabel.InContent)).ToArray();
        var found = LabeledSpans.Of(text, new TokenFeatures(text) { Tags = tags }, window, labels, null);
        Assert.Equal(expected, text.Span(found!.Mention).Of(text.Text.Text));
        Assert.Equal("that it was late.", text.Span(Assert.Single(found.Contents)).Of(text.Text.Text));
    }
}
