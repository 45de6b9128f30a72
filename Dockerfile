# Build: docker build -t briefingbot .
# Try:   docker run -it -v briefingbot:/app/index-data briefingbot chat
# Run:   docker run -e Discord__Token=… -v briefingbot:/app/index-data briefingbot   (or deploy/compose.yaml)

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# The project files first: their restore is kept between builds until a package changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/BriefingBot.Quotes/BriefingBot.Quotes.csproj src/BriefingBot.Quotes/
COPY src/BriefingBot.Search/BriefingBot.Search.csproj src/BriefingBot.Search/
COPY src/BriefingBot.Discord/BriefingBot.Discord.csproj src/BriefingBot.Discord/
COPY src/BriefingBot/BriefingBot.csproj src/BriefingBot/
ARG TARGETARCH
# As a release: that needs packages of its own.
RUN dotnet restore src/BriefingBot -a ${TARGETARCH:-$(dpkg --print-architecture)} -p:Configuration=Release
COPY appsettings.json ./
COPY src src
RUN dotnet publish src/BriefingBot --no-restore -c Release -a ${TARGETARCH:-$(dpkg --print-architecture)} --no-self-contained -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Briefings go by local time: the zones must be known.
RUN apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# A new volume takes its content and its owner from here: the story in hand, writable by the bot's user ("app", made by the base image).
COPY --chown=$APP_UID:$APP_UID index-data/articles index-data/articles
RUN chown $APP_UID:$APP_UID index-data
USER $APP_UID
VOLUME /app/index-data
# Asked from outside the container, too; publish the port to whoever may ask.
ENV Http__Url=http://+:8080
EXPOSE 8080
# While the articles are being read for the first time the bot says how far it is, and is not ready.
HEALTHCHECK --interval=30s --timeout=10s --start-period=5m --retries=3 CMD ["dotnet", "BriefingBot.dll", "health"]
ENTRYPOINT ["dotnet", "BriefingBot.dll"]
