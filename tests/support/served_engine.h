#pragma once

#include "engine/gateway/certificate.h"
#include "engine/gateway/gateway.h"
#include "engine/security/totp.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/identity_kit.h"
#include "tests/support/sim_session.h"
#include "tests/support/temporary_directory.h"

#include <optional>

namespace qob::test {

struct ServedSettings {
    double speed = 1.0;
    Duration accessLife = minutes(15);
    Duration history = Duration(0);
};

// A simulated market served on loopback, with the users "trader", "viewer" and "admin". The gateway can be
// ended and opened again at the same port, with another certificate if wanted.
class ServedEngine {
    // Behind what uses them until the end.
    TemporaryDirectory m_directory;
    PosixFileSystem m_disk;
    SeededRandom m_random;
    std::unique_ptr<UserStore> m_store = makeMemoryUserStore();

public:
    static constexpr char const* password = "correct horse battery";

    explicit ServedEngine(ServedSettings settings = {})
        : session(
              simSequencer(log, settings.history), clock, log, LocalSessionSettings{.speed = settings.speed}
          )
    {
        AuditSettings trail;
        trail.directory = m_directory.path() + "/audit";
        audit = std::move(*AuditTrail::open(m_disk, trail, auditKeys({testMasterKey()}), clock));
        IdentitySettings users;
        users.cost = PasswordCost{64, 1, 1}; // quick, not safe
        users.accessLife = settings.accessLife;
        identity = std::move(*Identity::open(users, *m_store, {testMasterKey()}, m_random, clock, *audit));
        for (auto const& [name, role] :
             {std::pair{"trader", Role::Trader}, {"viewer", Role::Viewer}, {"admin", Role::Admin}}) {
            EXPECT_TRUE(identity->createUser({name, {}, password}, role, {"test", {}}).has_value());
        }
        newCertificate();
        start();
    }

    ~ServedEngine() { stop(); }

    ServedEngine(ServedEngine const&) = delete;
    ServedEngine& operator=(ServedEngine const&) = delete;

    void newCertificate() { m_certificate = *makeCertificate({"localhost", "127.0.0.1"}, clock.now()); }

    void start()
    {
        GatewaySettings settings;
        settings.server.certificate = m_certificate.chain;
        settings.server.privateKey = m_certificate.key;
        settings.server.port = m_port;
        settings.rateLimits = false;
        settings.clOrdIdPrefix = "g" + std::to_string(++m_starts) + "-";
        auto opened = Gateway::open(
            std::move(settings),
            {session,
             [this](AccountId account) { return session.accountSession(account); },
             [] { return EngineFigures{}; },
             {}},
            {clock, log, config, *identity, *audit}
        );
        EXPECT_TRUE(opened.has_value());
        m_gateway = std::move(*opened);
        m_port = m_gateway->port();
    }

    // At once, as a program that is killed.
    void stop() { m_gateway.reset(); }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] std::string fingerprint() const { return *qob::fingerprint(m_certificate.chain); }

    [[nodiscard]] UserId user(char const* name) const { return identity->userNamed(name)->id; }

    SystemClock clock;
    Config config;
    Log log{LogSettings{.consoleLevel = LogLevel::Off, .fileLevel = LogLevel::Off}};
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<Identity> identity;
    LocalSession session;

private:
    Certificate m_certificate;
    std::unique_ptr<Gateway> m_gateway;
    std::uint16_t m_port = 0;
    int m_starts = 0;
};

} // namespace qob::test
