// Attacks on tokens. Each case is named after the attack; all must fail, and fail for the right reason.

#include "engine/security/jws.h"
#include "tests/support/identity_kit.h"

#include <algorithm>
#include <functional>

namespace qob {

namespace {

using namespace test;

constexpr std::int64_t secondNs = 1'000'000'000;

SigningKey ourKey(JwsAlgorithm algorithm = JwsAlgorithm::EdDSA)
{
    return *SigningKey::make(algorithm, SecretBytes(std::string(32, 's')));
}

std::string headerOf(SigningKey const& key)
{
    return R"({"alg":")" + std::string(jwsName(key.verifyKey().algorithm())) + R"(","kid":")" + key.id() +
           R"(","typ":"JWT"})";
}

constexpr std::int64_t nowSeconds = IdentityKit::start.value / secondNs;

// Claims that are good now; each attack replaces one.
struct Claims {
    std::string iss = R"("iss":"qob")";
    std::string aud = R"("aud":"qob")";
    std::string sub = R"("sub":"2")";
    std::string jti = R"("jti":"x")";
    std::string sid = R"("sid":"y")";
    std::string iat = R"("iat":)" + std::to_string(nowSeconds);
    std::string nbf = R"("nbf":)" + std::to_string(nowSeconds);
    std::string exp = R"("exp":)" + std::to_string(nowSeconds + 600);

    [[nodiscard]] std::string json() const
    {
        std::string text;
        for (auto const* const part : {&iss, &aud, &sub, &jti, &sid, &iat, &nbf, &exp}) {
            text += (text.empty() || part->empty() ? "" : ",") + *part;
        }
        return "{" + text + "}";
    }
};

struct TokenAttack {
    char const* name;
    std::function<std::string()> token;
    ErrorCode expected = ErrorCode::AuthTokenInvalid;
};

std::string goodToken()
{
    return writeJws(headerOf(ourKey()), Claims().json(), ourKey());
}

std::string withHeader(std::string const& header)
{
    return writeJws(header, Claims().json(), ourKey());
}

std::string withClaims(std::function<void(Claims&)> const& change)
{
    Claims claims;
    change(claims);
    return writeJws(headerOf(ourKey()), claims.json(), ourKey());
}

std::string unsignedToken(std::string const& header, std::string const& signature = {})
{
    return toBase64Url(header) + "." + toBase64Url(Claims().json()) + "." + signature;
}

// Signed with HMAC under bytes that everybody may know.
std::string hmacToken(std::string const& header, std::string const& key)
{
    auto const text = toBase64Url(header) + "." + toBase64Url(Claims().json());
    return text + "." + toBase64Url(hmacSha256(key, text));
}

class TokenAttacks : public testing::TestWithParam<TokenAttack> {};

TEST_P(TokenAttacks, Fails)
{
    TokenRules rules{"qob", "qob"};
    auto const good = verifyToken(goodToken(), {ourKey()}, rules, IdentityKit::start);
    ASSERT_TRUE(good.has_value()) << "otherwise the attacks fail for nothing: " << good.error().message();
    auto const result = verifyToken(GetParam().token(), {ourKey()}, rules, IdentityKit::start);
    EXPECT_EQ(codeOf(result), GetParam().expected);
}

std::string id()
{
    return ourKey().id();
}

