using System.Diagnostics;
using System.Text.Json;
using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Training;

var data = args[0];
var clock = Stopwatch.StartNew();
var train = Corpus.Read(Path.Combine(data, "train.jsonl"), Path.Combine(data, "train-corenlp.jsonl.gz"));
var dev = Corpus.Read(Path.Combine(data, "dev.jsonl"), Path.Combine(data, "dev-corenlp.jsonl.gz"));
Console.Error.WriteLine($"read {train.Count} + {dev.Count} in {clock.Elapsed.TotalSeconds:F1} s");

// Cues.
var buffer = new uint[256];
var cueExamples = new List<(uint[] Features, bool Right)>();
foreach (var d in train)
{
    var heads = d.Golds.Select(g => g.Head).ToHashSet();
    var f = new CueFeatures(d.Text, new TokenFeatures(d.Text, d.Tags), d.Rules);
    for (var i = 0; i < d.Text.Count; i++)
    {
        if (f.CanBeCue(i))
        {
            var list = new FeatureList(buffer);
            f.Read(i, ref list);
            cueExamples.Add((list.Items.ToArray(), heads.Contains(i)));
        }
        else if (heads.Contains(i))
        {
            Skipped.Cues++;
        }
    }
}

Console.Error.WriteLine($"{cueExamples.Count} tokens, {cueExamples.Count(e => e.Right)} cues, {Skipped.Cues} cannot be; {clock.Elapsed.TotalSeconds:F1} s");
var cueModel = new Logistic(21);
var random = new Random(1);
for (var epoch = 0; epoch < 4; epoch++)
{
    random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cueExamples));
    foreach (var (features, right) in cueExamples)
    {
        cueModel.Learn(features, right);
    }

    Console.Error.WriteLine($"cue epoch {epoch} {clock.Elapsed.TotalSeconds:F1} s");
}

cueExamples = null;

// Spans.
var sequences = new List<Sequence>();
foreach (var d in train)
{
    var window = new SpanWindow();
    var f = new SpanFeatures(d.Text, new TokenFeatures(d.Text, d.Tags), d.Rules);
    foreach (var g in d.Golds)
    {
        if (g.Head >= 0 && d.Text.Stretch(g.Head) < 0)
        {
            window.Read(d.Text, g.Head);
            f.Read(window);
            sequences.Add(Spans.SequenceOf(window, f, g, buffer));
        }
    }
}

Console.Error.WriteLine($"{sequences.Count} sequences, {clock.Elapsed.TotalSeconds:F1} s");
var spanModel = new SpanTrainer(20, 16);
for (var epoch = 0; epoch < 6; epoch++)
{
    random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sequences));
    var loss = sequences.Sum(spanModel.Learn);
    Console.Error.WriteLine($"span epoch {epoch} loss {loss / sequences.Count:F3} {clock.Elapsed.TotalSeconds:F1} s");
}

foreach (var threshold in new[] { 0.3, 0.4, 0.5, 0.6 })
{
    using var output = new StreamWriter(Path.Combine(args[1], $"dev-{threshold}.pred"));
    foreach (var d in dev)
    {
        Predict(d, threshold, output);
    }
}

