#include "engine/security/authorize.h"

namespace qob {

Expected<void> authorize(Principal const& principal, Permission needed)
{
    if (principal.may(needed)) {
        return {};
    }
    if (principal.user.value == 0) {
        return fail(ErrorCode::AuthRequired);
    }
    return fail(ErrorCode::AuthForbidden, "it needs the right '" + std::string(permissionName(needed)) + "'");
}

} // namespace qob
