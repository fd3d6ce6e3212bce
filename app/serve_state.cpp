#include "app/serve_state.h"

#include "engine/database/backup.h"
#include "engine/net/net_thread.h"
#include "engine/security/pkcs11_key.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace qob {

namespace {

constexpr char const* killSwitchName = "kill-switch";
constexpr char const* settingsName = "settings.last";
constexpr char const* masterKeyVariable = "QOB_SERVE_MASTER_KEY";

std::string variable(char const* name)
{
    char const* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nothing sets variables
    return value == nullptr ? "" : value;
}

Expected<void> makeDirectory(std::filesystem::path const& directory)
{
    namespace fs = std::filesystem;
    std::error_code error;
    bool const made = fs::create_directories(directory, error);
    if (made && !error) {
        fs::permissions(directory, fs::perms::owner_all, error); // secrets are in it
    }
    return error
               ? Expected<void>(fail(ErrorCode::FileUnreadable, directory.string() + ": " + error.message()))
               : Expected<void>();
}

// What a file holds, without the end of its line.
Expected<SecretBytes> secretIn(std::string const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorCode::FileUnreadable, path);
    }
    std::string text(std::istreambuf_iterator<char>(file), {});
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    return SecretBytes(std::move(text));
}

Expected<MasterKey> masterKeyOfModule(Config const& config)
{
    if (config.servePkcs11Token.empty() || config.servePkcs11Key.empty() ||
        config.servePkcs11PinFile.empty()) {
        return fail(
            ErrorCode::ConfigBadValue,
            "serve.pkcs11_module needs serve.pkcs11_token, serve.pkcs11_key and serve.pkcs11_pin_file"
        );
    }
    if (!config.serveMasterKeyFile.empty()) {
        return fail(ErrorCode::ConfigBadValue, "the master key is either a file's or a security module's");
    }
    auto pin = secretIn(config.servePkcs11PinFile);
    if (!pin) {
        return tl::unexpected(pin.error());
    }
    return loadMasterKeyPkcs11(
        {config.servePkcs11Module, config.servePkcs11Token, config.servePkcs11Key, std::move(*pin)}
    );
}

Expected<void> openLoginProvider(Runtime& runtime, ServeState& state)
{
    Config const& config = runtime.config;
    if (config.serveOidcIssuer.empty()) {
        return {};
    }
    if (!config.serveOidcIssuer.starts_with("https://") ||
        !config.serveOidcRedirectUri.starts_with("https://") || config.serveOidcClientId.empty()) {
        return fail(
            ErrorCode::ConfigBadValue,
            "serve.oidc_issuer needs https://, serve.oidc_client_id, and serve.oidc_redirect_uri with "
            "https://"
        );
    }
    OidcSettings settings;
    settings.issuer = config.serveOidcIssuer;
    settings.clientId = config.serveOidcClientId;
    settings.redirectUri = config.serveOidcRedirectUri;
    if (!config.serveOidcClientSecretFile.empty()) {
        auto secret = secretIn(config.serveOidcClientSecretFile);
        if (!secret) {
            return tl::unexpected(secret.error());
        }
        settings.clientSecret = std::move(*secret);
    }
    state.net = std::make_unique<NetThread>();
    state.oidc = std::make_unique<Oidc>(*state.net, std::move(settings), *state.random, runtime.clock);
    return {};
}

} // namespace

Expected<MasterKey>
serveMasterKey(Config const& config, std::filesystem::path const& directory, RandomSource& random)
{
    if (!config.servePkcs11Module.empty()) {
        return masterKeyOfModule(config);
    }
    if (!variable(masterKeyVariable).empty()) {
        return loadMasterKeyEnvironment(masterKeyVariable);
    }
    auto const path =
        config.serveMasterKeyFile.empty() ? (directory / "master.key").string() : config.serveMasterKeyFile;
    std::error_code error;
    if (config.serveMasterKeyFile.empty() && !std::filesystem::exists(path, error)) {
        // What was kept under a key cannot be read under another.
        auto const audit = directory / "audit";
        if (std::filesystem::exists(audit, error) && !std::filesystem::is_empty(audit, error)) {
            return fail(
                ErrorCode::StorageFileMissing, path + "; " + directory.string() + " was written with it"
            );
        }
        return createMasterKeyFile(path, random);
    }
    return loadMasterKeyFile(path);
}

