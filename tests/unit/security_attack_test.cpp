// Attacks on credentials, signatures, second factors and logins. Each case is named after the attack; all
// must fail, and fail for the right reason.

#include "tests/support/identity_kit.h"

#include <time.h>

#include <algorithm>

namespace qob {

namespace {

using namespace test;

constexpr std::int64_t secondNs = 1'000'000'000;

TEST(CredentialAttack, TwoKindsOrTwoOfAKind)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    auto const key = kit.key({Permission::Trade});
    auto const bearer = std::pair<std::string, std::string>("authorization", "Bearer " + tokens.access);
    auto headers = signedHeaders(key, kit.milliseconds(), "0123456789abcdef", "GET", "/", {});
    headers.push_back(bearer);
    EXPECT_EQ(codeOf(kit.ask("GET", "/", {}, headers)), ErrorCode::RequestMalformed);
    EXPECT_EQ(codeOf(kit.ask("GET", "/", {}, {bearer, bearer})), ErrorCode::RequestMalformed);
    EXPECT_EQ(
        codeOf(kit.ask("GET", "/", {}, {bearer, {"x-mbx-apikey", key.key.id}})), ErrorCode::RequestMalformed
    );
    for (auto const* const other : {"Basic YWxpY2U6eA==", "bearer x", "Bearer", "Bearer  x", ""}) {
        EXPECT_EQ(codeOf(kit.ask("GET", "/", {}, {{"authorization", other}})), ErrorCode::AuthTokenInvalid)
            << other;
    }
}

// Requests signed with alice's key, changed on the way.
struct SignedKit : IdentityKit {
    KeySecret secret = key({Permission::ReadMarket, Permission::Trade}, {"192.0.2.0/24"});

    std::vector<std::pair<std::string, std::string>> headers(std::string const& nonce = "0123456789abcdef")
    {
        return signedHeaders(secret, milliseconds(), nonce, "POST", "/api/v1/orders?x=1", R"({"qty":"1"})");
    }

