// The small parts that the rest of security stands on.

#include "engine/security/address_rule.h"
#include "engine/security/rate_limit.h"
#include "tests/support/identity_kit.h"
#include "tests/support/temporary_directory.h"

#include <sys/stat.h>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <set>

namespace qob {

namespace {

using namespace test;

TEST(Base64Url, WritesWhatItReads)
{
    EXPECT_EQ(toBase64Url(""), "");
    EXPECT_EQ(toBase64Url("f"), "Zg");
    EXPECT_EQ(toBase64Url("fo"), "Zm8");
    EXPECT_EQ(toBase64Url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(toBase64Url("\xfb\xff"), "-_8");
    std::string all;
    for (int i = 0; i < 256; ++i) {
        all += static_cast<char>(i);
        EXPECT_EQ(fromBase64Url(toBase64Url(all)), all);
        EXPECT_EQ(fromHex(toHex(all)), all);
    }
}

TEST(Base64Url, RefusesASecondWayOfWriting)
{
    for (auto const* const text : {"Zg==", "Zh", "Zm9", "Z", "+_8", "Zm9v\n", " Zg"}) {
        EXPECT_FALSE(fromBase64Url(text)) << text;
    }
    for (auto const* const text : {"a", "0g", "0x", " 0"}) {
        EXPECT_FALSE(fromHex(text)) << text;
    }
}

TEST(Digest, KnownAnswers)
{
    EXPECT_EQ(toHex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4231, case 2.
    EXPECT_EQ(
        toHex(hmacSha256("Jefe", "what do ya want for nothing?")),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    EXPECT_NE(deriveKey(SecretBytes("m"), "a").view(), deriveKey(SecretBytes("m"), "b").view());
}

TEST(Jws, VerifiesTheStandardsExamples)
{
    // RFC 8037, appendix A.4.
    auto const key = VerifyKey::fromJwk(
        R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})"
    );
    ASSERT_TRUE(key.has_value());
    auto const signature = *fromBase64Url(
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    );
    auto const text = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    EXPECT_TRUE(key->verifies(text, signature));
    EXPECT_FALSE(key->verifies(std::string(text) + "x", signature));
    // RFC 7515, appendix A.3.
    auto const p256 =
        VerifyKey::fromJwk(R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                           R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})");
    ASSERT_TRUE(p256.has_value());
    EXPECT_TRUE(p256->verifies(
        "eyJhbGciOiJFUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
        *fromBase64Url(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        )
    ));
}

TEST(Jws, RefusesKeysThatAreNone)
{
    for (auto const* const json : {
             R"({"kty":"oct","k":"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"})",
             R"({"kty":"RSA","n":"AQAB","e":"AQAB"})",
             R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA"})",
             R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"})",
             R"({"kty":"OKP","crv":"Ed25519","x":"AA"})",
             R"({"kty":"OKP","crv":"Ed25519","alg":"HS256","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})",
             "[]",
         }) {
        EXPECT_FALSE(VerifyKey::fromJwk(json)) << json;
    }
}

