// What users and admins do with their logins, second factors and keys.

#include "engine/security/authorize.h"
#include "tests/support/identity_kit.h"

#include <future>
#include <set>

namespace qob {

namespace {

using namespace test;

TEST(Identity, ALoginGivesAPrincipalWithItsRoleAndAccount)
{
    IdentityKit kit;
    auto const tokens = kit.login("ALICE");
    ASSERT_TRUE(tokens.has_value()) << tokens.error().message();
    auto const who = kit.bearer(tokens->access);
    ASSERT_TRUE(who.has_value()) << who.error().message();
    EXPECT_EQ(who->name, "alice");
    EXPECT_EQ(who->role, Role::Trader);
    EXPECT_EQ(who->permissions, permissionsOf(Role::Trader));
    EXPECT_EQ(who->login, tokens->login);
    EXPECT_EQ(who->validUntil, tokens->accessExpires);
    EXPECT_NE(who->account, kit.identity->user(kit.root)->account);
    EXPECT_NE(who->account.value, 1U);
    EXPECT_EQ(kit.ask("GET", "/", {}, {})->user.value, 0U);
}

TEST(Identity, EverythingIsThereAfterARestart)
{
    IdentityKit kit;
    kit.enrol();
    auto const key = kit.key({Permission::Trade});
    auto const tokens = *kit.login("alice", kit.password, kit.code());
    kit.open();
    EXPECT_TRUE(kit.bearer(tokens.access).has_value());
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthSecondFactorRequired);
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, kit.code())), ErrorCode::AuthSecondFactorWrong);
    auto const at = kit.milliseconds();
    EXPECT_TRUE(
        kit.ask("POST", "/o", "b", signedHeaders(key, at, "0123456789abcdef", "POST", "/o", "b")).has_value()
    );
    EXPECT_TRUE(kit.identity->refresh(tokens.refresh, kit.home).has_value());
}

TEST(Identity, RegistrationIsOpenOnlyWhereItIsSetSo)
{
    IdentityKit closed;
    EXPECT_EQ(
        codeOf(closed.identity->registerUser({"bob", "", closed.password}, closed.home)),
        ErrorCode::AuthClosed
    );
    IdentitySettings settings;
    settings.openRegistration = true;
    IdentityKit open(settings);
    EXPECT_TRUE(open.identity->registerUser({"bob", "b@example.com", open.password}, open.home).has_value());
    EXPECT_EQ(open.identity->userNamed("Bob")->role, Role::Trader);
    EXPECT_EQ(
        codeOf(open.identity->registerUser({"BOB", "", open.password}, open.home)), ErrorCode::AuthNameTaken
    );
    EXPECT_EQ(
        codeOf(open.identity->registerUser({"carol", "", "password123"}, open.home)),
        ErrorCode::AuthPasswordWeak
    );
    EXPECT_EQ(
        codeOf(open.identity->registerUser({"carol", "no mail", open.password}, open.home)),
        ErrorCode::RequestBadValue
    );
    for (auto const* const bad :
         {"", "ab", "1abc", "a b c", "älice", "abc\n", "a/../b", "abcdefghijklmnopqrstuvwxyz1234567"}) {
        EXPECT_EQ(
            codeOf(open.identity->registerUser({bad, "", open.password}, open.home)), ErrorCode::AuthNameBad
        ) << bad;
    }
}

TEST(Identity, WhoseAnswerWasLostGetsItAgainByTheSecretHeSentWithIt)
{
    IdentityKit kit;
    const std::string id = "0123456789abcdef";
    auto const first = *kit.login("alice");
    auto const second = kit.identity->refresh(first.refresh, kit.home, id);
    ASSERT_TRUE(second.has_value());
    auto const again = kit.identity->refresh(first.refresh, kit.home, id);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->refresh, second->refresh);
    EXPECT_EQ(again->access, second->access);
    EXPECT_EQ(codeOf(kit.identity->refresh(second->refresh, kit.home, "short")), ErrorCode::RequestBadValue);
    auto const third = kit.identity->refresh(second->refresh, kit.home, "another-secret-of-mine");
    ASSERT_TRUE(third.has_value()) << "and it goes on from there";
    // An older one, another secret, none, or too late: one of two who have it stole it.
    EXPECT_EQ(codeOf(kit.identity->refresh(first.refresh, kit.home, id)), ErrorCode::AuthRevoked);
    for (auto const& [said, later] :
         {std::pair{std::string("a-secret-of-somebody"), seconds(0)},
          {std::string(), seconds(0)},
          {id, minutes(16)}}) {
        auto const login = *kit.login("alice");
        ASSERT_TRUE(kit.identity->refresh(login.refresh, kit.home, id).has_value());
        kit.clock.advance(later);
        EXPECT_EQ(codeOf(kit.identity->refresh(login.refresh, kit.home, said)), ErrorCode::AuthRevoked)
            << said;
    }
}

