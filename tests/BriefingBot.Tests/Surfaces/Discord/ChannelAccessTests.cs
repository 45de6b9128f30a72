using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>What the bot may do in a channel, by Discord's own order of rules.</summary>
public sealed class ChannelAccessTests
{
    private const ulong View = 1UL << 10;
    private const ulong Send = 1UL << 11;
    private const ulong History = 1UL << 16;
    private const ulong InThreads = 1UL << 38;

    [Theory]
    [InlineData(ChannelType.Text, View | Send | History, "")]
    [InlineData(ChannelType.Text, View | History, "Send Messages")]
    [InlineData(ChannelType.Announcement, 0, "View Channel, Send Messages, Read Message History")]
    [InlineData(ChannelType.PublicThread, View | Send | History, "Send Messages in Threads")]
    [InlineData(ChannelType.PublicThread, View | InThreads | History, "")]
    [InlineData(ChannelType.Forum, View, "Send Messages in Posts, Create Posts, Read Message History")]
    [InlineData(ChannelType.Forum, 1UL << 3, "")]
    public void What_is_missing_has_the_names_of_Discords_settings(ChannelType type, ulong permissions, string missing) =>
        Assert.Equal(missing, string.Join(", ", ChannelAccess.Missing(type, permissions)));

    [Fact]
    public void Roles_come_first_then_the_channels_rules_for_everybody_roles_and_member()
    {
        var guild = new Guild
        {
            Id = new(7),
            Roles = [new Role { Id = new(7), Permissions = $"{View}" }, new Role { Id = new(1), Permissions = $"{Send}" }, new Role { Id = new(2), Permissions = $"{History}" }],
        };
        Assert.Equal(View | Send, ChannelAccess.Permissions(guild, new(42), [new(1)], []));
        Assert.Equal(Send, ChannelAccess.Permissions(guild, new(42), [new(1)], [Role(7, 0, View)]));
        Assert.Equal(View | Send, ChannelAccess.Permissions(guild, new(42), [new(1)], [Role(7, 0, View), Role(1, View, 0)]));

        // One role's permission outweighs another role's denial, and the member's own rule outweighs both.
        Assert.Equal(View | Send, ChannelAccess.Permissions(guild, new(42), [new(1), new(3)], [Role(1, Send, 0), Role(3, 0, Send)]));
        Assert.Equal(View, ChannelAccess.Permissions(guild, new(42), [new(1)], [Role(1, Send, 0), new PermissionOverwrite(new(42), 1, "0", $"{Send}")]));
        Assert.Equal(View | Send, ChannelAccess.Permissions(guild, new(42), [new(1)], [Role(2, 0, View), new PermissionOverwrite(new(43), 1, "0", $"{Send}")]));
    }

    [Fact]
    public async Task A_channel_is_asked_for_over_the_API()
    {
        await using var discord = new FakeChannels(() => TimeProvider.System.GetUtcNow());
        using var rest = new DiscordRest(
            new DiscordRestOptions { Token = "token", BaseUrl = discord.Rest.BaseUrl }, TimeProvider.System, null, NullLogger<DiscordRest>.Instance);
        var access = new ChannelAccess(rest);
        Assert.Empty(await access.MissingAsync(new(8), default));
        discord.Overwrites = $$"""[{"id":"{{FakeChannels.Guild}}","type":0,"allow":"0","deny":"{{Send}}"}]""";
        Assert.Equal(["Send Messages"], await access.MissingAsync(new(8), default));
        Assert.Equal(["Send Messages"], (await access.FindAsync("8", default))!.Lacking);
        discord.Refuse = _ => RestAnswer.Error(403, 50001, "Missing Access");
        Assert.Equal(["View Channel"], (await access.FindAsync("8", default))!.Lacking);
        discord.Refuse = _ => RestAnswer.Error(404, 10003, "Unknown Channel");
        Assert.True((await access.FindAsync("8", default))!.IsGone);
        Assert.Null(await access.FindAsync("8", new CancellationToken(canceled: true)));
        Assert.Null(await access.FindAsync("no id", default));
    }

    private static PermissionOverwrite Role(ulong id, ulong allow, ulong deny) => new(new(id), 0, $"{allow}", $"{deny}");
}
