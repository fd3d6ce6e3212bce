#include "engine/security/oidc.h"

#include "engine/security/base64url.h"
#include "engine/security/json_members.h"
#include "engine/security/text.h"

#include <algorithm>

namespace qob {

namespace {

constexpr Duration providerLife = hours(1);

tl::unexpected<Error> providerFailed(std::string detail)
{
    return fail(ErrorCode::AuthProviderFailed, std::move(detail));
}

std::string textOf(JsonMembers const& members, std::string_view name)
{
    auto const* const text = members.text(name);
    return text == nullptr ? std::string() : *text;
}

using Fields = std::vector<std::pair<std::string_view, std::string>>;

std::string form(Fields const& fields)
{
    std::string text;
    for (auto const& [name, value] : fields) {
        text += (text.empty() ? "" : "&") + std::string(name) + "=" + percentEncoded(value);
    }
    return text;
}

} // namespace

Oidc::Oidc(NetThread& net, OidcSettings settings, RandomSource& random, Clock const& clock)
    : m_net(net)
    , m_settings(std::move(settings))
    , m_random(random)
    , m_clock(clock)
{}

Oidc::~Oidc()
{
    m_net.postAndWait([this] { m_questions.clear(); });
}

void Oidc::start(std::function<void(Expected<OidcStart>)> done)
{
    m_net.post([this, done = std::move(done)] {
        discover([this, done](Expected<void> const& found) {
            done(found ? begin() : Expected<OidcStart>(tl::unexpected(found.error())));
        });
    });
}

void Oidc::finish(OidcReturn back, std::function<void(Expected<ExternalUser>)> done)
{
    m_net.post([this, back = std::move(back), done = std::move(done)] {
        auto const found = m_attempts.find(back.state);
        if (found == m_attempts.end() || found->second.expires <= m_clock.now()) {
            done(providerFailed("this login was not begun here, or too long ago"));
            return;
        }
        auto const attempt = found->second;
        if (!equalInConstantTime(attempt.binding, back.binding)) {
            done(providerFailed("this login was begun in another browser"));
            return;
        }
        m_attempts.erase(found);
        discover([this, code = back.code, attempt, done](Expected<void> const& ready) {
            if (ready) {
                exchange(code, attempt, done);
            } else {
                done(tl::unexpected(ready.error()));
            }
        });
    });
}

void Oidc::ask(HttpQuestion const& question, std::function<void(Expected<std::string>)> done)
{
    auto const number = m_nextQuestion++;
    auto const host = question.url;
    m_questions[number] = httpRequest(
        m_net,
        question,
        m_settings.timeout,
        [this, number, host, done = std::move(done)](Expected<HttpAnswer> const& answer) {
            // Its own handle must live until this call is over.
            auto const kept = std::move(m_questions[number]);
            m_questions.erase(number);
            if (!answer) {
                done(providerFailed(answer.error().message()));
            } else if (answer->status != 200) {
                done(providerFailed(host + " answered " + std::to_string(answer->status)));
            } else {
                done(answer->body);
            }
            m_net.post([kept] {});
        }
    );
}

void Oidc::discover(WithProvider done)
{
    if (m_provider && m_clock.now() - m_provider->readAt < providerLife) {
        done({});
        return;
    }
    HttpQuestion question;
    question.url = m_settings.issuer + (m_settings.issuer.ends_with('/') ? "" : "/") +
                   ".well-known/openid-configuration";
    ask(question, [this, done = std::move(done)](Expected<std::string> const& json) {
        auto const read = json ? readProvider(*json) : Expected<void>(tl::unexpected(json.error()));
        if (!read) {
            done(read);
            return;
        }
        HttpQuestion forKeys;
        forKeys.url = m_provider->keys;
        ask(forKeys, [this, done](Expected<std::string> const& jwks) {
            auto keys = jwks ? readProviderKeys(*jwks)
                             : Expected<std::vector<ProviderKey>>(tl::unexpected(jwks.error()));
            if (keys) {
                m_keys = std::move(*keys);
                done({});
            } else {
                m_provider->readAt = {}; // asked for again; a login that is under way still needs it
                done(tl::unexpected(keys.error()));
            }
        });
    });
}

Expected<void> Oidc::readProvider(std::string const& json)
{
    auto const members = JsonMembers::read(json);
    if (!members) {
        return providerFailed("its discovery document: " + members.error().message());
    }
    if (textOf(*members, "issuer") != m_settings.issuer) {
        return providerFailed("its discovery document is of issuer '" + textOf(*members, "issuer") + "'");
    }
    Provider provider;
    provider.authorization = textOf(*members, "authorization_endpoint");
    provider.token = textOf(*members, "token_endpoint");
    provider.keys = textOf(*members, "jwks_uri");
    for (auto const* const url : {&provider.authorization, &provider.token, &provider.keys}) {
        if (!url->starts_with("https://")) {
            return providerFailed("its discovery document has '" + *url + "'; expected an https address");
        }
    }
    auto const* const methods = members->find("token_endpoint_auth_methods_supported");
    provider.basic =
        methods == nullptr ||
        std::find(methods->list.begin(), methods->list.end(), "client_secret_basic") != methods->list.end();
    provider.readAt = m_clock.now();
    m_provider = std::move(provider);
    return {};
}

Expected<OidcStart> Oidc::begin()
{
    auto const now = m_clock.now();
    if (m_attempts.size() >= m_settings.mostAttempts) {
        std::erase_if(m_attempts, [&](auto const& one) { return one.second.expires <= now; });
    }
    if (m_attempts.size() >= m_settings.mostAttempts) {
        return fail(ErrorCode::RequestBusy, "too many logins at the provider are under way");
    }
    auto const state = randomText(m_random, 24);
    const Attempt attempt{
        randomText(m_random, 32),
        randomText(m_random, 24),
        randomText(m_random, 24),
        now + m_settings.attemptLife};
    m_attempts[state] = attempt;
    auto const query = form(
        {{"response_type", "code"},
         {"client_id", m_settings.clientId},
         {"redirect_uri", m_settings.redirectUri},
         {"scope", m_settings.scope},
         {"state", state},
         {"nonce", attempt.nonce},
         {"code_challenge", toBase64Url(sha256(attempt.verifier))},
         {"code_challenge_method", "S256"}}
    );
    auto const& page = m_provider->authorization;
    return OidcStart{page + (page.find('?') == std::string::npos ? "?" : "&") + query, attempt.binding};
}

void Oidc::exchange(std::string const& code, Attempt const& attempt, WithUser const& done)
{
    Fields fields{
        {"grant_type", "authorization_code"},
        {"code", code},
        {"redirect_uri", m_settings.redirectUri},
        {"code_verifier", attempt.verifier}};
    HttpQuestion question;
    question.url = m_provider->token;
    question.method = "POST";
    question.contentType = "application/x-www-form-urlencoded";
    bool const secret = !m_settings.clientSecret.empty();
    if (secret && m_provider->basic) {
        // RFC 6749, 2.3.1: both are form-encoded before they are put together.
        question.authorization = "Basic " + toBase64(
                                                percentEncoded(m_settings.clientId) + ":" +
                                                percentEncoded(m_settings.clientSecret.view())
                                            );
    } else {
        fields.emplace_back("client_id", m_settings.clientId);
        if (secret) {
            fields.emplace_back("client_secret", std::string(m_settings.clientSecret.view()));
        }
    }
    question.body = form(fields);
    ask(question, [this, nonce = attempt.nonce, done](Expected<std::string> const& json) {
        auto const members =
            json ? JsonMembers::read(*json) : Expected<JsonMembers>(tl::unexpected(json.error()));
        if (!members) {
            done(
                json ? Expected<ExternalUser>(providerFailed("its answer for the code is not JSON"))
                     : tl::unexpected(json.error())
            );
            return;
        }
        check(textOf(*members, "id_token"), nonce, false, done);
    });
}

// A key that we do not know may be one that is newer than our copy of them: that is asked for once.
void Oidc::check(
    std::string const& idToken, std::string const& nonce, bool keysAreFresh, WithUser const& done
)
{
    const IdTokenRules rules{m_settings.issuer, m_settings.clientId, nonce};
    auto const user = checkIdToken(idToken, m_keys, rules, m_clock.now());
    if (user || keysAreFresh || idToken.empty()) {
        done(user);
        return;
    }
    HttpQuestion question;
    question.url = m_provider->keys;
    ask(question, [this, idToken, nonce, done](Expected<std::string> const& jwks) {
        if (jwks) {
            if (auto keys = readProviderKeys(*jwks)) {
                m_keys = std::move(*keys);
            }
        }
        check(idToken, nonce, true, done);
    });
}

} // namespace qob
