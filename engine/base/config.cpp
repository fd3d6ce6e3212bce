#include "engine/base/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <sstream>

namespace qob {

namespace {

using Setter = Expected<void> (*)(Config&, std::string_view);

struct Setting {
    std::string_view key;
    std::string_view help;
    Setter set;
};

tl::unexpected<Error> badValue(std::string_view value, std::string_view expected)
{
    return fail(ErrorCode::ConfigBadValue, "'" + std::string(value) + "'; expected " + std::string(expected));
}

template <class Integer>
Expected<void> setInteger(Integer& out, std::string_view value, Integer low, Integer high)
{
    Integer parsed{};
    auto const [end, problem] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (problem != std::errc{} || end != value.data() + value.size() || parsed < low || parsed > high) {
        return badValue(value, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    out = parsed;
    return {};
}

Expected<void> setLevel(LogLevel& out, std::string_view value)
{
    constexpr std::array names{"debug", "info", "warning", "error", "off"};
    auto const* found = std::find(names.begin(), names.end(), value);
    if (found == names.end()) {
        return badValue(value, "debug, info, warning, error or off");
    }
    out = static_cast<LogLevel>(found - names.begin());
    return {};
}

Expected<void> setFlag(bool& out, std::string_view value)
{
    if (value != "true" && value != "false") {
        return badValue(value, "true or false");
    }
    out = value == "true";
    return {};
}

Expected<void> setText(std::string& out, std::string_view value)
{
    out = value;
    return {};
}

const std::array settings{
    Setting{
        "sim.seed",
        "seed of the simulated market",
        [](Config& c, std::string_view v) {
            return setInteger<std::uint64_t>(c.simSeed, v, 0, UINT64_MAX);
        }},
    Setting{
        "sim.history_minutes",
        "minutes of simulated past shown at the start",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.simHistoryMinutes, v, 0, 240);
        }},
    Setting{
        "paper.latency_ms",
        "paper orders: one-way latency to the venue",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.paperLatencyMs, v, 0, 60'000);
        }},
    Setting{
        "paper.maker_fee_bps",
        "paper orders: maker fee in basis points",
        [](Config& c, std::string_view v) {
            return setText(c.paperMakerFeeBps, v);
        }},
    Setting{
        "paper.taker_fee_bps",
        "paper orders: taker fee in basis points",
        [](Config& c, std::string_view v) {
            return setText(c.paperTakerFeeBps, v);
        }},
    Setting{
        "account.deposits",
        "what the account starts with: ASSET=AMOUNT,...",
        [](Config& c, std::string_view v) {
            return setText(c.accountDeposits, v);
        }},
    Setting{
        "account.orders_kept",
        "finished orders of an account in memory; a server has older ones in its database",
        [](Config& c, std::string_view v) {
            return setInteger<std::size_t>(c.accountOrdersKept, v, 100, 10'000'000);
        }},
    Setting{
        "log.console_level",
        "lowest level on stderr",
        [](Config& c, std::string_view v) {
            return setLevel(c.log.consoleLevel, v);
        }},
    Setting{
        "log.file_level",
        "lowest level in the log file",
        [](Config& c, std::string_view v) {
            return setLevel(c.log.fileLevel, v);
        }},
    Setting{
        "log.file",
        "JSON log file; empty for none",
        [](Config& c, std::string_view v) {
            return setText(c.log.file, v);
        }},
    Setting{
        "log.max_file_bytes",
        "size at which the log file rotates",
        [](Config& c, std::string_view v) {
            return setInteger<std::size_t>(c.log.maxFileBytes, v, 1'000, 1'000'000'000);
        }},
    Setting{
        "log.max_files",
        "rotated log files kept",
        [](Config& c, std::string_view v) {
            return setInteger<std::size_t>(c.log.maxFiles, v, 1, 100);
        }},
    Setting{
        "serve.address",
        "qob serve: the address it listens at",
        [](Config& c, std::string_view v) {
            return setText(c.serveAddress, v);
        }},
    Setting{
        "serve.port",
        "qob serve: its port; 0 for whichever is free",
        [](Config& c, std::string_view v) {
            return setInteger<std::uint16_t>(c.servePort, v, 0, UINT16_MAX);
        }},
    Setting{
        "serve.data",
        "qob serve: directory of journal, database, keys and audit trail",
        [](Config& c, std::string_view v) {
            return setText(c.serveData, v);
        }},
    Setting{
        "serve.certificate",
        "qob serve: PEM file of its certificate; empty for one of its own making",
        [](Config& c, std::string_view v) {
            return setText(c.serveCertificate, v);
        }},
    Setting{
        "serve.private_key",
        "qob serve: PEM file of the certificate's key",
        [](Config& c, std::string_view v) {
            return setText(c.servePrivateKey, v);
        }},
    Setting{
        "serve.tls12",
        "qob serve: also clients that cannot do TLS 1.3",
        [](Config& c, std::string_view v) {
            return setFlag(c.serveTls12, v);
        }},
    Setting{
        "serve.public_market",
        "qob serve: market data needs no login",
        [](Config& c, std::string_view v) {
            return setFlag(c.servePublicMarket, v);
        }},
    Setting{
        "serve.registration",
        "qob serve: anybody may make himself a user",
        [](Config& c, std::string_view v) {
            return setFlag(c.serveRegistration, v);
        }},
    Setting{
        "serve.rate_limits",
        "qob serve: limit requests by key, user and address",
        [](Config& c, std::string_view v) {
            return setFlag(c.serveRateLimits, v);
        }},
    Setting{
        "serve.database",
        "qob serve: PostgreSQL connection string; empty for SQLite",
        [](Config& c, std::string_view v) {
            return setText(c.serveDatabase, v);
        }},
    Setting{
        "serve.master_key_file",
        "qob serve: the key that protects secrets; empty for one in its data",
        [](Config& c, std::string_view v) {
            return setText(c.serveMasterKeyFile, v);
        }},
    Setting{
        "serve.metrics_token_file",
        "qob serve: a file with the token that reads /metrics",
        [](Config& c, std::string_view v) {
            return setText(c.serveMetricsTokenFile, v);
        }},
    Setting{
        "serve.metrics_loopback",
        "qob serve: /metrics needs no login from this machine",
        [](Config& c, std::string_view v) {
            return setFlag(c.serveMetricsLoopback, v);
        }},
    Setting{
        "serve.origins",
        "qob serve: other hosts whose pages may open streams",
        [](Config& c, std::string_view v) {
            return setText(c.serveOrigins, v);
        }},
    Setting{
        "serve.acknowledge",
        "qob serve: orders are acknowledged when matched or when durable",
        [](Config& c, std::string_view v) -> Expected<void> {
            return v == "matched" || v == "durable" ? setText(c.serveAcknowledge, v)
                                                    : badValue(v, "matched or durable");
        }},
    Setting{
        "serve.archive",
        "qob serve: what the database keeps of the market: none, candles, ticks",
        [](Config& c, std::string_view v) -> Expected<void> {
            return v == "none" || v == "candles" || v == "ticks" ? setText(c.serveArchive, v)
                                                                 : badValue(v, "none, candles or ticks");
        }},
    Setting{
        "serve.backup_hours",
        "qob serve: hours between two backups; 0 for none",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.serveBackupHours, v, 0, 8760);
        }},
    Setting{
        "serve.backups_kept",
        "qob serve: how many backups are kept",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.serveBackupsKept, v, 1, 1000);
        }},
    Setting{
        "serve.prune_journal",
        "qob serve: after a backup, segments of the journal that no start needs any more are removed: true, "
        "false",
        [](Config& c, std::string_view v) {
            return setFlag(c.servePruneJournal, v);
        }},
    Setting{
        "serve.connections",
        "qob serve: how many connections there may be",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.serveConnections, v, 1, 1'000'000);
        }},
    Setting{
        "serve.connections_of_address",
        "qob serve: how many of them from one address",
        [](Config& c, std::string_view v) {
            return setInteger<std::int64_t>(c.serveConnectionsOfAddress, v, 1, 1'000'000);
        }},
    Setting{
        "serve.oidc_issuer",
        "qob serve: login provider (OpenID Connect), https://…; empty for none",
        [](Config& c, std::string_view v) {
            return setText(c.serveOidcIssuer, v);
        }},
    Setting{
        "serve.oidc_client_id",
        "qob serve: what the login provider calls this server",
        [](Config& c, std::string_view v) {
            return setText(c.serveOidcClientId, v);
        }},
    Setting{
        "serve.oidc_client_secret_file",
        "qob serve: a file with the secret it gave; empty for none",
        [](Config& c, std::string_view v) {
            return setText(c.serveOidcClientSecretFile, v);
        }},
    Setting{
        "serve.oidc_redirect_uri",
        "qob serve: https://HOST:PORT/api/v1/auth/oidc/callback",
        [](Config& c, std::string_view v) {
            return setText(c.serveOidcRedirectUri, v);
        }},
    Setting{
        "serve.pkcs11_module",
        "qob serve: library of a security module for the master key",
        [](Config& c, std::string_view v) {
            return setText(c.servePkcs11Module, v);
        }},
    Setting{
        "serve.pkcs11_token",
        "qob serve: label of the module's token",
        [](Config& c, std::string_view v) {
            return setText(c.servePkcs11Token, v);
        }},
    Setting{
        "serve.pkcs11_key",
        "qob serve: label of the key in the token",
        [](Config& c, std::string_view v) {
            return setText(c.servePkcs11Key, v);
        }},
    Setting{
        "serve.pkcs11_pin_file",
        "qob serve: a file with the token's PIN",
        [](Config& c, std::string_view v) {
            return setText(c.servePkcs11PinFile, v);
        }},
    Setting{
        "ui.market",
        "market opened by a plain `qob`: sim",
        [](Config& c, std::string_view v) -> Expected<void> {
            return v == "sim" ? setText(c.uiMarket, v) : badValue(v, "sim");
        }},
    Setting{
        "ui.symbol",
        "VENUE:SYMBOL shown first",
        [](Config& c, std::string_view v) {
            return setText(c.uiSymbol, v);
        }},
};

