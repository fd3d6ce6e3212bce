#pragma once

#include "engine/base/expected.h"
#include "engine/security/principal.h"

namespace qob {

// The one place that decides whether a request may be served. AuthRequired: nobody is logged in;
// AuthForbidden: the user, or the key that was used, may not. What no row of the role table allows is denied.
Expected<void> authorize(Principal const& principal, Permission needed);

} // namespace qob
