using BriefingBot.Evaluation;

if (args is ["passages", var docs, var questions, .. var rest])
{
    using var output = new StreamWriter(Console.OpenStandardOutput());
    PassagesVerb.Run(docs, questions, rest is ["--collection"], output);
    return 0;
}

return 2;
