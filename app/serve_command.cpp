#include "app/serve_command.h"

#include "app/engine_setup.h"
#include "app/order_rows.h"
#include "app/serve_state.h"
#include "engine/database/audit_archive.h"
#include "engine/database/backup.h"
#include "engine/database/backup_schedule.h"
#include "engine/database/market_archive.h"
#include "engine/gateway/certificate.h"
#include "engine/gateway/gateway.h"
#include "engine/session/order_journal.h"
#include "engine/storage/snapshot.h"

#include <fmt/core.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace qob {

namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a signal's handler can reach
int stopEvent = -1;

void askToStop(int /*signal*/)
{
    const std::uint64_t one = 1;
    static_cast<void>(!write(stopEvent, &one, sizeof one));
}

void waitForSignal()
{
    std::uint64_t count = 0;
    while (read(stopEvent, &count, sizeof count) < 0 && errno == EINTR) {
    }
}

// To systemd, where it started us: sd_notify(3).
void notify(std::string_view state)
{
    char const* const path = std::getenv("NOTIFY_SOCKET"); // NOLINT(concurrency-mt-unsafe): nothing sets it
    sockaddr_un address{};
    if (path == nullptr || std::string_view(path).size() >= sizeof address.sun_path) {
        return;
    }
    address.sun_family = AF_UNIX;
    std::string_view(path).copy(address.sun_path, sizeof address.sun_path - 1);
    auto const length = offsetof(sockaddr_un, sun_path) + std::string_view(path).size();
    if (address.sun_path[0] == '@') {
        address.sun_path[0] = '\0'; // an abstract socket
    }
    int const socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket >= 0) {
        static_cast<void>(!sendto(
            socket,
            state.data(),
            state.size(),
            MSG_NOSIGNAL,
            reinterpret_cast<sockaddr const*>(&address),
            static_cast<socklen_t>(length)
        ));
        ::close(socket);
    }
}

Expected<std::string> fileText(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorCode::FileUnreadable, path.string());
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Expected<void> writeSecretFile(std::filesystem::path const& path, std::string const& text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::error_code error;
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error
    );
    file << text << std::flush;
    return file && !error ? Expected<void>() : Expected<void>(fail(ErrorCode::FileUnreadable, path.string()));
}

// The configured one, or that of an earlier start, or a new one.
Expected<Certificate>
certificateOf(Config const& config, std::filesystem::path const& directory, Timestamp now)
{
    bool const own = config.serveCertificate.empty();
    auto const chainFile =
        own ? directory / "certificate.pem" : std::filesystem::path(config.serveCertificate);
    auto const keyFile = own ? directory / "certificate.key" : std::filesystem::path(config.servePrivateKey);
    std::error_code error;
    if (own && !std::filesystem::exists(chainFile, error)) {
        std::array<char, 256> host{};
        gethostname(host.data(), host.size() - 1);
        std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
        if (host[0] != '\0' && std::string(host.data()) != names.front()) {
            names.emplace_back(host.data());
        }
        auto made = makeCertificate(names, now);
        auto written = made ? writeSecretFile(keyFile, made->key) : tl::unexpected(made.error());
        written = written ? writeSecretFile(chainFile, made->chain) : written;
        if (!written) {
            return tl::unexpected(written.error());
        }
    }
    auto const chain = fileText(chainFile);
    auto const key = fileText(keyFile);
    if (!chain || !key) {
        return tl::unexpected(chain ? key.error() : chain.error());
    }
    return Certificate{*chain, *key};
}

// What the command line asks to be served.
CommandLine sourceOf(CommandLine const& line)
{
    CommandLine source = line;
    source.mode = !line.liveSymbols.empty() ? Mode::Live : !line.files.empty() ? Mode::Replay : Mode::Sim;
    return source;
}