    ErrorCode send(
        std::vector<std::pair<std::string, std::string>> const& sent,
        std::string const& method = "POST",
        std::string const& target = "/api/v1/orders?x=1",
        std::string const& body = R"({"qty":"1"})",
        std::string const& from = home
    )
    {
        return codeOf(ask(method, target, body, sent, from));
    }
};

TEST(SignatureAttack, ReplayWithinTheWindow)
{
    SignedKit kit;
    EXPECT_EQ(kit.send(kit.headers()), ErrorCode{});
    EXPECT_EQ(kit.send(kit.headers()), ErrorCode::AuthReplayed);
    kit.clock.advance(milliseconds(4'999));
    EXPECT_EQ(
        kit.send(signedHeaders(
            kit.secret,
            std::to_string(kit.start.value / 1'000'000),
            "0123456789abcdef",
            "POST",
            "/api/v1/orders?x=1",
            R"({"qty":"1"})"
        )),
        ErrorCode::AuthReplayed
    );
}

TEST(SignatureAttack, ReplayAfterTheWindow)
{
    SignedKit kit;
    auto const sent = kit.headers();
    EXPECT_EQ(kit.send(sent), ErrorCode{});
    kit.clock.advance(milliseconds(5'001));
    EXPECT_EQ(kit.send(sent), ErrorCode::AuthSkewed);
}

TEST(SignatureAttack, FromTheFuture)
{
    SignedKit kit;
    kit.clock.advance(seconds(2));
    auto const sent = kit.headers();
    kit.clock.advance(seconds(-2));
    EXPECT_EQ(kit.send(sent), ErrorCode::AuthSkewed);
}

TEST(SignatureAttack, AnythingChangedOnTheWay)
{
    SignedKit kit;
    EXPECT_EQ(
        kit.send(kit.headers(), "POST", "/api/v1/orders?x=1", R"({"qty":"9"})"), ErrorCode::AuthSignatureWrong
    );
    EXPECT_EQ(kit.send(kit.headers(), "DELETE"), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send(kit.headers(), "POST", "/api/v1/orders?x=2"), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send(kit.headers(), "POST", "/api/v1/orders?x=1&y=2"), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send(kit.headers(), "POST", "/api/v1/keys?x=1"), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send(kit.headers(), "POST", "/api/v1/orders?x=1", ""), ErrorCode::AuthSignatureWrong);
    auto sent = kit.headers();
    sent[1].second = std::to_string(std::stoll(sent[1].second) + 1);
    EXPECT_EQ(kit.send(sent), ErrorCode::AuthSignatureWrong);
    sent = kit.headers();
    sent[2].second = "fedcba9876543210";
    EXPECT_EQ(kit.send(sent), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send(kit.headers()), ErrorCode{}) << "a wrong signature must not use up the nonce";
}

TEST(SignatureAttack, HeadersThatAreMissingDoubledOrNonsense)
{
    SignedKit kit;
    for (std::size_t i = 1; i < 4; ++i) {
        auto sent = kit.headers();
        sent.erase(sent.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(kit.send(sent), ErrorCode::RequestMissing);
        sent = kit.headers();
        sent.push_back(sent[i]);
        EXPECT_EQ(kit.send(sent), ErrorCode::RequestMalformed);
    }

    struct Nonsense {
        std::size_t header;
        std::string value;
    };

    for (Nonsense const& one : std::vector<Nonsense>{
             {1, "-1"},
             {1, "1e13"},
             {1, " 1"},
             {1, "99999999999999999999"},
             {1, "9223372036854775807"},
             {2, "short"},
             {2, "with\nnewline-0000"},
             {2, std::string(65, 'n')},
             {3, "00"},
             {3, std::string(64, 'g')},
             {3, std::string(128, '0')}}) {
        auto sent = kit.headers();
        sent[one.header].second = one.value;
        EXPECT_EQ(kit.send(sent), ErrorCode::RequestBadValue) << one.value;
    }
}

TEST(SignatureAttack, KeysThatAreUnknownWithdrawnExpiredOrElsewhere)
{
    SignedKit kit;
    auto sent = kit.headers();
    sent[0].second = "nobodys";
    EXPECT_EQ(kit.send(sent), ErrorCode::AuthKeyUnknown);
    EXPECT_EQ(
        kit.send(kit.headers(), "POST", "/api/v1/orders?x=1", R"({"qty":"1"})", "203.0.113.5"),
        ErrorCode::AuthAddressForbidden
    );
    EXPECT_EQ(
        kit.send(kit.headers(), "POST", "/api/v1/orders?x=1", R"({"qty":"1"})", "::ffff:192.0.2.77"),
        ErrorCode{}
    );
    EXPECT_EQ(
        kit.send(kit.headers(), "POST", "/api/v1/orders?x=1", R"({"qty":"1"})", "not an address"),
        ErrorCode::AuthAddressForbidden
    );
    NewKey brief{"brief", 1U << static_cast<unsigned>(Permission::Trade), {}, kit.clock.now() + seconds(10)};
    auto const made = *kit.identity->createKey(kit.alice, brief, {});
    kit.clock.advance(seconds(10));
    EXPECT_EQ(
        codeOf(kit.ask(
            "GET", "/", {}, signedHeaders(made, kit.milliseconds(), "0123456789abcdef", "GET", "/", {})
        )),
        ErrorCode::AuthTokenExpired
    );
    ASSERT_TRUE(kit.identity->revokeKey(kit.alice, kit.secret.key.id, {}).has_value());
    EXPECT_EQ(kit.send(kit.headers()), ErrorCode::AuthRevoked);
}

TEST(SignatureAttack, AnotherUsersSecret)
{
    SignedKit kit;
    NewKey wanted{"mine", 1U << static_cast<unsigned>(Permission::ReadMarket), {}, Timestamp::max()};
    auto mixed = *kit.identity->createKey(kit.root, wanted, {});
    mixed.key.id = kit.secret.key.id;
    EXPECT_EQ(
        kit.send(signedHeaders(
            mixed, kit.milliseconds(), "0123456789abcdef", "POST", "/api/v1/orders?x=1", R"({"qty":"1"})"
        )),
        ErrorCode::AuthSignatureWrong
    );
}

TEST(SignatureAttack, ASealedSecretMovedToAnotherKey)
{
    SignedKit kit;
    auto const other = kit.key({Permission::Trade});
    // Somebody with the database, but without the master key, gives one key another one's secret.
    auto records = *kit.store->keys();
    auto& a = records[0];
    auto& b = records[1];
    std::swap(a.secret, b.secret);
    ASSERT_TRUE(kit.store->put(a).has_value());
    ASSERT_TRUE(kit.store->put(b).has_value());
    kit.open();
    EXPECT_EQ(kit.send(kit.headers()), ErrorCode::SecretCorrupt);
}

// Binance's form.
struct BinanceKit : IdentityKit {
    KeySecret secret = key({Permission::ReadMarket, Permission::Trade});

    [[nodiscard]] std::string signedText(std::string const& text) const
    {
        return text + "&signature=" + toHex(hmacSha256(secret.secret, text));
    }

    ErrorCode send(std::string const& method, std::string const& query, std::string const& body = {})
    {
        return codeOf(ask(method, "/api/v3/order?" + query, body, {{"x-mbx-apikey", secret.key.id}}));
    }
};

TEST(BinanceAttack, ReplayedOrdersButNotReplayedQuestions)
{
    BinanceKit kit;
    auto const query = kit.signedText("symbol=BTCUSDT&timestamp=" + kit.milliseconds());
    EXPECT_EQ(kit.send("POST", query), ErrorCode{});
    EXPECT_EQ(kit.send("POST", query), ErrorCode::AuthReplayed);
    EXPECT_EQ(kit.send("GET", query), ErrorCode{});
    EXPECT_EQ(kit.send("GET", query), ErrorCode{});
}

TEST(BinanceAttack, SignatureMovedDoubledOrChanged)
{
    BinanceKit kit;
    auto const text = "symbol=BTCUSDT&timestamp=" + kit.milliseconds();
    auto const query = kit.signedText(text);
    auto const signature = query.substr(query.find("signature="));
    EXPECT_EQ(kit.send("POST", signature + "&" + text), ErrorCode::RequestBadValue) << "not the last one";
    EXPECT_EQ(kit.send("POST", query + "&" + signature), ErrorCode::RequestBadValue) << "twice";
    EXPECT_EQ(kit.send("POST", query, signature), ErrorCode::RequestBadValue) << "in query and body";
    EXPECT_EQ(kit.send("POST", query + "&quantity=9"), ErrorCode::RequestBadValue);
    EXPECT_EQ(kit.send("POST", "quantity=9&" + query), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send("POST", query, "quantity=9"), ErrorCode::AuthSignatureWrong);
    EXPECT_EQ(kit.send("POST", text + "&signature="), ErrorCode::RequestBadValue);
    EXPECT_EQ(kit.send("POST", text), ErrorCode::RequestMissing);
    EXPECT_EQ(kit.send("POST", kit.signedText("symbol=BTCUSDT")), ErrorCode::RequestMissing) << "no time";
    EXPECT_EQ(kit.send("POST", query), ErrorCode{}) << "and the right one is still good";
}

TEST(BinanceAttack, WindowsThatAreTooLongOrTimesThatAreTwo)
{
    BinanceKit kit;
    auto const now = kit.milliseconds();
    auto const old = std::to_string(kit.clock.now().value / 1'000'000 - 6'000);
    EXPECT_EQ(kit.send("POST", kit.signedText("timestamp=" + old)), ErrorCode::AuthSkewed);
    EXPECT_EQ(kit.send("POST", kit.signedText("recvWindow=10000&timestamp=" + old)), ErrorCode{});
    EXPECT_EQ(
        kit.send("POST", kit.signedText("recvWindow=60001&timestamp=" + now)), ErrorCode::RequestBadValue
    );
    EXPECT_EQ(kit.send("POST", kit.signedText("recvWindow=-1&timestamp=" + now)), ErrorCode::RequestBadValue);
    EXPECT_EQ(
        kit.send("POST", kit.signedText("timestamp=" + now + "&timestamp=" + old)), ErrorCode::RequestBadValue
    );
    EXPECT_EQ(
        kit.send("POST", kit.signedText("timestamp=" + now), "timestamp=" + old), ErrorCode::RequestBadValue
    );
}

TEST(BinanceAttack, AKeyAloneReadsTheMarketOnly)
{
    BinanceKit kit;
    auto const who =
        kit.ask("GET", "/api/v3/depth?symbol=BTCUSDT", {}, {{"x-mbx-apikey", kit.secret.key.id}});
    ASSERT_TRUE(who.has_value());
    EXPECT_TRUE(who->may(Permission::ReadMarket));
    EXPECT_FALSE(who->may(Permission::Trade));
    EXPECT_FALSE(who->may(Permission::OwnUser));
    EXPECT_FALSE(kit.identity->refreshed(*who)->may(Permission::Trade)) << "nor later, over a stream";
    EXPECT_EQ(codeOf(kit.ask("GET", "/", {}, {{"x-mbx-apikey", "nobodys"}})), ErrorCode::AuthKeyUnknown);
}

TEST(SecondFactorAttack, ACodeUsedTwice)
{
    IdentityKit kit;
    kit.enrol();
    auto const code = kit.code();
    EXPECT_TRUE(kit.login("alice", kit.password, code).has_value());
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, code)), ErrorCode::AuthSecondFactorWrong);
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, kit.code(-1))), ErrorCode::AuthSecondFactorWrong)
        << "nor an older one";
}

TEST(SecondFactorAttack, CodesOfOtherTimesAndShapes)
{
    IdentitySettings settings;
    settings.tries.ofBoth = settings.tries.ofName = settings.tries.ofAddress = 1'000;
    IdentityKit kit(settings);
    kit.enrol();
    for (auto const& wrong :
         {kit.code(-2),
          kit.code(2),
          kit.code() + "0",
          kit.code().substr(1),
          " " + kit.code(),
          std::string("000000\0", 7),
          std::string(5'000, '1')}) {
        auto const code = codeOf(kit.login("alice", kit.password, wrong));
        EXPECT_TRUE(
            code == ErrorCode::AuthSecondFactorWrong ||
            (wrong.size() > 2'000 && code == ErrorCode::AuthFailed)
        ) << wrong;
    }
}

TEST(SecondFactorAttack, GuessingIsLockedAndTheLockGrows)
{
    IdentityKit kit;
    kit.enrol();
    int tries = 0;
    // A day of guessing, waiting as long as is asked for.
    auto const end = kit.clock.now() + hours(24);
    while (kit.clock.now() < end) {
        if (codeOf(kit.login("alice", kit.password, "000000")) == ErrorCode::AuthLocked) {
            kit.clock.advance(kit.identity->lockedFor("alice", kit.home));
        } else {
            ++tries;
        }
        ASSERT_LT(tries, 200);
    }
    EXPECT_LT(tries, 150) << "of a million codes";
}

TEST(SecondFactorAttack, ThePasswordAloneDoesNotResetTheCount)
{
    IdentityKit kit;
    kit.enrol();
    ErrorCode last{};
    for (int i = 0; i < 4; ++i) {
        last = codeOf(kit.login("alice"));
        last = codeOf(kit.login("alice", kit.password, "000000"));
    }
    EXPECT_EQ(last, ErrorCode::AuthLocked);
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, kit.code())), ErrorCode::AuthLocked)
        << "the right one waits too";
}

TEST(SecondFactorAttack, ARecoveryCodeUsedTwice)
{
    IdentityKit kit;
    auto const codes = kit.enrol();
    EXPECT_TRUE(kit.login("alice", kit.password, codes[0]).has_value());
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, codes[0])), ErrorCode::AuthSecondFactorWrong);
    kit.open();
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, codes[0])), ErrorCode::AuthSecondFactorWrong);
    EXPECT_TRUE(kit.login("alice", kit.password, codes[1]).has_value());
}