TEST(Identity, ALoginIsRefreshedListedAndEnded)
{
    IdentityKit kit;
    auto const first = *kit.login("alice");
    kit.clock.advance(minutes(16));
    EXPECT_EQ(codeOf(kit.bearer(first.access)), ErrorCode::AuthTokenExpired);
    auto const second = kit.identity->refresh(first.refresh, "192.0.2.11");
    ASSERT_TRUE(second.has_value());
    EXPECT_TRUE(kit.bearer(second->access).has_value());
    auto const logins = kit.identity->loginsOf(kit.alice);
    ASSERT_EQ(logins.size(), 1U);
    EXPECT_EQ(logins[0].address, "192.0.2.11");
    EXPECT_EQ(logins[0].userAgent, "test");
    EXPECT_TRUE(logins[0].refreshHash.empty());
    EXPECT_EQ(codeOf(kit.identity->revokeLogin(kit.root, logins[0].id, {})), ErrorCode::RecordMissing);
    EXPECT_TRUE(kit.identity->revokeLogin(kit.alice, logins[0].id, {"alice", kit.home}).has_value());
    EXPECT_EQ(codeOf(kit.bearer(second->access)), ErrorCode::AuthRevoked);
    EXPECT_EQ(codeOf(kit.identity->refresh(second->refresh, kit.home)), ErrorCode::AuthRevoked);
    EXPECT_TRUE(kit.identity->loginsOf(kit.alice).empty());
}

TEST(Identity, ARefreshTokenEndsWithItsLogin)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    kit.clock.advance(hours(24 * 30) + seconds(1));
    EXPECT_EQ(codeOf(kit.identity->refresh(tokens.refresh, kit.home)), ErrorCode::AuthTokenExpired);
}

TEST(Identity, OnlySoManyLoginsAUser)
{
    IdentitySettings settings;
    settings.mostLoginsPerUser = 3;
    IdentityKit kit(settings);
    std::vector<Tokens> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(*kit.login("alice"));
        kit.clock.advance(seconds(1));
    }
    EXPECT_EQ(kit.identity->loginsOf(kit.alice).size(), 3U);
    EXPECT_EQ(codeOf(kit.bearer(all[1].access)), ErrorCode::AuthRevoked);
    EXPECT_TRUE(kit.bearer(all[2].access).has_value());
}

TEST(Identity, ANewPasswordEndsTheOtherLogins)
{
    IdentityKit kit;
    auto const here = *kit.login("alice");
    auto const there = *kit.login("alice");
    auto const* const fresh = "another horse battery";
    EXPECT_EQ(
        codeOf(kit.identity->changePassword(kit.alice, "wrong", fresh, here.login, {"alice", kit.home})),
        ErrorCode::AuthFailed
    );
    EXPECT_EQ(
        codeOf(kit.identity->changePassword(kit.alice, kit.password, "weak", here.login, {"alice", kit.home})
        ),
        ErrorCode::AuthPasswordWeak
    );
    EXPECT_TRUE(kit.identity->changePassword(kit.alice, kit.password, fresh, here.login, {"alice", kit.home})
                    .has_value());
    EXPECT_TRUE(kit.bearer(here.access).has_value());
    EXPECT_EQ(codeOf(kit.bearer(there.access)), ErrorCode::AuthRevoked);
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthFailed);
    EXPECT_TRUE(kit.login("alice", fresh).has_value());
}

