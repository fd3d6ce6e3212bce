#pragma once

#include "engine/base/rng.h"
#include "engine/security/base64url.h"
#include "engine/security/identity.h"
#include "engine/security/totp.h"

#include <gtest/gtest.h>

#include <mutex>

namespace qob::test {

// The same secrets in each run.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_rng(seed) {}

    void fill(std::span<unsigned char> bytes) override
    {
        const std::lock_guard lock(m_mutex);
        for (auto& byte : bytes) {
            byte = static_cast<unsigned char>(m_rng.next());
        }
    }

private:
    std::mutex m_mutex;
    Rng m_rng;
};

class CollectedAudit final : public AuditSink {
public:
    Expected<void> record(AuditRecord record) override
    {
        const std::lock_guard lock(m_mutex);
        m_records.push_back(std::move(record));
        return {};
    }

    Expected<void> ready() const override
    {
        return broken ? Expected<void>(fail(ErrorCode::JournalIoFailed)) : Expected<void>();
    }

    [[nodiscard]] std::vector<AuditRecord> records() const
    {
        const std::lock_guard lock(m_mutex);
        return m_records;
    }

    bool broken = false;

private:
    mutable std::mutex m_mutex;
    std::vector<AuditRecord> m_records;
};

inline MasterKey testMasterKey(char fill = 'k')
{
    return *masterKeyOf(SecretBytes(std::string(32, fill)));
}

// An installation with an admin "root" and a trader "alice".
struct IdentityKit {
    static constexpr Timestamp start{1'800'000'000'000'000'000};
    static constexpr char const* password = "correct horse battery";
    static constexpr char const* home = "192.0.2.10";

    explicit IdentityKit(IdentitySettings chosen = {}) : settings(std::move(chosen))
    {
        open();
        root = *identity->createUser({"root", "", password}, Role::Admin, {});
        alice = *identity->createUser({"alice", "alice@example.com", password}, Role::Trader, {});
    }

    // As after a restart of the program.
    void open()
    {
        identity.reset();
        identity = std::move(*Identity::open(settings, *store, {testMasterKey()}, random, clock, audit));
    }

    Expected<Tokens>
    login(std::string name, std::string word = password, std::string code = {}, std::string from = home)
    {
        return identity->login({std::move(name), std::move(word), std::move(code), std::move(from), "test"});
    }

    Expected<Principal> bearer(std::string const& token)
    {
        return ask("GET", "/api/v1/orders", {}, {{"authorization", "Bearer " + token}});
    }

    Expected<Principal>
    ask(std::string method,
        std::string target,
        std::string body,
        std::vector<std::pair<std::string, std::string>> headers,
        std::string from = home)
    {
        RequestFacts facts;
        facts.method = method;
        facts.target = target;
        auto const question = target.find('?');
        facts.query = question == std::string::npos ? std::string_view()
                                                    : std::string_view(target).substr(question + 1);
        facts.body = body;
        facts.address = from;
        facts.headers = &headers;
        return identity->principalOf(facts);
    }

    KeySecret key(std::initializer_list<Permission> scopes, std::vector<std::string> addresses = {})
    {
        NewKey wanted;
        wanted.label = "bot";
        for (Permission const scope : scopes) {
            wanted.permissions |= 1U << static_cast<unsigned>(scope);
        }
        wanted.addresses = std::move(addresses);
        return *identity->createKey(alice, wanted, {"alice", home});
    }

    [[nodiscard]] std::string milliseconds() const { return std::to_string(clock.now().value / 1'000'000); }

    // Enrols alice, and moves on so that the code used for it is over.
    std::vector<std::string> enrol()
    {
        auto const offer = *identity->beginTotp(alice, {"alice", home});
        auto const at = offer.uri.find("secret=") + 7;
        totp = fromBase32(offer.uri.substr(at, offer.uri.find('&') - at));
        auto codes = *identity->confirmTotp(alice, code(), {"alice", home});
        clock.advance(seconds(60));
        return codes;
    }

    [[nodiscard]] std::string code(int steps = 0) const
    {
        return totpCode(totp, totpStepAt(clock.now()) + static_cast<std::uint64_t>(steps));
    }

    static SecretBytes fromBase32(std::string const& text)
    {
        std::string bytes;
        unsigned bits = 0;
        int count = 0;
        for (char const c : text) {
            auto const value = std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").find(c);
            bits = bits << 5U | static_cast<unsigned>(value);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 255U);
            }
        }
        return SecretBytes(bytes);
    }

    IdentitySettings settings;
    ManualClock clock{start};
    SeededRandom random;
    CollectedAudit audit;
    std::unique_ptr<UserStore> store = makeMemoryUserStore();
    std::unique_ptr<Identity> identity;
    UserId root;
    UserId alice;
    SecretBytes totp;
};

// The headers of our own signed form.
inline std::vector<std::pair<std::string, std::string>> signedHeaders(
    KeySecret const& key,
    std::string const& timestamp,
    std::string const& nonce,
    std::string const& method,
    std::string const& target,
    std::string const& body
)
{
    auto const text = ownSignatureText(timestamp, nonce, method, target, body);
    return {
        {"qob-key", key.key.id},
        {"qob-timestamp", timestamp},
        {"qob-nonce", nonce},
        {"qob-signature", toHex(hmacSha256(key.secret, text))}};
}

template <class T>
ErrorCode codeOf(Expected<T> const& result)
{
    return result ? ErrorCode{} : result.error().code;
}

} // namespace qob::test
