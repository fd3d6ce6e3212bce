#pragma once

#include "engine/gateway/http_message.h"
#include "engine/security/identity.h"

#include <string>

namespace qob {

// What the identity routes answer with. Times are whole seconds since 1970; null where there is none.
std::string tokensJson(Tokens const& tokens);
std::string userJson(UserRecord const& user);
std::string meJson(UserRecord const& user, std::uint32_t permissions);
std::string usersJson(std::vector<UserRecord> const& users);
std::string keysJson(std::vector<ApiKeyRecord> const& keys);
std::string keySecretJson(KeySecret const& key);
std::string loginsJson(std::vector<LoginRecord> const& logins, std::string const& current);
std::string totpJson(TotpOffer const& offer);
std::string recoveryJson(std::vector<std::string> const& codes);

// {"scopes":["trade"],…} of a request. RequestBadValue names the field.
Expected<NewKey> readNewKey(WebRequest const& request);

} // namespace qob