OrderJournalSettings journalSettings(Config const& config, Mode mode, ServeState const& state)
{
    OrderJournalSettings settings;
    settings.directory = (state.directory / "orders").string();
    settings.market = mode == Mode::Live     ? MarketKind::Live
                      : mode == Mode::Replay ? MarketKind::Replay
                                             : MarketKind::Sim;
    settings.ordersKept = config.accountOrdersKept;
    settings.promise = config.serveAcknowledge == "matched" ? OrderPromise::Matched : OrderPromise::Durable;
    return settings;
}

Expected<GatewaySettings> gatewaySettings(Config const& config, Certificate certificate, Timestamp now)
{
    GatewaySettings settings;
    settings.metricsLoopback = config.serveMetricsLoopback;
    if (!config.serveMetricsTokenFile.empty()) {
        auto token = fileText(config.serveMetricsTokenFile);
        if (!token) {
            return tl::unexpected(token.error());
        }
        token->erase(token->find_last_not_of(" \r\n") + 1);
        settings.metricsToken = std::move(*token);
    }
    settings.server.address = config.serveAddress;
    settings.server.port = config.servePort;
    settings.server.certificate = std::move(certificate.chain);
    settings.server.privateKey = std::move(certificate.key);
    settings.server.tls12 = config.serveTls12;
    settings.server.allowedOrigins = config.serveOrigins;
    settings.server.mostConnections = static_cast<std::size_t>(config.serveConnections);
    settings.server.mostConnectionsOfAddress = static_cast<std::size_t>(config.serveConnectionsOfAddress);
    settings.publicMarket = config.servePublicMarket;
    settings.ordersKept = config.accountOrdersKept;
    settings.rateLimits = config.serveRateLimits;
    settings.clOrdIdPrefix = "g" + std::to_string(now.value) + "-";
    return settings;
}

// What writes into the database while the server runs; each part on a thread of its own.
struct Projections {
    std::unique_ptr<Projector> orders;
    std::unique_ptr<AuditArchive> audit;
    std::unique_ptr<MarketArchive> market;
    std::unique_ptr<BackupSchedule> backups;
};

Expected<void> backupTo(std::string const& file, ServeState& state, Config const& config)
{
    UserStore* const apart = config.serveDatabase.empty() ? nullptr : state.store.get();
    auto const made = makeBackup(state.disk, {state.directory.string(), apart}, file);
    return made ? Expected<void>() : Expected<void>(tl::unexpected(made.error()));
}

// Removes what the newest two snapshots and the tables make superfluous. The backup made just before has it.
void pruneJournal(Log& log, ServeState& state, OrderJournalSettings const& journal, Projector const& tables)
{
    constexpr std::size_t keptSnapshots = 2;
    auto const written = tables.status().written;
    auto const pruned = snapshotOrders(state.disk, journal, written).and_then([&](std::uint64_t /*newest*/) {
        return pruneBefore(state.disk, journal.directory, keptSnapshots, written + 1);
    });
    if (!pruned) {
        log.warning("serve", "the journal is not pruned: " + pruned.error().message());
    } else if (!pruned->removed.empty()) {
        log.info("serve", fmt::format("pruned {} files of the journal", pruned->removed.size()));
    }
}

ArchiveChoice archiveChoice(Config const& config)
{
    ArchiveChoice choice;
    choice.ticks = config.serveArchive == "ticks";
    choice.candles = {CandleInterval::Min1};
    return choice;
}

std::unique_ptr<BackupSchedule> scheduleBackups(
    Runtime& runtime, ServeState& state, OrderJournalSettings const& journal, Projector const& tables
)
{
    Config const& config = runtime.config;
    BackupScheduleSettings backups;
    backups.directory = (state.directory / "backups").string();
    backups.every = hours(config.serveBackupHours);
    backups.keep = static_cast<std::size_t>(config.serveBackupsKept);
    auto const backUp = [&runtime, &state, &tables, journal](std::string const& path) {
        auto const made = backupTo(path, state, runtime.config);
        if (made && runtime.config.servePruneJournal) {
            pruneJournal(runtime.log, state, journal, tables);
        }
        return made;
    };
    return std::make_unique<BackupSchedule>(
        state.disk, std::move(backups), backUp, runtime.clock, runtime.log
    );
}