// Read by the test suites and by the fuzz targets, or a secret; not settings of the program.
constexpr std::array<std::string_view, 6> foreignVariables{
    "QOB_CAPTURES",
    "QOB_JOURNAL_SEEDS",
    "QOB_RACE_FIRST",
    "QOB_RACE_SEEDS",
    "QOB_REFERENCE",
    "QOB_SERVE_MASTER_KEY"};

std::string environmentName(std::string_view key)
{
    std::string name = "QOB_";
    for (char c : key) {
        name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return name;
}

tl::unexpected<Error> unknownKey(std::string_view name, std::vector<std::string> const& candidates)
{
    auto const nearest = nearestWord(name, candidates);
    auto detail = "'" + std::string(name) + "'";
    if (!nearest.empty()) {
        detail += "; did you mean '" + nearest + "'?";
    }
    return fail(ErrorCode::ConfigUnknownKey, detail);
}

// Letters inserted, left out, replaced or swapped with their neighbour.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            rows[i][j] = std::min({replaced, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows.back().back();
}

// One TOML value as the text a flag would carry.
std::string tomlText(toml::node const& node)
{
    if (auto const* text = node.as_string()) {
        return text->get();
    }
    if (auto const* number = node.as_integer()) {
        return std::to_string(number->get());
    }
    if (auto const* flag = node.as_boolean()) {
        return flag->get() ? "true" : "false";
    }
    std::ostringstream out;
    out << toml::node_view<const toml::node>(node);
    return out.str();
}