TEST(LoginAttack, GuessingAPasswordIsLockedFromOneAddressAndNotFromAnother)
{
    IdentityKit kit;
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(codeOf(kit.login("alice", "guess number one")), ErrorCode::AuthFailed);
    }
    EXPECT_EQ(codeOf(kit.login("alice", "guess number one")), ErrorCode::AuthLocked);
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthLocked)
        << "otherwise the lock would tell a right guess";
    EXPECT_TRUE(kit.login("alice", kit.password, {}, "192.0.2.99").has_value());
    kit.clock.advance(kit.identity->lockedFor("alice", kit.home));
    EXPECT_TRUE(kit.login("alice").has_value());
}

TEST(LoginAttack, ManyAddressesGuessingAtOneName)
{
    IdentityKit kit;
    int answered = 0;
    for (int i = 0; i < 60; ++i) {
        auto const from = "203.0.113." + std::to_string(i);
        answered += codeOf(kit.login("alice", "guess number one", {}, from)) == ErrorCode::AuthFailed ? 1 : 0;
    }
    EXPECT_EQ(answered, 20);
}

TEST(LoginAttack, OneAddressGuessingAtManyNames)
{
    IdentityKit kit;
    int answered = 0;
    for (int i = 0; i < 60; ++i) {
        answered += codeOf(kit.login("user" + std::to_string(i), "guess number one")) == ErrorCode::AuthFailed
                        ? 1
                        : 0;
        // Logging in as oneself in between must not help.
        static_cast<void>(kit.login("alice"));
    }
    EXPECT_EQ(answered, 20);
}

