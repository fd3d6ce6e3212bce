#include "engine/security/jws.h"

#include "engine/security/base64url.h"

namespace qob {

Expected<Jws> readJws(std::string_view text)
{
    auto const bad = [](char const* why) {
        return fail(ErrorCode::AuthTokenInvalid, why);
    };
    if (text.size() > mostTokenBytes) {
        return bad("too long");
    }
    auto const first = text.find('.');
    auto const second = text.find('.', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos) {
        return bad("expected three parts");
    }
    auto const header = fromBase64Url(text.substr(0, first));
    auto payload = fromBase64Url(text.substr(first + 1, second - first - 1));
    auto signature = fromBase64Url(text.substr(second + 1));
    if (!header || !payload || !signature) {
        return bad("expected base64url");
    }
    auto members = JsonMembers::read(*header);
    if (!members) {
        return bad("its header is not a plain JSON object");
    }
    if (members->find("crit") != nullptr) {
        return bad("its header asks for an extension");
    }
    return Jws{
        std::move(*members), std::string(text.substr(0, second)), std::move(*payload), std::move(*signature)};
}

std::string writeJws(std::string_view header, std::string_view payload, SigningKey const& key)
{
    auto text = toBase64Url(header) + "." + toBase64Url(payload);
    auto const signature = toBase64Url(key.sign(text));
    return text + "." + signature;
}

} // namespace qob
