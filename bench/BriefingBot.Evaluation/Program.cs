using BriefingBot.Evaluation;

if (args is not ["quotes", var gold])
{
    Console.Error.WriteLine("Usage: quotes GOLD.jsonl");
    return 2;
}

using var output = new StreamWriter(Console.OpenStandardOutput());
QuotesVerb.Run(gold, output);
return 0;