TEST(LoginAttack, LoggingInAsOneselfDoesNotPayForGuessingAtOthers)
{
    IdentityKit kit;
    int guesses = 0;
    auto const end = kit.clock.now() + hours(24);
    for (int i = 0; kit.clock.now() < end; ++i) {
        auto const name = i % 2 == 0 ? "alice" : "user" + std::to_string(i);
        auto const wait = kit.identity->lockedFor(name, kit.home);
        kit.clock.advance(wait);
        guesses +=
            codeOf(kit.login(name, i % 2 == 0 ? kit.password : "guess number one")) == ErrorCode::AuthFailed
                ? 1
                : 0;
        ASSERT_LT(guesses, 200);
    }
    EXPECT_GT(guesses, 20);
}

TEST(LoginAttack, UnknownWrongAndDisabledLookTheSame)
{
    IdentityKit kit;
    ASSERT_TRUE(kit.identity->createUser({"carol", "", kit.password}, Role::Trader, {}).has_value());
    ASSERT_TRUE(kit.identity->setDisabled(kit.identity->userNamed("carol")->id, true, {}).has_value());
    auto const unknown = kit.login("nobody").error();
    auto const wrong = kit.login("alice", "wrong password!").error();
    auto const disabled = kit.login("carol").error();
    EXPECT_EQ(unknown.message(), wrong.message());
    EXPECT_EQ(unknown.message(), disabled.message());
    // And so does the lock.
    for (auto const* const name : {"nobody", "alice"}) {
        IdentityKit fresh;
        std::vector<ErrorCode> codes;
        for (int i = 0; i < 7; ++i) {
            codes.push_back(codeOf(fresh.login(name, "wrong password!")));
        }
        EXPECT_EQ(std::count(codes.begin(), codes.end(), ErrorCode::AuthFailed), 5) << name;
        EXPECT_EQ(std::count(codes.begin(), codes.end(), ErrorCode::AuthLocked), 2) << name;
    }
}

