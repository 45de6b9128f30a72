using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>
/// INTERACTION_CREATE for <c>/who-said words:cornerstone</c> as a frame, of prepared bytes: only sequence, id, token and person differ, and
/// the question where each is to be another.
/// </summary>
internal static class InteractionFrame
{
    /// <summary>Bytes that a frame may take.</summary>
    public const int Longest = 3000;

    /// <summary>Bits of an id that tell which interaction it is.</summary>
    public const int NumberBits = 22;

    /// <summary>As many people ask in turn: more than anybody's flood limit notices, few enough that a cache of them can fill.</summary>
    private const int People = 10_000;

    private const string Token =
        "aW50ZXJhY3Rpb246MTEwMDAwMDAwMDAwMDAwMDAwMTpWb0tKZ2xNcW9pYlFhT3hZdHB2d0ZkRzVzUVJuN2h6ZUxjM2tYMG1BdVR5"
        + "MWVXNEpCZ0hpOFNsRDZaVXIyUGZOcTlDdEV4S3ZvTWFZYk9pVjB3TGpSc0g1R2RUN25RMXpJY0Z4UDRtWHU4QmVLYTJy";

    /// <summary>Whether each question is another, by a word that is excluded and never stands anywhere: then nothing is remembered of it.</summary>
    public static bool EachAnother { get; set; }

    private static readonly byte[][] Parts = Split($$$"""
        {"t":"INTERACTION_CREATE","s":#,"op":0,"d":{"version":1,"type":2,"token":"{{{Token}}}#","member":{"user":{"username":"reader","public_flags":0,"primary_guild":null,"id":"#","global_name":"Reader","discriminator":"0","display_name_styles":null,"collectibles":null,"clan":null,"avatar_decoration_data":null,"avatar":"a1b2c3d4e5f60718293a4b5c6d7e8f90"},"unusual_dm_activity_until":null,"roles":["1100000000000000021","1100000000000000022"],"premium_since":null,"permissions":"2248473465835073","pending":false,"nick":null,"mute":false,"joined_at":"2021-03-05T17:08:04.000000+00:00","flags":0,"deaf":false,"communication_disabled_until":null,"collectibles":null,"banner":null,"avatar_decoration_data":null,"avatar":null},"locale":"en-GB","id":"#","guild_locale":"en-US","guild_id":"{{{FakeDiscord.GuildId}}}","guild":{"locale":"en-US","id":"{{{FakeDiscord.GuildId}}}","features":["COMMUNITY","NEWS"]},"entitlements":[],"entitlement_sku_ids":[],"data":{"type":1,"options":[{"value":"cornerstone#","type":3,"name":"words"}],"name":"who-said","id":"{{{HttpAnswers.CommandId}}}"},"context":0,"channel_id":"1100000000000000004","channel":{"type":0,"topic":null,"theme_color":null,"rate_limit_per_user":0,"position":0,"permissions":"2248473465835073","parent_id":"1100000000000000005","nsfw":false,"name":"general","last_message_id":"1100000000000000006","id":"1100000000000000004","icon_emoji":{"name":"👋","id":null},"guild_id":"{{{FakeDiscord.GuildId}}}","flags":0},"authorizing_integration_owners":{"0":"{{{FakeDiscord.GuildId}}}"},"attachment_size_limit":10485760,"application_id":"{{{HttpAnswers.ApplicationId}}}","app_permissions":"2248473465835073"}}
        """);

    /// <summary>An id made now, as a snowflake that holds <paramref name="number"/> where Discord counts within a millisecond.</summary>
    public static long Id(int number) =>
        ((TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 1_420_070_400_000) << NumberBits) | (uint)number;

    public static int Number(long id) => (int)(id & ((1 << NumberBits) - 1));

    /// <summary>Bytes written.</summary>
    public static int Write(Span<byte> frame, long sequence, long id)
    {
        var number = Number(id);
        var at = 4;
        Put(frame, ref at, Parts[0], sequence);
        Put(frame, ref at, Parts[1], 10_000_000 + number);
        Put(frame, ref at, Parts[2], 300_000_000_000_000_000 + (number % People));
        Put(frame, ref at, Parts[3], id);
        if (EachAnother)
        {
            Put(frame, ref at, Parts[4], -10_000_000 - number, " "u8);
        }
        else
        {
            Put(frame, ref at, Parts[4]);
        }

        Put(frame, ref at, Parts[5]);
        frame[0] = 0x81;
        frame[1] = 126;
        BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)(at - 4));
        return at;
    }

    private static void Put(Span<byte> frame, ref int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(frame[at..]);
        at += part.Length;
    }

    private static void Put(Span<byte> frame, ref int at, byte[] part, long value, ReadOnlySpan<byte> before = default)
    {
        Put(frame, ref at, part);
        Put(frame, ref at, before);
        Utf8Formatter.TryFormat(value, frame[at..], out var written);
        at += written;
    }

    private static byte[][] Split(string template) => [.. template.Trim().Split('#').Select(Encoding.UTF8.GetBytes)];
}
