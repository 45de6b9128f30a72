// Answers every /who-said with the message in answer.json, as a bot of discord.js is usually written.
const { Client, Events } = require('discord.js');
const answer = require('./answer.json');

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API, version: '10' } });

client.once(Events.ClientReady, (ready) =>
  ready.application.commands.set([
    {
      name: 'who-said',
      description: 'Who said it: the statements with these words, with the passages they stand in',
      options: [{ type: 3, name: 'words', description: 'The words you remember', required: true, autocomplete: true }],
    },
  ]),
);

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand() && interaction.commandName === 'who-said') {
    await interaction.reply(answer);
  }
});

client.on(Events.Error, (error) => console.error(error));
process.on('unhandledRejection', (error) => console.error(error));

client.login(process.env.DISCORD_TOKEN);