TEST(Password, HashesWithAtLeastTheRecommendedCost)
{
    SeededRandom random;
    auto const hash = hashPassword("correct horse battery", {1, 1, 1}, random);
    ASSERT_TRUE(hash.has_value());
    EXPECT_TRUE(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << *hash;
    EXPECT_TRUE(passwordMatches("correct horse battery", *hash));
    EXPECT_FALSE(passwordMatches("correct horse batterz", *hash));
    EXPECT_FALSE(passwordMatches("correct horse battery", ""));
    EXPECT_FALSE(
        passwordMatches("correct horse battery", "$argon2id$v=19$m=4000000,t=2,p=1$c2FsdHNhbHQ$aGFzaA")
    );
    EXPECT_FALSE(needsRehash(*hash, {}));
    EXPECT_TRUE(needsRehash(*hash, {19'456, 3, 1}));
    EXPECT_NE(hashPassword("correct horse battery", {}, random), *hash);
}

TEST(Password, RefusesWhatIsGuessedFirst)
{
    for (auto const* const weak : {
             "short",
             "password123",
             "P@ssw0rd2024!",
             "QWERTYUIOP",
             "1234567890",
             "9876543210",
             "aaaaaaaaaaaa",
             "abcabcabcabc",
             "abcdefghijkl",
             "letmein12345",
             "passwordpassword",
             "trader.jane1",
         }) {
        EXPECT_EQ(codeOf(checkPassword(weak, "trader.jane")), ErrorCode::AuthPasswordWeak) << weak;
    }
    EXPECT_EQ(codeOf(checkPassword(std::string(257, 'x') + "y", "a")), ErrorCode::AuthPasswordWeak);
    for (auto const* const good :
         {"correct horse battery",
          "passwordless future",
          "Grüße aus Köln",
          "пароль-это-не-слово",
          "kR7#vq2!Lm9z"}) {
        EXPECT_TRUE(checkPassword(good, "trader.jane").has_value()) << good;
    }
}

TEST(WorkPool, IsBoundedAndFinishesWhatItTook)
{
    std::mutex gate;
    std::atomic<int> done{0};
    int taken = 0;
    {
        WorkPool pool(1, 3);
        const std::lock_guard closed(gate);
        Expected<void> last;
        for (int i = 0; i < 10; ++i) {
            last = pool.post([&] {
                const std::lock_guard open(gate);
                ++done;
            });
            taken += last ? 1 : 0;
        }
        EXPECT_EQ(codeOf(last), ErrorCode::RequestBusy);
        EXPECT_GE(taken, 3);
        EXPECT_LE(taken, 4);
    }
    EXPECT_EQ(done, taken);
}

TEST(Totp, KnownAnswers)
{
    // RFC 6238, appendix B, the last six of eight digits.
    const SecretBytes secret("12345678901234567890");
    EXPECT_EQ(totpCode(secret, totpStepAt(Timestamp(59'000'000'000))), "287082");
    EXPECT_EQ(totpCode(secret, totpStepAt(Timestamp(1'111'111'109'000'000'000))), "081804");
    EXPECT_EQ(totpCode(secret, totpStepAt(Timestamp(2'000'000'000'000'000'000))), "279037");
    EXPECT_EQ(totpSecretText(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(
        totpUri("My Desk", "a@b", secret),
        "otpauth://totp/"
        "My%20Desk:a%40b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=My%20Desk&algorithm=SHA1&digits=6&"
        "period=30"
    );
}

TEST(Totp, TakesTheNeighbouringStepsOnceEach)
{
    const SecretBytes secret("12345678901234567890");
    const Timestamp now(1'800'000'000'000'000'000);
    auto const step = totpStepAt(now);
    EXPECT_EQ(matchTotp(secret, totpCode(secret, step - 1), now, 0), step - 1);
    EXPECT_EQ(matchTotp(secret, totpCode(secret, step), now, 0), step);
    EXPECT_EQ(matchTotp(secret, totpCode(secret, step + 1), now, 0), step + 1);
    EXPECT_FALSE(matchTotp(secret, totpCode(secret, step - 2), now, 0));
    EXPECT_FALSE(matchTotp(secret, totpCode(secret, step + 2), now, 0));
    EXPECT_FALSE(matchTotp(secret, totpCode(secret, step), now, step));
    EXPECT_FALSE(matchTotp(secret, "", now, 0));
}

TEST(Totp, RecoveryCodesDifferAndAreReadAsPeopleTypeThem)
{
    SeededRandom random;
    auto const codes = makeRecoveryCodes(random);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    const SecretBytes key("k");
    auto typed = " " + codes[0].substr(0, 5) + " " + codes[0].substr(6);
    std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    EXPECT_EQ(recoveryHash(key, typed), recoveryHash(key, codes[0]));
    EXPECT_NE(recoveryHash(key, codes[0]), recoveryHash(key, codes[1]));
    EXPECT_NE(recoveryHash(key, codes[0]), recoveryHash(SecretBytes("l"), codes[0]));
}

TEST(SealedSecret, OpensOnlyWhereItBelongsAndUnchanged)
{
    SeededRandom random;
    const SecretSealer sealer({testMasterKey()}, random);
    const SecretBytes secret("the secret");
    auto const sealed = sealer.seal(secret, "key/a");
    EXPECT_EQ(sealed.find("secret"), std::string::npos);
    EXPECT_EQ(sealer.open(sealed, "key/a")->view(), "the secret");
    EXPECT_EQ(codeOf(sealer.open(sealed, "key/b")), ErrorCode::SecretCorrupt);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(sealer.open(changed, "key/a").has_value()) << i;
        EXPECT_FALSE(sealer.open(sealed.substr(0, i), "key/a").has_value()) << i;
    }
    EXPECT_NE(sealer.seal(secret, "key/a"), sealed);
}

TEST(SealedSecret, OlderKeysOpenAndTheNewestSeals)
{
    SeededRandom random;
    const SecretSealer before({testMasterKey('a')}, random);
    const SecretSealer after({testMasterKey('b'), testMasterKey('a')}, random);
    const SecretSealer other({testMasterKey('c')}, random);
    auto const sealed = before.seal(SecretBytes("x"), "k");
    EXPECT_EQ(after.open(sealed, "k")->view(), "x");
    EXPECT_TRUE(after.isOld(sealed));
    EXPECT_FALSE(after.isOld(after.seal(SecretBytes("x"), "k")));
    EXPECT_EQ(codeOf(other.open(sealed, "k")), ErrorCode::SecretUnavailable);
}

TEST(MasterKey, ComesFromAFileThatOnlyItsOwnerMayRead)
{
    SeededRandom random;
    const TemporaryDirectory directory;
    auto const path = directory.path() + "/master.key";
    auto const made = createMasterKeyFile(path, random);
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(loadMasterKeyFile(path)->bytes.view(), made->bytes.view());
    EXPECT_EQ(codeOf(createMasterKeyFile(path, random)), ErrorCode::SecretUnavailable);
    EXPECT_EQ(loadMasterKeyFile(path)->bytes.view(), made->bytes.view());
    ::chmod(path.c_str(), 0640);
    auto const open = loadMasterKeyFile(path);
    ASSERT_FALSE(open.has_value());
    EXPECT_NE(open.error().message().find("0600"), std::string::npos);
    EXPECT_EQ(codeOf(loadMasterKeyFile(directory.path() + "/none")), ErrorCode::SecretUnavailable);
    ::chmod(path.c_str(), 0600);
    std::ofstream(path) << "not a key\n";
    EXPECT_EQ(codeOf(loadMasterKeyFile(path)), ErrorCode::SecretUnavailable);
}

TEST(MasterKey, ComesFromTheEnvironment)
{
    ::setenv("QOB_TEST_MASTER_KEY", std::string(64, 'a').c_str(), 1);
    EXPECT_EQ(loadMasterKeyEnvironment("QOB_TEST_MASTER_KEY")->bytes.view(), std::string(32, '\xaa'));
    ::setenv("QOB_TEST_MASTER_KEY", "short", 1);
    EXPECT_EQ(codeOf(loadMasterKeyEnvironment("QOB_TEST_MASTER_KEY")), ErrorCode::SecretUnavailable);
    ::unsetenv("QOB_TEST_MASTER_KEY");
    EXPECT_EQ(codeOf(loadMasterKeyEnvironment("QOB_TEST_MASTER_KEY")), ErrorCode::SecretUnavailable);
}

TEST(AddressRule, CoversWhatItSays)
{
    auto const covers = [](char const* rule, char const* address) {
        return AddressRule::parse(rule)->covers(*IpAddress::parse(address));
    };
    EXPECT_TRUE(covers("203.0.113.7", "203.0.113.7"));
    EXPECT_FALSE(covers("203.0.113.7", "203.0.113.8"));
    EXPECT_TRUE(covers("203.0.113.0/25", "203.0.113.127"));
    EXPECT_FALSE(covers("203.0.113.0/25", "203.0.113.128"));
    EXPECT_TRUE(covers("203.0.113.0/24", "::ffff:203.0.113.9"));
    EXPECT_TRUE(covers("0.0.0.0/0", "8.8.8.8"));
    EXPECT_FALSE(covers("0.0.0.0/0", "2001:db8::1"));
    EXPECT_FALSE(covers("::/0", "8.8.8.8"));
    EXPECT_TRUE(covers("2001:db8::/33", "2001:db8:7fff::1"));
    EXPECT_FALSE(covers("2001:db8::/33", "2001:db8:8000::1"));
    for (auto const* const bad :
         {"",
          "203.0.113",
          "203.0.113.7/33",
          "203.0.113.7/24",
          "203.0.113.0/",
          "203.0.113.0/+8",
          "::/129",
          "localhost",
          "0x7f.1"}) {
        EXPECT_EQ(codeOf(AddressRule::parse(bad)), ErrorCode::RequestBadValue) << bad;
    }
    EXPECT_EQ(addressGroup("2001:db8:1:2:3:4:5:6"), addressGroup("2001:db8:1:2::9"));
    EXPECT_NE(addressGroup("2001:db8:1:3::9"), addressGroup("2001:db8:1:2::9"));
    EXPECT_EQ(addressGroup("::ffff:203.0.113.9"), "203.0.113.9");
}

// How many are granted when as many are sent as may be, every millisecond.
int granted(RateLimiter& limiter, RateSubject const& subject, Duration from, Duration span)
{
    int count = 0;
    for (auto at = from; at < from + span; at += milliseconds(1)) {
        while (limiter.admit(subject, at).value == 0) {
            ++count;
        }
    }
    return count;
}

TEST(RateLimit, HoldsBothFiguresOfATier)
{
    for (auto const tier : {Tier::Free, Tier::Professional, Tier::Enterprise}) {
        RateLimiter limiter;
        auto const figures = figuresOf(tier);
        const RateSubject subject{"192.0.2.1", UserId(7), "key", tier};
        // A full bucket and what flows in during the second.
        auto const first = granted(limiter, subject, seconds(1), seconds(1));
        EXPECT_GE(first, figures.perSecond);
        EXPECT_LE(first, 2 * figures.perSecond);
        auto const rest = granted(limiter, subject, seconds(2), seconds(59));
        EXPECT_LE(first + rest, 2 * figures.perMinute);
        EXPECT_GE(first + rest, figures.perMinute);
        // Later only what flows in.
        auto const later = granted(limiter, subject, seconds(301), seconds(60));
        EXPECT_LE(later, 2 * figures.perMinute);
    }
}

TEST(RateLimit, SaysHowLongToWaitAndThenGrants)
{
    RateLimiter limiter;
    const RateSubject subject{"192.0.2.1", UserId(7), "", Tier::Free};
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(limiter.admit(subject, seconds(1)).value, 0);
    }
    auto const wait = limiter.admit(subject, seconds(1));
    EXPECT_EQ(wait, milliseconds(100));
    EXPECT_EQ(retryAfterSeconds(wait), 1);
    EXPECT_GT(limiter.admit(subject, seconds(1) + wait - nanoseconds(1)).value, 0);
    EXPECT_EQ(limiter.admit(subject, seconds(1) + wait).value, 0);
}

TEST(RateLimit, UsersBehindOneAddressDoNotStarveEachOther)
{
    RateLimiter limiter;
    const RateSubject greedy{"192.0.2.1", UserId(1), "", Tier::Free};
    const RateSubject modest{"192.0.2.1", UserId(2), "", Tier::Free};
    while (limiter.admit(greedy, seconds(1)).value == 0) {
    }
    EXPECT_EQ(limiter.admit(modest, seconds(1)).value, 0);
    // Whoever is not logged in is counted apart from those who are.
    const RateSubject nobody{"192.0.2.1", {}, "", Tier::Free};
    while (limiter.admit(nobody, seconds(1)).value == 0) {
    }
    EXPECT_EQ(limiter.admit(modest, seconds(1)).value, 0);
    EXPECT_GT(limiter.admit(nobody, seconds(1)).value, 0);
}

TEST(RateLimit, AUsersKeysShareTheUsersFigure)
{
    RateLimiter limiter;
    int count = 0;
    for (int i = 0; i < 100; ++i) {
        auto const key = "key" + std::to_string(i);
        count += limiter.admit({"192.0.2.1", UserId(1), key, Tier::Free}, seconds(1)).value == 0 ? 1 : 0;
    }
    EXPECT_EQ(count, 10);
}

TEST(RateLimit, MemoryIsBoundedAndAFloodSlowsTheFlood)
{
    RateLimiter limiter(1'000);
    const RateSubject before{"192.0.2.1", UserId(1), "", Tier::Free};
    EXPECT_EQ(limiter.admit(before, seconds(1)).value, 0);
    int flood = 0;
    for (int i = 0; i < 100'000; ++i) {
        auto const address = "10." + std::to_string(i >> 16) + "." + std::to_string(i >> 8 & 255) + "." +
                             std::to_string(i & 255);
        flood += limiter.admit({address, {}, "", Tier::Free}, seconds(1)).value == 0 ? 1 : 0;
    }
    EXPECT_LE(limiter.subjects(), 1'000U);
    EXPECT_LE(flood, 1'100);
    EXPECT_EQ(limiter.admit(before, seconds(1)).value, 0);
    // When it is over there is room again.
    EXPECT_EQ(limiter.admit({"10.200.0.1", {}, "", Tier::Free}, seconds(120)).value, 0);
    EXPECT_LE(limiter.subjects(), 10U);
}

TEST(RequestSignature, KnowsBinancesOwnExample)
{
    // From Binance's documentation of signed requests.
    std::vector<std::pair<std::string, std::string>> const headers{{"x-mbx-apikey", "k"}};
    auto const secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    auto const signature = "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71";
    std::string const text =
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
        "&timestamp=1499827319559";
    auto const query = text + "&signature=" + signature;
    RequestFacts facts{"POST", {}, query, {}, {}, &headers};
    auto const request = readBinanceSignature(facts);
    ASSERT_TRUE(request.has_value()) << request.error().message();
    EXPECT_EQ(request->text, text);
    EXPECT_EQ(toHex(request->signature), signature);
    EXPECT_EQ(toHex(hmacSha256(secret, request->text)), signature);
    EXPECT_EQ(request->at, Timestamp(1'499'827'319'559'000'000));
    facts.query = {};
    facts.body = query;
    EXPECT_EQ(readBinanceSignature(facts)->text, text);
}

TEST(ReplayMemory, ForgetsInTimeAndOneKeyCannotCrowdOutAnother)
{
    ReplayMemory memory;
    auto now = IdentityKit::start;
    std::size_t taken = 0;
    while (memory.remember("a", std::to_string(taken), now + seconds(5), now)) {
        ++taken;
    }
    EXPECT_EQ(taken, ReplayMemory::mostPerKey);
    EXPECT_EQ(codeOf(memory.remember("a", "0", now + seconds(5), now)), ErrorCode::AuthReplayed);
    EXPECT_EQ(codeOf(memory.remember("a", "new", now + seconds(5), now)), ErrorCode::RequestBusy);
    EXPECT_TRUE(memory.remember("b", "0", now + seconds(5), now).has_value());
    now += seconds(6);
    EXPECT_TRUE(memory.remember("a", "0", now + seconds(5), now).has_value());
    EXPECT_LE(memory.size(), 2U);
}

TEST(TryCounter, WaitsGrowAndASuccessEndsThem)
{
    TryCounter counter;
    auto now = IdentityKit::start;
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(counter.begin("Bob", "192.0.2.1", now).value, 0);
    }
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now), seconds(1));
    EXPECT_EQ(counter.begin("bob", "192.0.2.2", now).value, 0);
    EXPECT_EQ(counter.begin("eve", "192.0.2.1", now).value, 0);
    now += seconds(1);
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now).value, 0);
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now), seconds(2));
    now += seconds(2);
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now).value, 0);
    counter.succeeded("bob", "192.0.2.1");
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now).value, 0);
    EXPECT_EQ(counter.begin("bob", "192.0.2.1", now).value, 0);
}