TEST(Identity, SecondFactorFromOfferToRemoval)
{
    IdentityKit kit;
    EXPECT_EQ(
        codeOf(kit.identity->confirmTotp(kit.alice, "000000", {"alice", kit.home})),
        ErrorCode::RequestConflict
    );
    auto const offer = *kit.identity->beginTotp(kit.alice, {"alice", kit.home});
    EXPECT_TRUE(offer.uri.find(offer.secret) != std::string::npos);
    EXPECT_TRUE(kit.login("alice").has_value()) << "it is not asked for before it was confirmed";
    auto const codes = kit.enrol();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(codeOf(kit.identity->beginTotp(kit.alice, {"alice", kit.home})), ErrorCode::RequestConflict);
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthSecondFactorRequired);
    EXPECT_TRUE(kit.login("alice", kit.password, kit.code()).has_value());
    EXPECT_TRUE(kit.login("alice", kit.password, codes[4]).has_value());
    for (int i = 0; i < 30; ++i) { // the password first, then the code, as the page asks
        kit.clock.advance(seconds(60));
        EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthSecondFactorRequired) << i;
        EXPECT_TRUE(kit.login("alice", kit.password, kit.code()).has_value()) << i;
    }
    kit.clock.advance(seconds(60));
    EXPECT_EQ(
        codeOf(kit.identity->disableTotp(kit.alice, "wrong password", kit.code(), {"alice", kit.home})),
        ErrorCode::AuthFailed
    );
    EXPECT_TRUE(
        kit.identity->disableTotp(kit.alice, kit.password, kit.code(), {"alice", kit.home}).has_value()
    );
    EXPECT_TRUE(kit.login("alice").has_value());
}

TEST(Identity, AnAdminTakesALostSecondFactorAway)
{
    IdentityKit kit;
    kit.enrol();
    EXPECT_TRUE(kit.identity->resetTotp(kit.alice, {"root", kit.home}).has_value());
    EXPECT_TRUE(kit.login("alice").has_value());
}

TEST(Identity, AKeyIsShownOnceListedRotatedAndWithdrawn)
{
    IdentityKit kit;
    auto const key = kit.key({Permission::ReadMarket, Permission::Trade}, {"192.0.2.0/24"});
    auto const use = [&](KeySecret const& with, std::string const& nonce) {
        return kit.ask(
            "POST", "/o?a=1", "body", signedHeaders(with, kit.milliseconds(), nonce, "POST", "/o?a=1", "body")
        );
    };
    auto const who = use(key, "nonce-0000000001");
    ASSERT_TRUE(who.has_value()) << who.error().message();
    EXPECT_EQ(who->key, key.key.id);
    EXPECT_TRUE(who->may(Permission::Trade));
    EXPECT_FALSE(who->may(Permission::ReadOrders)) << "not one of its scopes";
    auto const listed = kit.identity->keysOf(kit.alice);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_TRUE(listed[0].secret.empty());
    EXPECT_EQ(listed[0].label, "bot");
    EXPECT_TRUE(kit.identity->refreshed(*who).has_value());
    auto const rotated = *kit.identity->rotateKey(kit.alice, key.key.id, {"alice", kit.home});
    EXPECT_EQ(codeOf(kit.identity->refreshed(*who)), ErrorCode::AuthRevoked) << "also in an open stream";
    EXPECT_EQ(codeOf(use(key, "nonce-0000000002")), ErrorCode::AuthSignatureWrong);
    EXPECT_TRUE(use(rotated, "nonce-0000000003").has_value());
    EXPECT_EQ(codeOf(kit.identity->revokeKey(kit.root, key.key.id, {})), ErrorCode::RecordMissing);
    EXPECT_TRUE(kit.identity->revokeKey(kit.alice, key.key.id, {"alice", kit.home}).has_value());
    EXPECT_EQ(codeOf(use(rotated, "nonce-0000000004")), ErrorCode::AuthRevoked);
    EXPECT_TRUE(kit.identity->keysOf(kit.alice).empty());
}

