using System.Diagnostics;
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

var documents = Corpus.Read(Path.Combine(data, "train.jsonl"), Path.Combine(data, "train-corenlp.jsonl.gz"));
Say($"{documents.Count} articles, {documents.Sum(d => d.Text.Count)} tokens, {documents.Sum(d => d.Golds.Count)} attributions");
var model = new ModelTrainer(options, Say).Train(documents);
using (var stream = File.Create(file))
{
    model.Write(stream);
}

Say($"{new FileInfo(file).Length} bytes");
return 0;