void Predict(Document d, double threshold, StreamWriter output)
{
    var found = new List<Attribution>();
    var tokens = new TokenFeatures(d.Text, d.Tags);
    var f = new CueFeatures(d.Text, tokens, d.Rules);
    var spans = new SpanFeatures(d.Text, tokens, d.Rules);
    var window = new SpanWindow();
    for (var i = 0; i < d.Text.Count; i++)
    {
        if (!f.CanBeCue(i))
        {
            continue;
        }

        var list = new FeatureList(buffer);
        f.Read(i, ref list);
        var p = Logistic.Probability(cueModel.Score(list.Items));
        if (p < threshold)
        {
            continue;
        }

        window.Read(d.Text, i);
        spans.Read(window);
        var (labels, q) = spanModel.Best(Spans.SequenceOf(window, spans, null, buffer));
        if (Spans.AttributionOf(d, window, labels, i, p) is { } a)
        {
            found.Add(a);
        }
    }

    foreach (var rule in d.Chosen)
    {
        if (rule.Cue is null)
        {
            found.Add(rule with { Score = 0.7 });
        }
    }

    var claimed = new bool[d.Text.Count];
    var chosen = new List<Attribution>();
    foreach (var a in found.OrderByDescending(a => a.Score))
    {
        if ((a.Cue is { } c && claimed[c.Verb]) || a.Contents.Any(r => Enumerable.Range(r.First, r.End - r.First).Any(t => claimed[t])))
        {
            continue;
        }

        a.Contents.ForEach(r => Array.Fill(claimed, true, r.First, r.End - r.First));
        chosen.Add(a);
    }

    chosen.Sort((a, b) => (a.Cue?.Verb ?? a.First).CompareTo(b.Cue?.Verb ?? b.First));
    foreach (var q in QuotationFinder.Analysis(d.Text, chosen).Quotations)
    {
        output.WriteLine(JsonSerializer.Serialize(new
        {
            article = d.Id,
            start = q.Cover.Start,
            end = q.Cover.End,
            kind = q.Kind switch { QuotationKind.Direct => "direct", QuotationKind.Partly => "mixed", _ => "indirect" },
            speaker = q.SpeakerName,
            speaker_mention = q.Mention?.Of(d.Text.Text.Text),
            speaker_start = q.Mention?.Start,
            speaker_end = q.Mention?.End,
            spans = q.Spans.Select(s => new[] { s.Start, s.End }),
        }));
    }
}

internal static class Skipped
{
    public static int Cues;
}

internal static class Spans
{
    public static Sequence SequenceOf(SpanWindow window, SpanFeatures f, Gold? gold, uint[] buffer)
    {
        var n = window.Count;
        var (emissions, edges, labels) = (new uint[n][], new uint[n][], new byte[n]);
        for (var i = 0; i < n; i++)
        {
            var list = new FeatureList(buffer);
            f.Read(i, ref list);
            emissions[i] = list.Items.ToArray();
            var edge = new FeatureList(buffer);
            f.ReadEdge(i, ref edge);
            edges[i] = edge.Items.ToArray();
            if (gold is not null)
            {
                labels[i] = LabelOf(window, i, gold, labels);
            }
        }

        return new Sequence(emissions, edges, labels);
    }

    private static byte LabelOf(SpanWindow window, int i, Gold gold, byte[] labels)
    {
        var run = window[i];
        var middle = (run.First + run.End - 1) / 2;
        if (gold.Source.Contains(run.First) && run.End - run.First == 1)
        {
            return (byte)(i > 0 && labels[i - 1] is 1 or 2 ? 2 : 1);
        }

        foreach (var content in gold.Contents)
        {
            if (content.Contains(middle))
            {
                var goesOn = i > 0 && labels[i - 1] is 3 or 4 && content.First < run.First;
                return (byte)(goesOn ? 4 : 3);
            }
        }

        return 0;
    }

    public static Attribution? AttributionOf(Document d, SpanWindow window, byte[] labels, int verb, double score)
    {
        var contents = new List<TokenRun>();
        var mention = TokenRun.None;
        for (var i = 0; i < labels.Length; i++)
        {
            var run = window[i];
            switch (labels[i])
            {
                case 1:
                    mention = mention.IsEmpty ? run : mention;
                    break;
                case 2:
                    mention = mention.End == run.First ? new TokenRun(mention.First, run.End) : mention;
                    break;
                case 3:
                    contents.Add(run);
                    break;
                case 4:
                    contents[^1] = new TokenRun(contents[^1].First, run.End);
                    break;
            }
        }

        if (contents.Count == 0)
        {
            return null;
        }

        var rule = d.Rules.Candidate(verb);
        return new Attribution
        {
            Cue = rule?.Cue ?? new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Finite),
            Frame = contents[0].First < verb ? Frame.Before : rule is { Frame: not Frame.Before } ? rule.Frame : Frame.Object,
            Contents = contents,
            Mention = mention,
            Rule = mention.IsEmpty ? MentionRule.None : rule?.Rule ?? MentionRule.Subject,
            Score = score,
        };
    }
}