TEST(Identity, AKeyNeverMayMoreThanItsOwner)
{
    IdentityKit kit;
    NewKey wanted{"bot", 0, {}, Timestamp::max()};
    auto const make = [&](Permission scope) {
        wanted.permissions = 1U << static_cast<unsigned>(scope);
        return codeOf(kit.identity->createKey(kit.alice, wanted, {"alice", kit.home}));
    };
    EXPECT_EQ(make(Permission::Trade), ErrorCode{});
    EXPECT_EQ(make(Permission::ManageRisk), ErrorCode::RequestBadValue);
    EXPECT_EQ(make(Permission::OwnUser), ErrorCode::RequestBadValue);
    EXPECT_EQ(make(Permission::ManageUsers), ErrorCode::RequestBadValue);
    EXPECT_EQ(make(Permission::Public), ErrorCode::RequestBadValue);
    wanted.addresses = {"nowhere"};
    EXPECT_EQ(make(Permission::Trade), ErrorCode::RequestBadValue);
    wanted.addresses.clear();
    wanted.expires = kit.clock.now();
    EXPECT_EQ(make(Permission::Trade), ErrorCode::RequestBadValue);
    auto const key = kit.key({Permission::Trade});
    ASSERT_TRUE(kit.identity->setRole(kit.alice, Role::Viewer, {"root", {}}).has_value());
    auto const who =
        kit.ask("GET", "/", {}, signedHeaders(key, kit.milliseconds(), "0123456789abcdef", "GET", "/", {}));
    ASSERT_TRUE(who.has_value());
    EXPECT_FALSE(who->may(Permission::Trade)) << "its owner may no longer trade";
}

TEST(Identity, RolesTiersAndDisablingHoldAtOnce)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    Actor const root{"root", kit.home};
    EXPECT_TRUE(kit.identity->setRole(kit.alice, Role::Risk, root).has_value());
    EXPECT_TRUE(kit.identity->setTier(kit.alice, Tier::Enterprise, root).has_value());
    auto const who = *kit.bearer(tokens.access);
    EXPECT_TRUE(who.may(Permission::ManageRisk));
    EXPECT_FALSE(who.may(Permission::Trade));
    EXPECT_EQ(who.tier, Tier::Enterprise);
    EXPECT_TRUE(kit.identity->refreshed(who).has_value());
    EXPECT_TRUE(kit.identity->setDisabled(kit.alice, true, root).has_value());
    EXPECT_EQ(codeOf(kit.bearer(tokens.access)), ErrorCode::AuthRevoked);
    EXPECT_EQ(codeOf(kit.identity->refreshed(who)), ErrorCode::AuthRevoked);
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::AuthFailed);
    EXPECT_TRUE(kit.identity->setDisabled(kit.alice, false, root).has_value());
    EXPECT_EQ(codeOf(kit.bearer(tokens.access)), ErrorCode::AuthRevoked) << "that login was ended";
    auto const again = *kit.login("alice");
    EXPECT_TRUE(kit.bearer(again.access).has_value());
    EXPECT_EQ(codeOf(kit.identity->setRole(UserId(99), Role::Risk, root)), ErrorCode::AuthUserUnknown);
}

TEST(Identity, TheLastAdminStays)
{
    IdentityKit kit;
    Actor const root{"root", kit.home};
    EXPECT_EQ(codeOf(kit.identity->setRole(kit.root, Role::Trader, root)), ErrorCode::RequestConflict);
    EXPECT_EQ(codeOf(kit.identity->setDisabled(kit.root, true, root)), ErrorCode::RequestConflict);
    ASSERT_TRUE(kit.identity->setRole(kit.alice, Role::Admin, root).has_value());
    EXPECT_TRUE(kit.identity->setRole(kit.root, Role::Trader, root).has_value());
    EXPECT_EQ(codeOf(kit.identity->setDisabled(kit.alice, true, root)), ErrorCode::RequestConflict);
}

TEST(Identity, AHashMadeAtLessCostIsMadeAnewAtLogin)
{
    IdentityKit kit;
    kit.settings.cost.passes = 3;
    kit.open();
    auto const hashOf = [&] {
        auto const users = *kit.store->users();
        return std::find_if(
                   users.begin(), users.end(), [&](auto const& one) { return one.id == kit.alice; }
        )->passwordHash;
    };
    auto const before = hashOf();
    EXPECT_FALSE(kit.login("alice", "wrong password!").has_value());
    EXPECT_EQ(hashOf(), before);
    EXPECT_TRUE(kit.login("alice").has_value());
    EXPECT_NE(hashOf().find("t=3"), std::string::npos);
    EXPECT_TRUE(kit.login("alice").has_value());
}

