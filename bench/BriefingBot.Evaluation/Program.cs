using System.Text;
using BriefingBot.Evaluation;
using BriefingBot.Evaluation.Pairs;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Indexing;

const string Usage = """
    Runs the shipped code over an evaluation set and writes what the scorers read, one JSON object a line.

      sentences FILE.jsonl                              splits each {"id","input"}
      quotes GOLD.jsonl [--model FILE|none]              finds the quotations of each {"id","text"}
      passages DOCS.jsonl QUESTIONS.jsonl [--collection]  ranks sentences for each {"id","doc_id","question"}
      answers FILE.jsonl [--collection]                 pairs claims with their answers in each {"id","text"}, or in all of them
      pairs FOLDER [--gold] [--list] [--model FILE|none]  compares such pairs of a marked story with its own: F1, and each pair
      pairs GOLD.jsonl PAIRS.txt [--gold] …              the same for articles of a set, each a story of its own
      candidates FOLDER | GOLD.jsonl PAIRS.txt           what BriefingBot.Training learns such pairs from
      briefing DOCS.jsonl --sentences N                 chooses the N sentences of a briefing of each {"id","title","sentences"}
      gold FOLDER [--pairs]                             a marked story as {"id","text","attributions",…}, or which of them answer which
    """;

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
output.NewLine = "\n";
try
{
    switch (args)
    {
        case ["sentences", var path]:
            SentencesVerb.Run(path, output);
            return 0;
        case ["quotes", var path]:
            QuotesVerb.Run(path, ModelFile.ShippedPath, output);
            return 0;
        case ["quotes", var path, "--model", var model]:
            QuotesVerb.Run(path, model == "none" ? null : model, output);
            return 0;
        case ["passages", var docs, var questions]:
            PassagesVerb.Run(docs, questions, collection: false, output);
            return 0;
        case ["passages", var docs, var questions, "--collection"]:
            PassagesVerb.Run(docs, questions, collection: true, output);
            return 0;
        case ["answers", var path]:
            AnswersVerb.Run(path, collection: false, output);
            return 0;
        case ["answers", var path, "--collection"]:
            AnswersVerb.Run(path, collection: true, output);
            return 0;
        case ["briefing", var path, "--sentences", var count] when int.TryParse(count, out var sentences) && sentences > 0:
            BriefingVerb.Run(path, sentences, output);
            return 0;
        case ["pairs", var articles, var pairs, .. var rest] when !pairs.StartsWith('-') && PairsOptions.Read(rest) is { } options:
            PairsVerb.Run(MarkedNews.Read(articles, pairs), options, output);
            return 0;
        case ["pairs", var folder, .. var rest] when PairsOptions.Read(rest) is { } options:
            PairsVerb.Run([GoldStory.Read(folder)], options, output);
            return 0;
        case ["candidates", var articles, var pairs]:
            CandidatesVerb.Run(MarkedNews.Read(articles, pairs), output);
            return 0;
        case ["candidates", var folder]:
            CandidatesVerb.Run([GoldStory.Read(folder)], output);
            return 0;
        case ["gold", var folder]:
            GoldVerb.Run(folder, pairs: false, output);
            return 0;
        case ["gold", var folder, "--pairs"]:
            GoldVerb.Run(folder, pairs: true, output);
            return 0;
        case ["--help" or "-h"]:
            output.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
