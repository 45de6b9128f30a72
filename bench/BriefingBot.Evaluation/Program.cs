using BriefingBot.Evaluation;

<<<<<<< HEAD
if (args is not ["quotes", var gold])
{
    Console.Error.WriteLine("Usage: quotes GOLD.jsonl");
    return 2;
}

using var output = new StreamWriter(Console.OpenStandardOutput());
QuotesVerb.Run(gold, output);
return 0;
=======
if (args is ["passages", var docs, var questions, .. var rest])
{
    using var output = new StreamWriter(Console.OpenStandardOutput());
    PassagesVerb.Run(docs, questions, rest is ["--collection"], output);
    return 0;
}

return 2;
>>>>>>> search