TEST(Identity, AnExternalUserIsMadeOnceAndFoundAgain)
{
    IdentitySettings settings;
    settings.openRegistration = true;
    IdentityKit kit(settings);
    ExternalUser const external{"https://id.example", "s-1", "a@example.com", "alice"};
    auto const first = kit.identity->loginExternal(external, kit.home, "test");
    ASSERT_TRUE(first.has_value()) << first.error().message();
    EXPECT_EQ(kit.identity->user(first->user)->name, "alice2") << "the name alone does not make him alice";
    auto const second = kit.identity->loginExternal(external, kit.home, "test");
    EXPECT_EQ(second->user, first->user);
    EXPECT_EQ(codeOf(kit.login("alice2", "")), ErrorCode::AuthFailed) << "he has no password";
    EXPECT_EQ(codeOf(kit.identity->linkExternal(kit.alice, external, {})), ErrorCode::RequestConflict);
    ExternalUser const other{"https://id.example", "s-2", {}, {}};
    EXPECT_TRUE(kit.identity->linkExternal(kit.alice, other, {}).has_value());
    EXPECT_EQ(kit.identity->loginExternal(other, kit.home, "test")->user, kit.alice);
    IdentityKit closed;
    EXPECT_EQ(codeOf(closed.identity->loginExternal(external, kit.home, "test")), ErrorCode::AuthClosed);
}

TEST(Identity, ANewMasterKeyTakesOverAndTheOldOneCanGo)
{
    IdentityKit kit;
    auto const codes = kit.enrol();
    auto const key = kit.key({Permission::Trade});
    auto const tokens = *kit.login("alice", kit.password, kit.code());
    auto const with = [&](std::vector<MasterKey> keys) {
        kit.identity.reset();
        kit.identity = std::move(
            *Identity::open(kit.settings, *kit.store, std::move(keys), kit.random, kit.clock, kit.audit)
        );
    };
    auto const signedOnce = [&](std::string const& nonce) {
        return codeOf(kit.ask("GET", "/", {}, signedHeaders(key, kit.milliseconds(), nonce, "GET", "/", {})));
    };
    with({testMasterKey('n'), testMasterKey()});
    EXPECT_TRUE(kit.bearer(tokens.access).has_value());
    EXPECT_TRUE(kit.login("alice", kit.password, codes[0]).has_value());
    EXPECT_EQ(signedOnce("nonce-0000000001"), ErrorCode{});
    auto const fresh = kit.identity->refresh(tokens.refresh, kit.home);
    ASSERT_TRUE(fresh.has_value());
    with({testMasterKey('n')});
    EXPECT_TRUE(kit.bearer(fresh->access).has_value());
    EXPECT_EQ(codeOf(kit.bearer(tokens.access)), ErrorCode::AuthTokenInvalid);
    EXPECT_EQ(signedOnce("nonce-0000000002"), ErrorCode{}) << "it was sealed anew";
    kit.clock.advance(seconds(60));
    EXPECT_TRUE(kit.login("alice", kit.password, kit.code()).has_value());
    EXPECT_EQ(codeOf(kit.login("alice", kit.password, codes[1])), ErrorCode::AuthSecondFactorWrong)
        << "made under the old one";
}

// A store that has gone away.
class LostStore final : public UserStore {
public:
    Expected<std::vector<UserRecord>> users() override { return m_inner->users(); }

    Expected<std::vector<ApiKeyRecord>> keys() override { return m_inner->keys(); }

    Expected<std::vector<LoginRecord>> logins() override { return m_inner->logins(); }

    Expected<void> put(UserRecord const& user) override { return lost ? gone() : m_inner->put(user); }

    Expected<void> put(ApiKeyRecord const& key) override { return lost ? gone() : m_inner->put(key); }

    Expected<void> put(LoginRecord const& login) override { return lost ? gone() : m_inner->put(login); }

    bool lost = false;

private:
    static Expected<void> gone() { return fail(ErrorCode::DatabaseUnavailable); }

    std::unique_ptr<UserStore> m_inner = makeMemoryUserStore();
};

