#pragma once

#include "engine/base/runtime.h"
#include "engine/database/database.h"
#include "engine/security/audit.h"
#include "engine/security/identity.h"
#include "engine/security/oidc.h"
#include "engine/storage/posix_file_system.h"

#include <filesystem>

namespace qob {

// What a headless engine keeps in its directory besides its journal: who its users are, the key that protects
// their secrets, and what they did. One process at a time.
struct ServeState {
    std::filesystem::path directory;
    PosixFileSystem disk;
    std::unique_ptr<RandomSource> random;
    std::unique_ptr<Database> store;
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<Identity> identity;
    std::unique_ptr<NetThread> net; // to the login provider
    std::unique_ptr<Oidc> oidc;     // null: there is none
};

// The directory that the configuration names, or the user's.
std::filesystem::path serveDirectory(Config const& config);

// The key that protects the directory's secrets: from a security module, the environment, a file, or made
// now.
Expected<MasterKey>
serveMasterKey(Config const& config, std::filesystem::path const& directory, RandomSource& random);

// Which database the configuration names; SQLite lies in the directory.
DatabaseSettings databaseOf(Config const& config, std::filesystem::path const& directory, bool durable);

// Opens it, and makes what is missing. StorageInUse: a server runs on it. ConfigBadValue: half of a login
// provider or security module is configured.
Expected<std::unique_ptr<ServeState>> openServeState(Runtime& runtime);

// Records in the audit trail that a server starts, and which settings are others than at its last start.
Expected<void> noteStart(ServeState& state, Config const& config);

// The kill switch outlives a run: a file that is there while it is on. Any thread.
bool killSwitchIsOn(ServeState const& state);
Expected<void> keepKillSwitch(ServeState& state, bool on);

} // namespace qob
