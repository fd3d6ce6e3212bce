#pragma once

#include "engine/gateway/route.h"
#include "engine/gateway/server.h"
#include "engine/security/audit.h"
#include "engine/security/identity.h"
#include "engine/security/oidc.h"
#include "engine/security/rate_limit.h"

namespace qob {

// What the routes below work on; all outlive them.
struct IdentityWorld {
    Identity& identity;
    Clock const& clock;
    AuditTrail const* audit = nullptr; // null: /api/v1/audit says RequestNotBuilt
    Oidc* oidc = nullptr;              // null: there is no login provider
};

// Users, logins, second factors, keys and the audit trail: /api/v1/auth/*, /api/v1/keys, /api/v1/logins,
// /api/v1/users, /api/v1/audit. What hashes or waits for the store runs on Identity's pool; RequestBusy when
// that is full. What is secret is taken from the body only: a query ends up in logs.
Routes identityRoutes(IdentityWorld const& world);

// Who a request is from, by its headers.
Authenticate authenticateBy(Identity& identity);

// The tiers' figures: by address before it is known whom a request is from, by user and key afterwards.
Admit admitBy(RateLimiter& limiter, Clock const& clock);

// What Identity looks at of a request, which must outlive it.
RequestFacts factsOf(HttpRequest const& request);

} // namespace qob