Projections startProjections(
    Runtime& runtime,
    ServeState& state,
    OrderJournalSettings const& settings,
    OrderJournal const& journal,
    Session& session
)
{
    Config const& config = runtime.config;
    auto const open = [settings = databaseOf(config, state.directory, false)] {
        return Database::open(settings);
    };
    Projections projections;
    ProjectorSettings orders;
    orders.directory = (state.directory / "orders").string();
    orders.durable = [&journal] {
        return journal.durableSequence();
    };
    projections.orders =
        std::make_unique<Projector>(state.disk, std::move(orders), open, makeOrderTranslator(), runtime.log);
    AuditArchiveSettings audit;
    audit.directory = (state.directory / "audit").string();
    audit.durable = [&trail = *state.audit] {
        return trail.durableSequence();
    };
    audit.pace.poll = seconds(2); // many at once: nobody waits for the copy
    projections.audit = std::make_unique<AuditArchive>(state.disk, std::move(audit), open, runtime.log);
    if (config.serveArchive != "none") {
        MarketArchiveSettings market;
        market.choose = [choice = archiveChoice(config)](Instrument const&) {
            return choice;
        };
        projections.market =
            std::make_unique<MarketArchive>(session, std::move(market), open, runtime.clock, runtime.log);
    }
    if (config.serveBackupHours > 0) {
        projections.backups = scheduleBackups(runtime, state, settings, *projections.orders);
    }
    return projections;
}

// A backup that somebody asked for, beside those that are made at intervals.
void backupNow(Runtime& runtime, ServeState& state, std::function<void(Expected<std::string>)> const& done)
{
    auto const directory = state.directory / "backups";
    auto const file = (directory / backupName(runtime.clock.now())).string();
    auto const taken = state.identity->inBackground([&runtime, &state, directory, file, done] {
        std::error_code ignored; // makeBackup says what is wrong
        std::filesystem::create_directories(directory, ignored);
        auto const made = backupTo(file, state, runtime.config);
        done(made ? Expected<std::string>(file) : tl::unexpected(made.error()));
    });
    if (!taken) {
        done(tl::unexpected(taken.error()));
    }
}

void readCandles(ServeState& state, SeriesQuery const& query, GatewayWorld::Candles const& done)
{
    auto const taken = state.identity->inBackground([&state, query, done] {
        done(state.store->candles(query, CandleInterval::Min1));
    });
    if (!taken) {
        done(tl::unexpected(taken.error()));
    }
}

void readPastOrders(ServeState& state, OrderQuery const& query, GatewayWorld::PastOrders const& done)
{
    auto const taken =
        state.identity->inBackground([&state, query, done] { done(state.store->orders(query)); });
    if (!taken) {
        done(tl::unexpected(taken.error()));
    }
}

KeepKillSwitch killSwitchKeeper(ServeState& state)
{
    return [&state](bool on, auto const& done) {
        auto const taken =
            state.identity->inBackground([&state, on, done] { done(keepKillSwitch(state, on)); });
        if (!taken) {
            done(tl::unexpected(taken.error()));
        }
    };
}

EngineFigures figuresOf(OrderJournal const& journal, Projections const& projections)
{
    EngineFigures figures;
    auto const last = journal.lastSequence();
    auto const durable = journal.durableSequence();
    figures.journalLagRecords = last > durable ? last - durable : 0;
    figures.journalFailed = journal.state() == JournalState::Failed;
    auto const database = projections.orders->status();
    figures.databaseUp = database.up;
    figures.databaseLagRecords = database.lag();
    figures.auditCopyLagRecords = projections.audit->status().lag();
    return figures;
}