// The processor time of this thread, which others on the machine do not change much.
std::int64_t processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * secondNs + time.tv_nsec;
}

TEST(LoginAttack, AnUnknownNameCostsAsMuchWorkAsAKnownOne)
{
    IdentitySettings settings;
    settings.tries.ofBoth = settings.tries.ofName = settings.tries.ofAddress = 1'000;
    IdentityKit kit(settings);
    auto const workOf = [&](std::string const& name) {
        std::vector<std::int64_t> times;
        for (int i = 0; i < 9; ++i) {
            auto const before = processorTime();
            static_cast<void>(kit.login(name, "wrong password!"));
            times.push_back(processorTime() - before);
        }
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    };
    auto const known = workOf("alice");
    auto const unknown = workOf("nobody");
    EXPECT_GT(unknown * 3, known * 2);
    EXPECT_GT(known * 3, unknown * 2);
}

TEST(LoginAttack, OversizedAndOddInput)
{
    IdentityKit kit;
    EXPECT_EQ(codeOf(kit.login(std::string(1'000'000, 'a'), "x")), ErrorCode::AuthFailed);
    EXPECT_EQ(codeOf(kit.login("alice", std::string(1'000'000, 'a'))), ErrorCode::AuthFailed);
    EXPECT_EQ(codeOf(kit.login(std::string("alice\0", 6))), ErrorCode::AuthFailed);
    EXPECT_EQ(codeOf(kit.login("alice' OR '1'='1")), ErrorCode::AuthFailed);
    EXPECT_EQ(codeOf(kit.login("", "")), ErrorCode::AuthFailed);
    EXPECT_EQ(
        codeOf(kit.login("alice", std::string(kit.password) + std::string("\0x", 2))), ErrorCode::AuthFailed
    );
}

