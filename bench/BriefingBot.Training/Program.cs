using System.Diagnostics;
using BriefingBot.Training;

var clock = Stopwatch.StartNew();
void Say(string what) => Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds,6:F0} s  {what}");

if (args is ["replies", var target, _, ..])
{
    ReplyTrainer.Train(args[2..], target, Say);
    Say($"{new FileInfo(target).Length} bytes");
    return 0;
}

if (args is not [var data, var file, ..])
{
    Console.Error.WriteLine("""
        Trains the model of quotations, and the model of replies.

          BriefingBot.Training FOLDER MODEL [NAME=VALUE ...]
          BriefingBot.Training replies MODEL ROWS.jsonl ...

        FOLDER has train.jsonl and train-corenlp.jsonl.gz, ROWS is what BriefingBot.Evaluation candidates prints. MODEL is written. The same data and
        settings give the same file.
        """);
    return 2;
}

var options = Options.Of(args[2..]);

var documents = Corpus.Read(Path.Combine(data, "train.jsonl"), Path.Combine(data, "train-corenlp.jsonl.gz"));
Say($"{documents.Count} articles, {documents.Sum(d => d.Text.Count)} tokens, {documents.Sum(d => d.Golds.Count)} attributions");
var model = new ModelTrainer(options, Say).Train(documents);
using (var stream = File.Create(file))
{
    model.Write(stream);
}

Say($"{new FileInfo(file).Length} bytes");
return 0;
