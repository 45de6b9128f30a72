namespace BriefingBot.Tests.Search;

/// <summary>Which turn of a talk is taken for an answer to which other one. How sentences are marked: <see cref="MarkedStory"/>.</summary>
public sealed class TalksTests : IDisposable
{
    private const string Unsafe = "Berg[:] {The ferry is unsafe and everybody knows it.}", New = "Kern[:] {The hull is new, I was there.}",
        Leaks = "Berg[:] {New hulls leak as well, my friend.}";

    private readonly MarkedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Two_who_speak_by_turns_answer_each_other()
    {
        _story.Add("first", Unsafe, New, Leaks);

        _story.AssertPairs((Unsafe, New, false), (New, Leaks, false));
    }

    [Fact]
    public void Those_who_are_listed_with_what_they_said_do_not()
    {
        _story.Add("first", Unsafe, New, "Lund[:] {The weather is fine today.}");

        _story.AssertPairs();
    }

    [Fact]
    public void A_question_of_whoever_leads_the_talk_is_answered_and_what_they_say_else_is_not()
    {
        const string unsafeOrNot = "Lund[:] {Is the ferry unsafe?}", saw = "Kern[:] {I saw the hull myself.}", paid = "Lund[:] {And who paid for it?}", aunt = "Kern[:] {My aunt paid for it.}";
        _story.Add("first", unsafeOrNot, saw, paid, aunt, "Lund[:] {Thank you both for having come.}");

        _story.AssertPairs((unsafeOrNot, saw, false), (paid, aunt, false));
    }

    [Fact]
    public void What_whoever_leads_the_talk_says_that_somebody_said_is_answered()
    {
        const string question = "Lund[:] {Is the ferry unsafe?}", saw = "Kern[:] {I saw the hull myself.}", put = "Lund[:] {You told the paper that it leaks.}",
            answer = "Kern[:] {It had rained that day.}";
        _story.Add("first", question, saw, put, answer);

        _story.AssertPairs((question, saw, false), (put, answer, false));
    }

    [Fact]
    public void A_turn_that_takes_up_words_from_before_the_question_answers_them()
    {
        const string claim = "Berg[:] {We have had very good talks with the bank.}", answer = "Kern[:] {I remember the very good talks of last year.}";
        _story.Add("first", "Lund[:] {Good morning to both of you.}", claim, "Lund[:] {Why are you laughing?}", answer);
        const string question = "Lund[:] {And you?}", gulls = "Kern[:] {Gulls are my favourite birds.}";
        _story.Add("second", "Lund[:] {Good evening to the two of you.}", "Berg[:] {The bank has never lent us a penny.}", question, gulls);

        _story.AssertPairs((claim, answer, false), (question, gulls, false));
    }
}