TEST(SecretLeak, NothingSecretIsInTheStoreOrTheAuditTrail)
{
    IdentityKit kit;
    auto const codes = kit.enrol();
    auto const key = kit.key({Permission::Trade});
    auto const rotated = *kit.identity->rotateKey(kit.alice, key.key.id, {"alice", kit.home});
    auto const tokens = *kit.login("alice", kit.password, kit.code());
    auto const refreshed = *kit.identity->refresh(tokens.refresh, kit.home);
    static_cast<void>(kit.login("alice", "a wrong password"));
    static_cast<void>(kit.login("hunter2hunter2"));
    static_cast<void>(kit.login("alice", kit.password, codes[0]));
    static_cast<void>(
        kit.identity->changePassword(kit.alice, kit.password, "the new password", {}, {"alice", kit.home})
    );
    auto secrets = codes;
    for (auto const& one :
         {key.secret, rotated.secret, tokens.access, tokens.refresh, refreshed.access, refreshed.refresh}) {
        secrets.push_back(one);
    }
    for (auto const* const one :
         {"correct horse battery", "a wrong password", "hunter2hunter2", "the new password"}) {
        secrets.emplace_back(one);
    }
    secrets.push_back(totpSecretText(kit.totp));
    secrets.emplace_back(kit.totp.view());
    secrets.emplace_back(32, 'k'); // the master key
    auto const users = *kit.store->users();
    auto const keys = *kit.store->keys();
    auto const logins = *kit.store->logins();
    std::string all;
    for (AuditRecord const& record : kit.audit.records()) {
        all += record.actor + record.address + record.action + record.target + record.outcome +
               record.detail + "\n";
    }
    for (UserRecord const& user : users) {
        all += user.name + user.email + user.passwordHash + user.totpSecret + "\n";
        for (std::string const& code : user.recoveryCodes) {
            all += code;
        }
    }
    for (ApiKeyRecord const& record : keys) {
        all += record.id + record.label + record.secret + "\n";
    }
    for (LoginRecord const& login : logins) {
        all += login.id + login.refreshHash + login.userAgent + "\n";
    }
    EXPECT_GT(all.size(), 1'000U);
    for (std::string const& secret : secrets) {
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
    }
}

} // namespace

} // namespace qob
