#pragma once

#include "engine/base/expected.h"
#include "engine/base/log.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qob {

// The program's settings, each with its default. Filled from a TOML file, then QOB_* variables, then flags;
// the later one wins. The keys are `section.name` in TOML, `QOB_SECTION_NAME` in the environment and
// `--set section.name=value` on the command line. Keys that do not exist are refused with the nearest one
// that does.
struct Config {
    // [sim]
    std::uint64_t simSeed = 1;
    std::int64_t simHistoryMinutes = 60; // rolled before the window opens
    // [paper]
    std::int64_t paperLatencyMs = 20; // one way, to the venue and back
    std::string paperMakerFeeBps = "1";
    std::string paperTakerFeeBps = "5";
    // [account]
    std::string accountDeposits = "USDT=1000000,USD=1000000,BTC=10,ETH=100"; // asset=amount, comma separated
    std::size_t accountOrdersKept = 10'000; // of each account in memory; what works is never forgotten
    // [log]
    LogSettings log;
    // [ui]
    std::string uiMarket = "sim"; // shown when nothing is named on the command line
    std::string uiSymbol;         // venue:symbol shown first; empty: the first one

    // [serve]
    std::string serveAddress = "127.0.0.1";
    std::uint16_t servePort = 8443;
    std::string serveData;        // directory of all state; empty: below the user's data
    std::string serveCertificate; // PEM file; empty: one is made
    std::string servePrivateKey;
    bool serveTls12 = false;
    bool servePublicMarket = true;  // market data needs no login
    bool serveRegistration = false; // anybody may make himself a user
    bool serveRateLimits = true;
    std::string serveDatabase; // PostgreSQL connection string; empty: SQLite beside the journal
    std::string serveMasterKeyFile;
    std::string serveMetricsTokenFile;        // what it holds is enough to read /metrics
    bool serveMetricsLoopback = true;         // /metrics needs nothing from this machine
    std::string serveOrigins;                 // of other hosts' pages that may open streams
    std::string serveAcknowledge = "durable"; // when an order is acknowledged: matched, durable
    std::string serveArchive = "candles";     // of the market in the database: none, candles, ticks
    std::int64_t serveBackupHours = 0;        // between two backups; 0: none
    std::int64_t serveBackupsKept = 7;
    bool servePruneJournal = false; // after a backup
    std::int64_t serveConnections = 10'000;
    std::int64_t serveConnectionsOfAddress = 6'000;
    std::string serveOidcIssuer; // a login provider: "https://id.example"; empty: none
    std::string serveOidcClientId;
    std::string serveOidcClientSecretFile; // empty: a public client
    std::string serveOidcRedirectUri;      // "https://HOST:PORT/api/v1/auth/oidc/callback"
    std::string servePkcs11Module;         // library of a security module; empty: the master key is a file
    std::string servePkcs11Token;
    std::string servePkcs11Key;
    std::string servePkcs11PinFile;

    // What was set, by key, as it was written; the rest is as it comes.
    std::map<std::string, std::string, std::less<>> given;

    // Sets one key from text.
    Expected<void> set(std::string_view key, std::string_view value);
    // A whole TOML file; the error names file, line and key.
    Expected<void> loadFile(std::string const& path);
    // Every variable that begins with QOB_, except those the test suites and tools read themselves.
    Expected<void> loadEnvironment(std::map<std::string, std::string> const& environment);
};

// One row a setting, for `--help` and the documentation.
struct SettingInfo {
    std::string_view key;
    std::string_view help;
};

std::vector<SettingInfo> configSettings();

// The candidate with the smallest edit distance to the word; empty when none is near.
std::string nearestWord(std::string_view word, std::vector<std::string> const& candidates);

} // namespace qob
