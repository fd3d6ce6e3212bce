#pragma once

#include "engine/gateway/route.h"

namespace qob {

// Finds the route of a request and checks it against what the route's documentation says. Immutable once it
// is made; any thread.
class Router {
public:
    // No two routes may answer to the same (CHECK).
    explicit Router(Routes routes);

    // Also fills in the request's path parameters. RequestUnknownRoute; RequestWrongMethod with those there
    // are.
    [[nodiscard]] Expected<Route const*> find(WebRequest& request) const;

    [[nodiscard]] Routes const& routes() const { return m_routes; }

private:
    Routes m_routes;
};

// Whether every parameter is known, of its type, and all that must be there are. RequestMissing,
// RequestBadValue and RequestMalformed name the parameter.
Expected<void> checkParameters(Route const& route, WebRequest const& request);

// Whether whoever it is from may ask for it: the one place where that is decided. AuthRequired,
// AuthForbidden.
Expected<void> checkPermission(Route const& route, Principal const& principal);

} // namespace qob