DatabaseSettings databaseOf(Config const& config, std::filesystem::path const& directory, bool durable)
{
    DatabaseSettings settings;
    settings.connection = config.serveDatabase;
    settings.file = (directory / "qob.sqlite").string();
    settings.durable = durable;
    return settings;
}

std::filesystem::path serveDirectory(Config const& config)
{
    if (!config.serveData.empty()) {
        return config.serveData;
    }
    auto const data =
        variable("XDG_DATA_HOME").empty() ? variable("HOME") + "/.local/share" : variable("XDG_DATA_HOME");
    return std::filesystem::path(data) / "qob" / "serve";
}

Expected<std::unique_ptr<ServeState>> openServeState(Runtime& runtime)
{
    auto state = std::make_unique<ServeState>();
    state->directory = serveDirectory(runtime.config);
    if (auto const made = makeDirectory(state->directory); !made) {
        return tl::unexpected(made.error());
    }
    std::error_code error;
    if (std::filesystem::exists(state->directory / unfinishedRestore, error)) {
        return fail(
            ErrorCode::BackupCorrupt,
            state->directory.string() + ": a restore into it was not finished; run `qob restore` again"
        );
    }
    state->random = makeSystemRandom();
    auto const key = serveMasterKey(runtime.config, state->directory, *state->random);
    if (!key) {
        return tl::unexpected(key.error());
    }
    AuditSettings settings;
    settings.directory = (state->directory / "audit").string();
    auto audit = AuditTrail::open(state->disk, std::move(settings), auditKeys({*key}), runtime.clock);
    if (!audit) {
        return tl::unexpected(audit.error());
    }
    state->audit = std::move(*audit);
    auto database = Database::open(databaseOf(runtime.config, state->directory, true));
    if (!database) {
        return tl::unexpected(database.error());
    }
    state->store = std::move(*database);
    IdentitySettings identity;
    identity.openRegistration = runtime.config.serveRegistration;
    auto opened =
        Identity::open(identity, *state->store, {*key}, *state->random, runtime.clock, *state->audit);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    state->identity = std::move(*opened);
    if (auto const provider = openLoginProvider(runtime, *state); !provider) {
        return tl::unexpected(provider.error());
    }
    return state;
}

Expected<void> noteStart(ServeState& state, Config const& config)
{
    constexpr char const* server = "server";
    auto noted = state.audit->record({server, {}, "server.start", {}, "ok", {}});
    std::map<std::string, std::string> before;
    std::ifstream file(state.directory / settingsName);
    for (std::string line; std::getline(file, line);) {
        auto const equals = line.find('=');
        before[line.substr(0, equals)] = equals == std::string::npos ? "" : line.substr(equals + 1);
    }
    std::map<std::string, std::string> now;
    std::string text;
    for (auto const& [key, value] : config.given) {
        now[key] = key == "serve.database" ? "a value that is not shown" : value; // it may hold a password
        text += key + "=" + now[key] + "\n";
    }
    auto all = before;
    all.insert(now.begin(), now.end());
    for (auto const& [key, value] : all) {
        auto const said = [&](std::map<std::string, std::string> const& at) {
            auto const found = at.find(key);
            return found == at.end() ? std::string("not set") : found->second;
        };
        if (noted && said(before) != said(now)) {
            noted = state.audit->record(
                {server, {}, "config.change", key, "ok", "from " + said(before) + " to " + said(now)}
            );
        }
    }
    return noted ? replaceFile(state.disk, state.directory.string(), settingsName, text) : noted;
}

bool killSwitchIsOn(ServeState const& state)
{
    std::error_code error;
    return std::filesystem::exists(state.directory / killSwitchName, error) || error;
}

Expected<void> keepKillSwitch(ServeState& state, bool on)
{
    auto const directory = state.directory.string();
    if (on) {
        return replaceFile(state.disk, directory, killSwitchName, "on\n");
    }
    if (!killSwitchIsOn(state)) {
        return {};
    }
    return state.disk.remove(directory + "/" + killSwitchName).and_then([&] {
        return state.disk.syncDirectory(directory);
    });
}

} // namespace qob