void greet(ServeState const& state, Config const& config, Gateway const& gateway, std::string const& chain)
{
    fmt::print("qob: serving https://{}:{}\n", config.serveAddress, gateway.port());
    fmt::print("qob: certificate SHA-256 {}\n", fingerprint(chain).value_or("unreadable"));
    if (state.identity->users().empty()) {
        fmt::print("qob: there is no user yet; stop it and run `qob user add NAME --role admin`\n");
    }
    static_cast<void>(std::fflush(stdout));
}

Expected<void> serve(CommandLine const& line, Runtime& runtime)
{
    auto state = openServeState(runtime);
    if (!state) {
        return tl::unexpected(state.error());
    }
    if (auto const noted = noteStart(**state, runtime.config); !noted) {
        runtime.log.warning("serve", "the start is not in the audit trail: " + noted.error().message());
    }
    auto certificate = certificateOf(runtime.config, (*state)->directory, runtime.clock.now());
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    auto const source = sourceOf(line);
    auto const journaling = journalSettings(runtime.config, source.mode, **state);
    auto journal = OrderJournal::open((*state)->disk, journaling);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    OrderJournal const& orders = **journal;
    auto session = openSession(source, runtime, std::move(*journal));
    if (!session) {
        return tl::unexpected(session.error());
    }
    auto projections = startProjections(runtime, **state, journaling, orders, **session);
    auto const chain = certificate->chain;
    auto settings = gatewaySettings(runtime.config, std::move(*certificate), runtime.clock.now());
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    auto gateway = Gateway::open(
        std::move(*settings),
        {**session,
         [&session](AccountId account) { return (*session)->accountSession(account); },
         [&] { return figuresOf(orders, projections); },
         [&](std::function<void(Expected<std::string>)> const& done) { backupNow(runtime, **state, done); },
         [&](SeriesQuery const& query, GatewayWorld::Candles const& done) {
             readCandles(**state, query, done);
         },
         [&](OrderQuery const& query, GatewayWorld::PastOrders const& done) {
             readPastOrders(**state, query, done);
         },
         killSwitchIsOn(**state),
         killSwitchKeeper(**state)},
        {runtime.clock,
         runtime.log,
         runtime.config,
         *(*state)->identity,
         *(*state)->audit,
         (*state)->oidc.get()}
    );
    if (!gateway) {
        return tl::unexpected(gateway.error());
    }
    greet(**state, runtime.config, **gateway, chain);
    notify("READY=1");
    waitForSignal();
    notify("STOPPING=1");
    runtime.log.info("serve", "stopping");
    (*gateway)->stop(seconds(3));
    // First of all what must not be lost; a backup or a database may take its time.
    (*session)->close();
    auto& audit = *(*state)->audit;
    static_cast<void>(audit.record({"server", {}, "server.stop", {}, "ok", {}}));
    auto flushed = audit.flush();
    (*state)->identity->endBackground(); // its work answers to the gateway
    gateway->reset();
    projections.market.reset(); // listens to the session
    projections.backups.reset();
    // Or at the next start.
    static_cast<void>(projections.orders->waitFor(orders.durableSequence(), seconds(1)));
    projections.audit->wake();
    static_cast<void>(projections.audit->waitFor(audit.durableSequence(), milliseconds(500)));
    projections.orders.reset();
    projections.audit.reset();
    return flushed;
}

} // namespace

int runServe(CommandLine const& line, Runtime& runtime)
{
    stopEvent = eventfd(0, EFD_CLOEXEC);
    static_cast<void>(std::signal(SIGTERM, askToStop));
    static_cast<void>(std::signal(SIGINT, askToStop));
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    auto const served = serve(line, runtime);
    if (!served) {
        std::cerr << "qob: " << served.error().message() << '\n';
        return 1;
    }
    return 0;
}

} // namespace qob
