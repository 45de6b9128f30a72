using System.Diagnostics;
using BriefingBot.Quotes.Learning;
using BriefingBot.Training;

if (args is not [var data, var file, ..])
{
    Console.Error.WriteLine("""
        Trains the model of quotations.

          BriefingBot.Training FOLDER MODEL [NAME=VALUE ...]

        FOLDER has train.jsonl and train-corenlp.jsonl.gz. MODEL is written. The same data and settings give the same file.
        """);
    return 2;
}

var options = Options.Of(args[2..]);
var clock = Stopwatch.StartNew();
void Say(string what) => Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,6:F0} s  {what}");

const int Folds = 5;
var documents = Corpus.Read(Path.Combine(data, "train.jsonl"), Path.Combine(data, "train-corenlp.jsonl.gz"));
Say($"{documents.Count} articles, {documents.Sum(d => d.Text.Count)} tokens, {documents.Sum(d => d.Golds.Count)} attributions");
List<Document> Part(int fold, bool inside) => [.. documents.Where((_, i) => i % Folds == fold == inside)];

// Each article is tagged by a tagger that has not seen it: at run time no article has been seen.
var tags = TagTrainer.Train(documents, options.Seed);
Parallel.For(0, Folds, fold =>
{
    var table = TagTrainer.Train(Part(fold, false), options.Seed);
    Say($"tagger of fold {fold}: {TagTrainer.Accuracy(table, Part(fold, true)):P2} of the tokens as the silver tags");
    foreach (var d in Part(fold, true))
    {
        d.Tokens.Tags = new PartOfSpeechTagger(table.Tags, table.Known).Tag(d.Text, d.Tokens);
    }
});

var examples = new List<(uint[] Features, float Worth)>[Folds];
Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
{
    var rest = Part(fold, false);
    var (cue, (span, edge)) = (CueTrainer.Train(rest, options), SpanTrainer.Train(rest, options));
    examples[fold] = [.. Part(fold, true).SelectMany(d => JudgeTrainer.Examples(d, new CueScorer(cue), new SpanDecoder(span, edge)))];
    Say($"fold {fold}: {examples[fold].Count} proposals, {examples[fold].Count(e => e.Worth > 0)} right");
});

var judge = JudgeTrainer.Train([.. examples.SelectMany(e => e)], options);
Say("judge");
var cues = CueTrainer.Train(documents, options);
var (spans, edges) = SpanTrainer.Train(documents, options);
using (var stream = File.Create(file))
{
    new QuotationModel(tags.Tags, tags.Known, cues, spans, edges, judge).Write(stream);
}

Say($"{new FileInfo(file).Length} bytes");
return 0;
