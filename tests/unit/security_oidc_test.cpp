// Logging in at a provider of our own on loopback, which does it right and in every way wrong.

#include "engine/security/oidc.h"
#include "tests/support/identity_kit.h"
#include "tests/support/login_provider.h"
#include "tests/support/temporary_directory.h"

#include <fstream>
#include <future>

namespace qob {

namespace {

using namespace test;

constexpr std::int64_t nowSeconds = IdentityKit::start.value / 1'000'000'000;

struct OidcKit {
    explicit OidcKit(OidcSettings chosen = {}) : settings(std::move(chosen))
    {
        std::ofstream(directory.path() + "/ca.pem") << certificates.authority;
        provider = std::make_unique<LoginProvider>(
            certificates,
            [this](auto const& path, auto const& body, auto const& by) { return answer(path, body, by); }
        );
        NetSettings net;
        net.caFile = directory.path() + "/ca.pem";
        net.connectTo["*"] = provider->place();
        thread = std::make_unique<NetThread>(net);
        settings.issuer = "https://id.example";
        settings.clientId = "qob desk";
        settings.redirectUri = "https://desk.example/api/v1/auth/oidc/callback";
        oidc = std::make_unique<Oidc>(*thread, settings, random, clock);
    }

    // On the provider's thread.
    std::string answer(std::string const& path, std::string const& body, std::string const& authorization)
    {
        if (path == "/.well-known/openid-configuration") {
            return discovery;
        }
        if (path == "/keys") {
            return R"({"keys":[{"kty":"oct","kid":"rsa","k":"c2VjcmV0"},)" +
                   (publishNewKey ? newSigner : signer).jwk() + "]}";
        }
        if (path != "/token") {
            return {};
        }
        form = formFields(body);
        header = authorization;
        if (toBase64Url(sha256(form["code_verifier"])) != challenge || form["code"] != "the code") {
            return R"({"error":"invalid_grant"})";
        }
        return R"({"access_token":"x","token_type":"Bearer","id_token":")" + makeToken(nonce) + R"("})";
    }

    Expected<OidcStart> start()
    {
        std::promise<Expected<OidcStart>> done;
        oidc->start([&](auto result) { done.set_value(std::move(result)); });
        auto started = done.get_future().get();
        if (started) {
            auto const query = formFields(std::string_view(started->url).substr(started->url.find('?') + 1));
            asked = query;
            nonce = query.at("nonce");
            challenge = query.at("code_challenge");
        }
        return started;
    }

    Expected<ExternalUser> finish(OidcReturn back)
    {
        std::promise<Expected<ExternalUser>> done;
        oidc->finish(std::move(back), [&](auto result) { done.set_value(std::move(result)); });
        return done.get_future().get();
    }

    Expected<ExternalUser> login()
    {
        auto const started = start();
        if (!started) {
            return tl::unexpected(started.error());
        }
        return finish({asked["state"], "the code", started->binding});
    }

    static std::string claims(std::string const& nonce, std::string const& extra = {})
    {
        return R"({"iss":"https://id.example","aud":"qob desk","sub":"s-1","preferred_username":"jane","email":"j@example.com",)"
               R"("email_verified":true,"iat":)" +
               std::to_string(nowSeconds) + R"(,"exp":)" + std::to_string(nowSeconds + 300) +
               R"(,"nonce":")" + nonce + R"(")" + extra + "}";
    }