TEST(Identity, WithoutTheStoreNothingChangesAndTokensStillWork)
{
    auto owned = std::make_unique<LostStore>();
    LostStore& store = *owned;
    SeededRandom random;
    CollectedAudit audit;
    ManualClock clock(IdentityKit::start);
    auto const identity = std::move(*Identity::open({}, store, {testMasterKey()}, random, clock, audit));
    auto const root = *identity->createUser({"root", "", IdentityKit::password}, Role::Admin, {});
    auto const tokens = *identity->login({"root", IdentityKit::password, {}, "192.0.2.1", {}});
    store.lost = true;
    std::vector<std::pair<std::string, std::string>> const headers{
        {"authorization", "Bearer " + tokens.access}};
    RequestFacts facts{"GET", "/", {}, {}, "192.0.2.1", &headers};
    EXPECT_TRUE(identity->principalOf(facts).has_value());
    EXPECT_EQ(
        codeOf(identity->createUser({"bob", "", IdentityKit::password}, Role::Viewer, {})),
        ErrorCode::DatabaseUnavailable
    );
    EXPECT_FALSE(identity->userNamed("bob"));
    EXPECT_EQ(codeOf(identity->setTier(root, Tier::Enterprise, {})), ErrorCode::DatabaseUnavailable);
    EXPECT_EQ(identity->user(root)->tier, Tier::Free);
    EXPECT_EQ(
        codeOf(identity->login({"root", IdentityKit::password, {}, "192.0.2.1", {}})),
        ErrorCode::DatabaseUnavailable
    );
}

TEST(Identity, NothingIsDoneThatTheAuditTrailCouldNotTake)
{
    IdentityKit kit;
    auto const tokens = *kit.login("alice");
    kit.audit.broken = true;
    EXPECT_EQ(codeOf(kit.login("alice")), ErrorCode::JournalIoFailed);
    EXPECT_EQ(codeOf(kit.identity->setRole(kit.alice, Role::Admin, {})), ErrorCode::JournalIoFailed);
    EXPECT_EQ(codeOf(kit.identity->refresh(tokens.refresh, kit.home)), ErrorCode::JournalIoFailed);
    EXPECT_EQ(kit.identity->user(kit.alice)->role, Role::Trader);
    EXPECT_TRUE(kit.bearer(tokens.access).has_value());
}

TEST(Identity, EveryChangeLeavesARecordWithItsOutcome)
{
    IdentityKit kit;
    static_cast<void>(kit.login("alice"));
    static_cast<void>(kit.login("alice", "wrong password!"));
    static_cast<void>(kit.login("Tr0ub4dor&3"));
    static_cast<void>(kit.identity->setRole(kit.root, Role::Viewer, {"root", kit.home}));
    auto const records = kit.audit.records();
    auto const last = records.size();
    EXPECT_EQ(records[last - 4].action, "login");
    EXPECT_EQ(records[last - 4].actor, "alice");
    EXPECT_EQ(records[last - 4].outcome, "ok");
    EXPECT_EQ(records[last - 3].outcome, "AuthFailed");
    EXPECT_EQ(records[last - 2].actor, "") << "what is no user's name may be a password in the wrong field";
    EXPECT_EQ(records[last - 1].action, "user.role");
    EXPECT_EQ(records[last - 1].outcome, "RequestConflict");
    EXPECT_EQ(records[last - 1].address, kit.home);
}

TEST(Identity, ManyThreadsAtOnceUseOneCodeOnce)
{
    IdentityKit kit;
    kit.enrol();
    auto const code = kit.code();
    std::vector<std::future<bool>> tries;
    for (int i = 0; i < 4; ++i) {
        tries.push_back(std::async(std::launch::async, [&] {
            return kit.login("alice", kit.password, code).has_value();
        }));
    }
    int good = 0;
    for (auto& one : tries) {
        good += one.get() ? 1 : 0;
    }
    EXPECT_EQ(good, 1);
}

TEST(Identity, ThePoolTakesWorkAndIsBounded)
{
    IdentitySettings settings;
    settings.poolThreads = 1;
    settings.poolWaiting = 2;
    IdentityKit kit(settings);
    std::promise<void> open;
    auto const gate = open.get_future().share();
    Expected<void> last;
    for (int i = 0; i < 5; ++i) {
        last = kit.identity->inBackground([gate] { gate.wait(); });
    }
    EXPECT_EQ(codeOf(last), ErrorCode::RequestBusy);
    open.set_value();
}

TEST(Authorize, TellsNobodyFromForbidden)
{
    EXPECT_EQ(codeOf(authorize({}, Permission::ReadMarket)), ErrorCode::AuthRequired);
    EXPECT_TRUE(authorize({}, Permission::Public).has_value());
    Principal viewer;
    viewer.user = UserId(1);
    viewer.permissions = permissionsOf(Role::Viewer);
    EXPECT_TRUE(authorize(viewer, Permission::ReadMarket).has_value());
    EXPECT_EQ(codeOf(authorize(viewer, Permission::Trade)), ErrorCode::AuthForbidden);
}

} // namespace

} // namespace qob
