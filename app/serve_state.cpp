#include "app/serve_state.h"

#include <cstdlib>

namespace qob {

namespace {

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

} // namespace

Expected<MasterKey>
serveMasterKey(Config const& config, std::filesystem::path const& directory, RandomSource& random)
{
    if (!variable(masterKeyVariable).empty()) {
        return loadMasterKeyEnvironment(masterKeyVariable);
    }
    auto const path =
        config.serveMasterKeyFile.empty() ? (directory / "master.key").string() : config.serveMasterKeyFile;
    std::error_code error;
    if (config.serveMasterKeyFile.empty() && !std::filesystem::exists(path, error)) {
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
    return state;
}

} // namespace qob
