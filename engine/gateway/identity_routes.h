#pragma once

#include "engine/gateway/route.h"
#include "engine/security/audit.h"
#include "engine/security/identity.h"
#include "engine/security/oidc.h"

namespace qob {

// What the routes below work on; all outlive them.
struct IdentityWorld {
    Identity& identity;
    AuditTrail const& audit;
    Oidc* oidc = nullptr; // null: there is no login provider, and no routes for it
    // The account's user may not be here any more: its orders go. Called from any thread; may be empty.
    std::function<void(AccountId)> onDisabled;
};

// Users, logins, second factors, keys and the audit trail: /api/v1/auth/*, /api/v1/keys, /api/v1/logins,
// /api/v1/users, /api/v1/audit. What hashes, reads files or waits for the store runs on Identity's pool;
// RequestBusy when that is full. What is secret is taken from the body only: a query ends up in logs.
Routes identityRoutes(IdentityWorld const& world);

} // namespace qob