std::string place(std::string const& path, toml::source_region const& source)
{
    return path + ":" + std::to_string(source.begin.line) + ": ";
}

// One `key = value`, wherever it stands.
Expected<void>
applyEntry(Config& config, std::string const& key, toml::node const& node, std::string const& where)
{
    auto const result = config.set(key, tomlText(node));
    return result ? result : fail(result.error().code, where + key + ": " + result.error().detail);
}

// A file is sections of keys; a key outside of a section has no right name and is refused by it.
Expected<void> applyFile(Config& config, toml::table const& file, std::string const& path)
{
    for (auto const& [name, node] : file) {
        const std::string key(name.str());
        auto const* section = node.as_table();
        Expected<void> result;
        if (section == nullptr) {
            result = applyEntry(config, key, node, place(path, name.source()));
        } else {
            for (auto const& [inner, value] : *section) {
                result = applyEntry(
                    config, key + "." + std::string(inner.str()), value, place(path, inner.source())
                );
                if (!result) {
                    break;
                }
            }
        }
        if (!result) {
            return result;
        }
    }
    return {};
}

} // namespace

Expected<void> Config::set(std::string_view key, std::string_view value)
{
    auto const* found =
        std::find_if(settings.begin(), settings.end(), [&](auto const& s) { return s.key == key; });
    if (found == settings.end()) {
        std::vector<std::string> keys;
        keys.reserve(settings.size());
        for (auto const& setting : settings) {
            keys.emplace_back(setting.key);
        }
        return unknownKey(key, keys);
    }
    auto const set = found->set(*this, value);
    if (set) {
        given[std::string(key)] = std::string(value);
    }
    return set;
}

Expected<void> Config::loadFile(std::string const& path)
{
    // A directory can be opened as a file and reads as an empty one.
    if (std::error_code error; std::filesystem::is_directory(path, error)) {
        return fail(ErrorCode::ConfigUnreadable, path + " is a directory");
    }
    try {
        return applyFile(*this, toml::parse_file(path), path);
    } catch (toml::parse_error const& problem) {
        if (problem.source().begin.line == 0) {
            return fail(ErrorCode::ConfigUnreadable, path);
        }
        return fail(
            ErrorCode::ConfigSyntax, place(path, problem.source()) + std::string(problem.description())
        );
    }
}

Expected<void> Config::loadEnvironment(std::map<std::string, std::string> const& environment)
{
    std::map<std::string, std::string_view> known;
    std::vector<std::string> names;
    names.reserve(settings.size());
    for (auto const& setting : settings) {
        names.push_back(environmentName(setting.key));
        known[names.back()] = setting.key;
    }
    for (auto const& [name, value] : environment) {
        bool const foreign =
            std::find(foreignVariables.begin(), foreignVariables.end(), name) != foreignVariables.end();
        if (!name.starts_with("QOB_") || foreign) {
            continue;
        }
        auto const found = known.find(name);
        if (found == known.end()) {
            return unknownKey(name, names);
        }
        if (auto const result = set(found->second, value); !result) {
            return fail(result.error().code, name + ": " + result.error().detail);
        }
    }
    return {};
}

std::vector<SettingInfo> configSettings()
{
    std::vector<SettingInfo> rows;
    rows.reserve(settings.size());
    for (auto const& setting : settings) {
        rows.push_back({setting.key, setting.help});
    }
    return rows;
}

std::string nearestWord(std::string_view word, std::vector<std::string> const& candidates)
{
    std::string best;
    std::size_t bestDistance = word.size() / 2 + 2;
    for (auto const& candidate : candidates) {
        if (auto const distance = editDistance(word, candidate); distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace qob