    TestCertificates certificates = TestCertificates::make({"id.example"});
    TemporaryDirectory directory;
    ProviderSigner signer{"RS256", "rsa"};
    ProviderSigner newSigner{"ES256", "ec"};
    std::string discovery =
        R"({"issuer":"https://id.example","authorization_endpoint":"https://id.example/authorize",)"
        R"("token_endpoint":"https://id.example/token","jwks_uri":"https://id.example/keys"})";
    std::function<std::string(std::string const&)> makeToken = [this](std::string const& with) {
        return signer.token(claims(with));
    };
    std::atomic<bool> publishNewKey{false};
    std::string nonce;
    std::string challenge;
    std::string header;
    std::map<std::string, std::string> form;
    std::map<std::string, std::string> asked;
    ManualClock clock{IdentityKit::start};
    SeededRandom random;
    OidcSettings settings;
    std::unique_ptr<LoginProvider> provider;
    std::unique_ptr<NetThread> thread;
    std::unique_ptr<Oidc> oidc;
};

TEST(Oidc, ALoginWithPkceStateAndNonce)
{
    OidcKit kit;
    auto const user = kit.login();
    ASSERT_TRUE(user.has_value()) << user.error().message();
    EXPECT_EQ(user->issuer, "https://id.example");
    EXPECT_EQ(user->subject, "s-1");
    EXPECT_EQ(user->name, "jane");
    EXPECT_EQ(user->email, "j@example.com");
    EXPECT_EQ(kit.asked["response_type"], "code");
    EXPECT_EQ(kit.asked["code_challenge_method"], "S256");
    EXPECT_EQ(kit.asked["client_id"], "qob desk");
    EXPECT_EQ(kit.asked["redirect_uri"], kit.settings.redirectUri);
    EXPECT_EQ(kit.form["grant_type"], "authorization_code");
    EXPECT_EQ(kit.form["client_id"], "qob desk");
    EXPECT_EQ(kit.header, "");
}

TEST(Oidc, AClientWithASecretProvesItself)
{
    OidcSettings settings;
    settings.clientSecret = SecretBytes("s:ecret");
    OidcKit kit(settings);
    EXPECT_TRUE(kit.login().has_value());
    EXPECT_EQ(kit.header, "Basic " + toBase64("qob%20desk:s%3aecret"));
    OidcKit post(settings);
    post.discovery.insert(1, R"("token_endpoint_auth_methods_supported":["client_secret_post"],)");
    EXPECT_TRUE(post.login().has_value());
    EXPECT_EQ(post.header, "");
    EXPECT_EQ(post.form["client_secret"], "s:ecret");
}

TEST(Oidc, AKeyThatIsNewerThanOurCopyIsAskedFor)
{
    OidcKit kit;
    EXPECT_TRUE(kit.login().has_value());
    kit.publishNewKey = true;
    kit.makeToken = [&](std::string const& nonce) {
        return kit.newSigner.token(kit.claims(nonce));
    };
    auto const user = kit.login();
    EXPECT_TRUE(user.has_value()) << user.error().message();
}

TEST(OidcAttack, AnAttemptIsGoodOnceForOneBrowserAndNotForLong)
{
    OidcKit kit;
    auto started = *kit.start();
    EXPECT_EQ(
        codeOf(kit.finish({kit.asked["state"], "the code", "another browser"})), ErrorCode::AuthProviderFailed
    );
    EXPECT_EQ(codeOf(kit.finish({"made up", "the code", started.binding})), ErrorCode::AuthProviderFailed);
    EXPECT_TRUE(kit.finish({kit.asked["state"], "the code", started.binding}).has_value());
    EXPECT_EQ(
        codeOf(kit.finish({kit.asked["state"], "the code", started.binding})), ErrorCode::AuthProviderFailed
    );
    started = *kit.start();
    EXPECT_EQ(
        codeOf(kit.finish({kit.asked["state"], "another code", started.binding})),
        ErrorCode::AuthProviderFailed
    );
    started = *kit.start();
    kit.clock.advance(minutes(10));
    EXPECT_EQ(
        codeOf(kit.finish({kit.asked["state"], "the code", started.binding})), ErrorCode::AuthProviderFailed
    );
}

TEST(OidcAttack, AProviderThatIsAnotherOneOrNotSecure)
{
    for (auto const& [from, to] : std::map<std::string, std::string>{
             {R"("issuer":"https://id.example")", R"("issuer":"https://evil.example")"},
             {R"("token_endpoint":"https://)", R"("token_endpoint":"http://)"},
             {R"("jwks_uri":"https://id.example/keys")", R"("jwks_uri":"")"},
             {R"({"issuer")", R"({"issuer":"x","issuer")"},
             {"}", ""}}) {
        OidcKit kit;
        kit.discovery.replace(kit.discovery.find(from), from.size(), to);
        EXPECT_EQ(codeOf(kit.start()), ErrorCode::AuthProviderFailed) << to;
    }
    OidcKit elsewhere;
    elsewhere.certificates = TestCertificates::make({"id.example"});
    LoginProvider impostor(elsewhere.certificates, [](auto const&...) { return std::string("{}"); });
    NetSettings net;
    net.caFile = elsewhere.directory.path() + "/ca.pem"; // of the right provider
    net.connectTo["*"] = impostor.place();
    NetThread thread(net);
    Oidc oidc(thread, elsewhere.settings, elsewhere.random, elsewhere.clock);
    std::promise<Expected<OidcStart>> done;
    oidc.start([&](auto result) { done.set_value(std::move(result)); });
    EXPECT_EQ(codeOf(done.get_future().get()), ErrorCode::AuthProviderFailed);
}

TEST(OidcAttack, AnIdTokenThatIsNoProof)
{
    ProviderSigner const rsa("RS256", "rsa");
    ProviderSigner const ec("ES256", "ec");
    ProviderSigner const stranger("RS256", "rsa");
    auto const keys = *readProviderKeys(R"({"keys":[)" + rsa.jwk() + "," + ec.jwk() + "]}");
    ASSERT_EQ(keys.size(), 2U);
    const IdTokenRules rules{"https://id.example", "qob desk", "n"};
    auto const check = [&](std::string const& token) {
        return checkIdToken(token, keys, rules, IdentityKit::start);
    };
    auto const good = OidcKit::claims("n");
    auto const with = [&](std::string const& from, std::string const& to) {
        auto changed = good;
        changed.replace(changed.find(from), from.size(), to);
        return rsa.token(changed);
    };
    ASSERT_TRUE(check(rsa.token(good)).has_value());
    ASSERT_TRUE(check(ec.token(good)).has_value());
    auto const now = std::to_string(nowSeconds);
    auto const exp = std::to_string(nowSeconds + 300);
    std::map<std::string, std::string> const attacks{
        {"another's signature", stranger.token(good)},
        {"none", rsa.token(R"({"alg":"none","kid":"rsa"})", good)},
        {"HS256 under an RSA key's name", rsa.token(R"({"alg":"HS256","kid":"rsa"})", good)},
        {"the EC key under RS256", ec.token(R"({"alg":"RS256","kid":"ec"})", good)},
        {"no kid among two", rsa.token(R"({"alg":"RS256"})", good)},
        {"unknown kid", rsa.token(R"({"alg":"RS256","kid":"x"})", good)},
        {"crit", rsa.token(R"({"alg":"RS256","kid":"rsa","crit":["x"]})", good)},
        {"other nonce", rsa.token(OidcKit::claims("m"))},
        {"no nonce", with(R"("nonce":"n")", R"("x":"n")")},
        {"other issuer", with("https://id.example", "https://id.example.evil")},
        {"other audience", with(R"("aud":"qob desk")", R"("aud":"another")")},
        {"two audiences without azp", with(R"("aud":"qob desk")", R"("aud":["qob desk","another"])")},
        {"azp of another", rsa.token(OidcKit::claims("n", R"(,"azp":"another")"))},
        {"expired", with(exp, std::to_string(nowSeconds - 30))},
        {"from the future", with(R"("iat":)" + now, R"("iat":)" + std::to_string(nowSeconds + 31))},
        {"no exp", with(R"("exp":)", R"("xep":)")},
        {"no subject", with(R"("sub":"s-1")", R"("sub":"")")},
        {"subject twice", rsa.token(OidcKit::claims("n", R"(,"sub":"s-2")"))},
        {"empty", ""},
    };
    for (auto const& [name, token] : attacks) {
        EXPECT_EQ(codeOf(check(token)), ErrorCode::AuthProviderFailed) << name;
    }
    auto unverified = good;
    unverified.replace(unverified.find("true"), 4, "false");
    EXPECT_EQ(check(rsa.token(unverified))->email, "") << "anybody could claim that address";
    auto const two = with(R"("aud":"qob desk")", R"("azp":"qob desk","aud":["qob desk","another"])");
    EXPECT_TRUE(check(two).has_value());
}

} // namespace

} // namespace qob