INSTANTIATE_TEST_SUITE_P(
    Header,
    TokenAttacks,
    testing::Values(
        TokenAttack{
            "AlgNone",
            [] {
                return unsignedToken(R"({"alg":"none","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgNoneWithSignature",
            [] {
                return withHeader(R"({"alg":"none","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgNoneInCapitals",
            [] {
                return unsignedToken(R"({"alg":"NONE","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgEmpty",
            [] {
                return withHeader(R"({"alg":"","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgMissing",
            [] {
                return withHeader(R"({"kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgIsANumber",
            [] {
                return withHeader(R"({"alg":0,"kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgInSmallLetters",
            [] {
                return withHeader(R"({"alg":"eddsa","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "KeyConfusionByKeyId",
            [] {
                return hmacToken(R"({"alg":"HS256","kid":")" + id() + R"(","typ":"JWT"})", id());
            }},
        TokenAttack{
            "KeyConfusionWithEmptySecret",
            [] {
                return hmacToken(R"({"alg":"HS256","kid":")" + id() + R"(","typ":"JWT"})", "");
            }},
        TokenAttack{
            "HmacSignatureUnderTheRightAlgName",
            [] {
                return hmacToken(headerOf(ourKey()), std::string(32, 's'));
            }},
        TokenAttack{
            "KidMissing",
            [] {
                return withHeader(R"({"alg":"EdDSA","typ":"JWT","x":"y"})");
            }},
        TokenAttack{
            "KidEmpty",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":"","typ":"JWT"})");
            }},
        TokenAttack{
            "KidPathTraversal",
            [] {
                return hmacToken(R"({"alg":"HS256","kid":"../../../../dev/null","typ":"JWT"})", "");
            }},
        TokenAttack{
            "KidSqlInjection",
            [] {
                return hmacToken(R"({"alg":"HS256","kid":"x' UNION SELECT 'a","typ":"JWT"})", "a");
            }},
        TokenAttack{
            "KidWithNul",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":")" + id() + R"(\u0000","typ":"JWT"})");
            }},
        TokenAttack{
            "KidIsAList",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":[")" + id() + R"("],"typ":"JWT"})");
            }},
        TokenAttack{
            "KidTwice",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":"x","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "AlgTwice",
            [] {
                return withHeader(R"({"alg":"none","alg":"EdDSA","kid":")" + id() + R"(","typ":"JWT"})");
            }},
        TokenAttack{
            "EmbeddedJwk",
            [] {
                return withHeader(
                    R"({"alg":"EdDSA","kid":")" + id() + R"(","typ":"JWT","jwk":{"kty":"OKP"}})"
                );
            }},
        TokenAttack{
            "JkuUrl",
            [] {
                return withHeader(
                    R"({"alg":"EdDSA","kid":")" + id() + R"(","typ":"JWT","jku":"https://evil.example"})"
                );
            }},
        TokenAttack{
            "X5uUrl",
            [] {
                return withHeader(
                    R"({"alg":"EdDSA","kid":")" + id() + R"(","typ":"JWT","x5u":"https://evil.example"})"
                );
            }},
        TokenAttack{
            "CriticalExtension",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":")" + id() + R"(","crit":["exp"]})");
            }},
        TokenAttack{
            "OtherType",
            [] {
                return withHeader(R"({"alg":"EdDSA","kid":")" + id() + R"(","typ":"at+jwt"})");
            }}
    ),
    [](auto const& attack) { return attack.param.name; }
);

INSTANTIATE_TEST_SUITE_P(
    Claims,
    TokenAttacks,
    testing::Values(
        TokenAttack{
            "Expired",
            [] {
                return withClaims([](Claims& c) {
                    c.iat = R"("iat":)" + std::to_string(nowSeconds - 601);
                    c.exp = R"("exp":)" + std::to_string(nowSeconds);
                });
            },
            ErrorCode::AuthTokenExpired},
        TokenAttack{
            "NotYetValid",
            [] {
                return withClaims([](Claims& c) { c.nbf = R"("nbf":)" + std::to_string(nowSeconds + 6); });
            }},
        TokenAttack{
            "IssuedInTheFuture",
            [] {
                return withClaims([](Claims& c) { c.iat = R"("iat":)" + std::to_string(nowSeconds + 60); });
            }},
        TokenAttack{
            "ValidForYears",
            [] {
                return withClaims([](Claims& c) {
                    c.exp = R"("exp":)" + std::to_string(nowSeconds + 100'000'000);
                });
            }},
        TokenAttack{
            "ExpMissing",
            [] {
                return withClaims([](Claims& c) { c.exp = ""; });
            }},
        TokenAttack{
            "ExpIsText",
            [] {
                return withClaims([](Claims& c) { c.exp = R"("exp":"9999999999")"; });
            }},
        TokenAttack{
            "ExpIsAFraction",
            [] {
                return withClaims([](Claims& c) { c.exp = R"("exp":1e10)"; });
            }},
        TokenAttack{
            "ExpOverflows",
            [] {
                return withClaims([](Claims& c) { c.exp = R"("exp":9223372036854775807)"; });
            }},
        TokenAttack{
            "ExpIsNegative",
            [] {
                return withClaims([](Claims& c) { c.exp = R"("exp":-1)"; });
            }},
        TokenAttack{
            "ExpIsNull",
            [] {
                return withClaims([](Claims& c) { c.exp = R"("exp":null)"; });
            }},
        TokenAttack{
            "OtherIssuer",
            [] {
                return withClaims([](Claims& c) { c.iss = R"("iss":"qob2")"; });
            }},
        TokenAttack{
            "OtherAudience",
            [] {
                return withClaims([](Claims& c) { c.aud = R"("aud":"other")"; });
            }},
        TokenAttack{
            "AudienceList",
            [] {
                return withClaims([](Claims& c) { c.aud = R"("aud":["qob","other"])"; });
            }},
        TokenAttack{
            "SubjectTwice",
            [] {
                return withClaims([](Claims& c) { c.sub = R"("sub":"2","sub":"1")"; });
            }},
        TokenAttack{
            "RoleSmuggledIn",
            [] {
                return withClaims([](Claims& c) { c.sub += R"(,"role":"admin")"; });
            }}
    ),
    [](auto const& attack) { return attack.param.name; }
);

std::string parts(int which)
{
    auto const token = goodToken();
    auto const first = token.find('.');
    auto const last = token.rfind('.');
    return which == 0   ? token.substr(0, first)
           : which == 1 ? token.substr(first + 1, last - first - 1)
                        : token.substr(last + 1);
}

INSTANTIATE_TEST_SUITE_P(
    Form,
    TokenAttacks,
    testing::Values(
        TokenAttack{
            "PayloadChanged",
            [] {
                Claims admin;
                admin.sub = R"("sub":"1")";
                return parts(0) + "." + toBase64Url(admin.json()) + "." + parts(2);
            }},
        TokenAttack{
            "SignatureMissing",
            [] {
                return parts(0) + "." + parts(1) + ".";
            }},
        TokenAttack{
            "SignatureCutOff",
            [] {
                return parts(0) + "." + parts(1);
            }},
        TokenAttack{
            "SignatureShortened",
            [] {
                return goodToken().substr(0, goodToken().size() - 4);
            }},
        TokenAttack{
            "SignatureOfAnotherKey",
            [] {
                auto const other = *SigningKey::make(JwsAlgorithm::EdDSA, SecretBytes(std::string(32, 'o')));
                return writeJws(headerOf(ourKey()), Claims().json(), other);
            }},
        TokenAttack{
            "KeyOfAnotherInstallation",
            [] {
                auto const other = *SigningKey::make(JwsAlgorithm::EdDSA, SecretBytes(std::string(32, 'o')));
                return writeJws(headerOf(other), Claims().json(), other);
            }},
        TokenAttack{
            "Padded",
            [] {
                return goodToken() + "==";
            }},
        TokenAttack{
            "StandardBase64",
            [] {
                return parts(0) + "." + parts(1) + "+/" + "." + parts(2);
            }},
        TokenAttack{
            "BitsLeftOver",
            [] {
                auto token = goodToken();
                token.back() = token.back() == 'B' ? 'C' : 'B';
                return token;
            }},
        TokenAttack{
            "FourParts",
            [] {
                return goodToken() + "." + parts(2);
            }},
        TokenAttack{
            "Empty",
            [] {
                return std::string();
            }},
        TokenAttack{
            "DotsOnly",
            [] {
                return std::string("..");
            }},
        TokenAttack{
            "TooLong",
            [] {
                return goodToken() + std::string(10'000, 'A');
            }},
        TokenAttack{
            "NulInside",
            [] {
                return goodToken().insert(10, 1, '\0');
            }},
        TokenAttack{
            "BlankBefore",
            [] {
                return " " + goodToken();
            }},
        TokenAttack{
            "NewlineBehind",
            [] {
                return goodToken() + "\n";
            }},
        TokenAttack{
            "DeepNesting",
            [] {
                return withHeader(std::string(3'000, '['));
            }},
        TokenAttack{
            "NotUtf8",
            [] {
                return withHeader("{\"alg\":\"\xff\"}");
            }}
    ),
    [](auto const& attack) { return attack.param.name; }
);

TEST(TokenAttack, PublicKeyAsHmacSecretUnderHs256)
{
    // The classic: a server that takes the algorithm from the header checks an HMAC with the public key.
    auto const hs = ourKey(JwsAlgorithm::HS256);
    auto const header = R"({"alg":"HS256","kid":")" + id() + R"(","typ":"JWT"})";
    auto const forged = writeJws(header, Claims().json(), hs);
    EXPECT_EQ(
        codeOf(verifyToken(forged, {ourKey(), hs}, {"qob", "qob"}, IdentityKit::start)),
        ErrorCode::AuthTokenInvalid
    );
    EXPECT_TRUE(
        verifyToken(
            writeJws(headerOf(hs), Claims().json(), hs), {ourKey(), hs}, {"qob", "qob"}, IdentityKit::start
        )
            .has_value()
    );
}

TEST(TokenAttack, SubjectsThatAreNoUser)
{
    IdentityKit kit;
    // The installation's own key, as whoever has stolen it would use it.
    auto const seed = deriveKey(testMasterKey().bytes, "token EdDSA 1");
    auto const key = *SigningKey::make(JwsAlgorithm::EdDSA, seed);
    auto const login = *kit.login("alice");
    for (auto const* const subject :
         {"0", "-1", "+2", "2 ", "0x2", "99", "18446744073709551616", "two", "1"}) {
        Claims claims;
        claims.sub = R"("sub":")" + std::string(subject) + R"(")";
        claims.sid = R"("sid":")" + login.login + R"(")";
        EXPECT_FALSE(kit.bearer(writeJws(headerOf(key), claims.json(), key)).has_value()) << subject;
    }
}

TEST(TokenAttack, RefreshTokenAsAccessTokenAndTheOtherWayRound)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    EXPECT_EQ(codeOf(kit.bearer(tokens.refresh)), ErrorCode::AuthTokenInvalid);
    EXPECT_EQ(codeOf(kit.identity->refresh(tokens.access, kit.home)), ErrorCode::AuthTokenInvalid);
}

TEST(TokenAttack, StolenRefreshTokenUsedAfterItsOwnerDid)
{
    IdentityKit kit;
    auto const first = *kit.login("alice");
    auto const second = *kit.identity->refresh(first.refresh, kit.home);
    auto const third = *kit.identity->refresh(second.refresh, kit.home);
    EXPECT_TRUE(kit.bearer(third.access).has_value());
    EXPECT_EQ(codeOf(kit.identity->refresh(first.refresh, "203.0.113.66")), ErrorCode::AuthRevoked);
    EXPECT_EQ(codeOf(kit.bearer(third.access)), ErrorCode::AuthRevoked) << "neither of the two may go on";
    EXPECT_EQ(codeOf(kit.identity->refresh(third.refresh, kit.home)), ErrorCode::AuthRevoked);
}

TEST(TokenAttack, MadeUpRefreshTokensEndNobodysLogin)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    for (auto const& forged :
         {tokens.login + ".x.y",
          tokens.login + "..",
          std::string(".."),
          tokens.refresh + "x",
          std::string(5'000, '.')}) {
        EXPECT_EQ(codeOf(kit.identity->refresh(forged, kit.home)), ErrorCode::AuthTokenInvalid);
    }
    EXPECT_TRUE(kit.bearer(tokens.access).has_value());
    EXPECT_TRUE(kit.identity->refresh(tokens.refresh, kit.home).has_value());
}

TEST(TokenAttack, TokenAfterLogout)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    ASSERT_TRUE(kit.identity->revokeLogin(kit.alice, tokens.login, {}).has_value());
    EXPECT_EQ(codeOf(kit.bearer(tokens.access)), ErrorCode::AuthRevoked);
    kit.open();
    EXPECT_EQ(codeOf(kit.bearer(tokens.access)), ErrorCode::AuthRevoked);
}

} // namespace

} // namespace qob