TEST(Roles, MayWhatTheTableSaysAndNothingElse)
{
    // viewer, trader, risk, admin, auditor
    struct Row {
        Permission permission;
        std::string_view who;
    };

    constexpr std::array rows{
        Row{Permission::Public, "vtrau"},
        Row{Permission::ReadMarket, "vtrau"},
        Row{Permission::ReadOrders, "vtrau"},
        Row{Permission::Trade, "ta"},
        Row{Permission::OwnUser, "vtrau"},
        Row{Permission::ReadAllOrders, "rau"},
        Row{Permission::ManageRisk, "ra"},
        Row{Permission::ManageUsers, "a"},
        Row{Permission::Operate, "a"},
        Row{Permission::ReadAudit, "au"},
    };
    static_assert(rows.size() == permissionCount);
    constexpr std::array letters{'v', 't', 'r', 'a', 'u'};
    for (std::size_t role = 0; role < letters.size(); ++role) {
        Principal who;
        who.user = UserId(1);
        who.permissions = permissionsOf(static_cast<Role>(role));
        for (Row const& row : rows) {
            EXPECT_EQ(who.may(row.permission), row.who.find(letters[role]) != std::string_view::npos)
                << roleName(static_cast<Role>(role)) << " " << permissionName(row.permission);
        }
        EXPECT_EQ(parseRole(roleName(static_cast<Role>(role))), static_cast<Role>(role));
    }
    EXPECT_EQ(permissionsOf(static_cast<Role>(5)), 0U);
    EXPECT_FALSE(parseRole("root"));
    for (unsigned i = 0; i < permissionCount; ++i) {
        EXPECT_EQ(parsePermission(permissionName(static_cast<Permission>(i))), static_cast<Permission>(i));
    }
    EXPECT_FALSE(Principal{}.may(Permission::ReadMarket));
}

} // namespace

} // namespace qob
