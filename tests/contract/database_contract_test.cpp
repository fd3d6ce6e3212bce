// What both databases must do alike: users, the schema's steps, and what is asked of rows that were written.

#include "tests/support/database_kit.h"

#include <algorithm>
#include <limits>
#include <thread>

namespace qob::test {

namespace {

using DatabaseContract = DatabaseTest;

template <class T>
T must(Expected<T> got)
{
    EXPECT_TRUE(got) << got.error().message();
    return got ? std::move(*got) : T{};
}

Amount largestAmount()
{
    const Int128 half = static_cast<Int128>(1) << 126U;
    return Amount(half - 1 + half);
}

OrderRow someOrder(std::uint64_t number)
{
    OrderRow order;
    order.account = AccountId(1);
    order.orderId = OrderId(number);
    order.execId = ExecId(number * 10);
    order.clOrdId = ClOrdId("c" + std::to_string(number));
    order.venue = "SIM-A";
    order.symbol = number % 2 == 0 ? "BTC-USDT" : "ETH-USDT";
    order.side = Side::Sell;
    order.ordType = OrdType::StopLimit;
    order.timeInForce = TimeInForce::GoodTillDate;
    order.execInst = exec_inst::operator|(ExecInst::PostOnly, ExecInst::CancelOnDisconnect);
    order.selfTrade = SelfTrade::Decrement;
    order.contingency = Contingency::Bracket;
    order.listId = OrderId(number);
    order.price = Amount(static_cast<Int128>(61'837) * pow10(18) + 64 * pow10(16));
    order.stopPx = Amount(1);
    order.trailOffset = Amount(-1);
    order.displayQty = Amount(pow10(17));
    order.orderQty = largestAmount();
    order.leavesQty = -largestAmount();
    order.cumQty = Amount(0);
    order.avgPx = Amount(-pow10(18));
    order.status = number % 3 == 0 ? OrdStatus::Filled : OrdStatus::PartiallyFilled;
    order.expires = Timestamp::max();
    order.sent = Timestamp::min();
    order.updated = Timestamp(1'700'000'000'000'000'000 + static_cast<std::int64_t>(number));
    order.reason = static_cast<std::uint16_t>(ErrorCode::OrderExpired);
    order.reasonText = "tab\tline\nback\\slash 'quote' \"double\" {} $1 \xF0\x9F\x90\x98 \xC3\xA9";
    return order;
}

FillRow someFill(std::uint64_t number)
{
    FillRow fill;
    fill.account = AccountId(1);
    fill.execId = ExecId(number);
    // A fill a week: many months' partitions.
    fill.time =
        Timestamp(1'700'000'000'000'000'000 + static_cast<std::int64_t>(number) * 604'800'000'000'000);
    fill.orderId = OrderId(number / 2 + 1);
    fill.clOrdId = ClOrdId("c" + std::to_string(number));
    fill.venue = "SIM-A";
    fill.symbol = number % 2 == 0 ? "BTC-USDT" : "ETH-USDT";
    fill.side = Side::Buy;
    fill.price = Amount(static_cast<Int128>(number) * pow10(18));
    fill.qty = Amount(5);
    fill.liquidity = Liquidity::Maker;
    fill.fee = Amount(-7);
    fill.feeAsset = AssetName("USDT");
    fill.sequence = number;
    return fill;
}

RowBatch batchOf(std::uint64_t behind, std::uint64_t sequence)
{
    RowBatch batch;
    batch.behind = behind;
    batch.sequence = sequence;
    batch.hash = 0xFFEEDDCCBBAA9988 + sequence;
    batch.time = Timestamp(static_cast<std::int64_t>(sequence));
    return batch;
}

} // namespace

TEST_P(DatabaseContract, AnEmptyOneHoldsNothing)
{
    auto const database = open();
    EXPECT_TRUE(must(database->users()).empty());
    EXPECT_TRUE(must(database->keys()).empty());
    EXPECT_TRUE(must(database->logins()).empty());
    EXPECT_EQ(must(database->projection()), ProjectionState());
    EXPECT_TRUE(must(database->runInstruments()).empty());
    EXPECT_TRUE(must(database->orders({AccountId(1)})).empty());
    EXPECT_TRUE(must(database->fills({AccountId(1)})).empty());
    EXPECT_TRUE(must(database->rejects(AccountId(1), 0, 10)).empty());
    EXPECT_TRUE(must(database->accounts()).empty());
    EXPECT_TRUE(must(database->positions(AccountId(1))).empty());
    EXPECT_TRUE(must(database->balances(AccountId(1))).empty());
    EXPECT_TRUE(must(database->candles({"SIM-A", "BTC-USDT"}, CandleInterval::Min1)).empty());
    EXPECT_TRUE(must(database->ticks({"SIM-A", "BTC-USDT"})).empty());
    EXPECT_TRUE(must(database->gaps({"SIM-A", "BTC-USDT"})).empty());
}

TEST_P(DatabaseContract, UsersKeysAndLoginsComeBackAsTheyWere)
{
    auto user = someUser(1, "Ada");
    auto plain = UserRecord{};
    plain.id = UserId(std::numeric_limits<std::uint64_t>::max());
    plain.name = "plain";
    ApiKeyRecord const key{
        "k1",
        UserId(1),
        "bot \xE2\x82\xBF",
        "1.x.y.z",
        0xFFFFFFFF,
        {"10.0.0.0/8", "::1/128"},
        Timestamp(1),
        Timestamp(2),
        Timestamp(3),
        true};
    LoginRecord const login{
        "l1", UserId(1), "00ff", Timestamp(4), Timestamp(5), Timestamp(6), "192.0.2.1", "agent \"x\"", false};
    {
        auto const database = open();
        ASSERT_TRUE(database->put(user));
        ASSERT_TRUE(database->put(plain));
        ASSERT_TRUE(database->put(key));
        ASSERT_TRUE(database->put(login));
        user.recoveryCodes.clear();
        user.disabled = true;
        user.externalSubject = "https://issuer|1";
        ASSERT_TRUE(database->put(user));
    }
    auto const again = open();
    auto const users = must(again->users());
    ASSERT_EQ(users.size(), 2U);
    EXPECT_NE(std::find(users.begin(), users.end(), user), users.end());
    EXPECT_NE(std::find(users.begin(), users.end(), plain), users.end());
    EXPECT_EQ(must(again->keys()), std::vector{key});
    EXPECT_EQ(must(again->logins()), std::vector{login});
}

TEST_P(DatabaseContract, ANameAndAnExternalSubjectBelongToOneUser)
{
    auto const database = open();
    auto ada = someUser(1, "Ada");
    ada.externalSubject = "issuer|1";
    ASSERT_TRUE(database->put(ada));
    auto const sameName = database->put(someUser(2, "aDA"));
    ASSERT_FALSE(sameName);
    EXPECT_EQ(sameName.error().code, ErrorCode::RecordExists);
    auto other = someUser(2, "Bob");
    other.externalSubject = "issuer|1";
    auto const sameSubject = database->put(other);
    ASSERT_FALSE(sameSubject);
    EXPECT_EQ(sameSubject.error().code, ErrorCode::RecordExists);
    EXPECT_EQ(must(database->users()), std::vector{ada});
    // Without a subject there may be many, and a name may change its letters.
    EXPECT_TRUE(database->put(someUser(2, "Bob")));
    EXPECT_TRUE(database->put(someUser(3, "Cid")));
    EXPECT_TRUE(database->put(someUser(3, "CID")));
}

TEST_P(DatabaseContract, EndedLoginsAreForgotten)
{
    auto const database = open();
    for (std::int64_t i = 1; i <= 3; ++i) {
        LoginRecord login;
        login.id = std::to_string(i);
        login.expires = Timestamp(i * 10);
        ASSERT_TRUE(database->put(login));
    }
    EXPECT_EQ(must(database->forgetLogins(Timestamp(30))), 2U);
    EXPECT_EQ(must(database->logins()).size(), 1U);
}

TEST_P(DatabaseContract, WhatIsNoTextIsStoredAllTheSame)
{
    auto const database = open();
    LoginRecord login;
    login.id = "1";
    login.userAgent = std::string("a\0b\xFF\xC0\x80\xED\xA0\x80z", 10);
    ASSERT_TRUE(database->put(login));
    auto const logins = must(database->logins());
    ASSERT_EQ(logins.size(), 1U);
    EXPECT_EQ(logins[0].userAgent.substr(0, 4), "a\xEF\xBF\xBD");
    EXPECT_EQ(logins[0].userAgent.back(), 'z');
}

TEST_P(DatabaseContract, EveryOlderSchemaBecomesTheNewest)
{
    for (std::size_t step = 0; step < migrations().size(); ++step) {
        SetUp();
        if (GetParam() == Backend::Sqlite) {
            std::filesystem::remove(settings().file);
        }
        int const version = migrations()[step].number;
        EXPECT_EQ(version, static_cast<int>(step) + 1);
        {
            auto const connection = connect();
            ASSERT_TRUE(migrate(*connection, version));
            EXPECT_EQ(must(schemaVersion(*connection)), version);
            ASSERT_TRUE(connection->query("INSERT INTO logins VALUES ('1', 2, 'h', 3, 4, 5, 'a', 'u', 0)"));
        }
        auto const database = open();
        EXPECT_EQ(must(database->logins()).size(), 1U);
        EXPECT_EQ(must(database->projection()), ProjectionState());
        EXPECT_TRUE(database->store({{}, {TickRow{"V", "S", Timestamp(1'700'000'000'000'000'000), 1}}, {}}));
        EXPECT_EQ(must(schemaVersion(*connect())), migrations().back().number);
    }
}

TEST_P(DatabaseContract, ANewerSchemaIsRefusedUntouched)
{
    {
        auto const connection = connect();
        ASSERT_TRUE(migrate(*connection));
        ASSERT_TRUE(connection->query("INSERT INTO schema_version VALUES (99, 'of tomorrow')"));
    }
    auto const refused = Database::open(settings());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DatabaseVersion);
    EXPECT_NE(refused.error().detail.find("99"), std::string::npos);
}

TEST_P(DatabaseContract, AMigrationHappensAsAWhole)
{
    auto const connection = connect();
    ASSERT_TRUE(migrate(*connection, 1));
    // In the way of the second step's end.
    ASSERT_TRUE(connection->script("CREATE TABLE balances (x INTEGER)"));
    EXPECT_FALSE(migrate(*connection));
    EXPECT_EQ(must(schemaVersion(*connection)), 1);
    ASSERT_TRUE(connection->script("DROP TABLE balances"));
    EXPECT_TRUE(migrate(*connection));
}

TEST_P(DatabaseContract, ABatchIsWrittenOnceAndWhole)
{
    auto const database = open();
    auto batch = batchOf(0, 7);
    Instrument instrument;
    instrument.id = InstrumentId(3);
    instrument.venue = "SIM-A";
    instrument.symbol = "BTC-USDT";
    instrument.base = AssetName("BTC");
    instrument.priceScale = 2;
    instrument.makerFee = FeeRate(-5);
    instrument.minNotional = Amount(5) * pow10(18);
    instrument.latency = milliseconds(3);
    batch.instruments = {instrument};
    batch.accounts = {{AccountId(1), Timestamp(5)}};
    batch.orders = {someOrder(1), someOrder(2)};
    batch.fills = {someFill(1), someFill(2)};
    batch.rejects = {
        {5, AccountId(1), true, ClOrdId("a"), ClOrdId("b"), "", "", Timestamp(1), 5001, "no such order"}};
    batch.positions = {
        {AccountId(1),
         "SIM-A",
         "BTC-USDT",
         Amount(-3),
         Amount(4),
         Amount(5),
         Amount(6),
         Amount(7),
         AssetName("USDT"),
         Timestamp(8)}};
    batch.balances = {{AccountId(1), AssetName("USDT"), Amount(pow10(18)), Timestamp(9)}};
    ASSERT_TRUE(database->apply(batch));
    ProjectionState const state{7, batch.hash, Timestamp(7)};
    EXPECT_EQ(must(database->projection()), state);
    auto const again = database->apply(batch);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::DatabaseFailed);

    EXPECT_EQ(must(database->projection()), state);
    EXPECT_EQ(must(database->runInstruments()), batch.instruments);
    EXPECT_EQ(must(database->accounts()), batch.accounts);
    EXPECT_EQ(must(database->orders({AccountId(1)})), (std::vector{someOrder(2), someOrder(1)}));
    EXPECT_EQ(must(database->fills({AccountId(1)})), (std::vector{someFill(2), someFill(1)}));
    EXPECT_EQ(must(database->rejects(AccountId(1), 0, 10)), batch.rejects);
    EXPECT_EQ(must(database->positions(AccountId(1))), batch.positions);
    EXPECT_EQ(must(database->balances(AccountId(1))), batch.balances);

    auto next = batchOf(7, 8);
    next.newRun = true;
    ASSERT_TRUE(database->apply(next));
    EXPECT_TRUE(must(database->runInstruments()).empty());
    ASSERT_TRUE(database->forgetProjection());
    EXPECT_EQ(must(database->projection()), ProjectionState());
    EXPECT_TRUE(must(database->orders({AccountId(1)})).empty());
    EXPECT_TRUE(database->apply(batch));
}

TEST_P(DatabaseContract, ABatchThatCannotBeWrittenLeavesNothing)
{
    auto const database = open();
    auto const connection = connect();
    ASSERT_TRUE(connection->script("DROP TABLE positions"));
    auto batch = batchOf(0, 3);
    batch.orders = {someOrder(1)};
    batch.positions.resize(1);
    EXPECT_FALSE(database->apply(batch));
    EXPECT_EQ(must(database->projection()), ProjectionState());
    EXPECT_TRUE(must(database->orders({AccountId(1)})).empty());
}

// Large ones go another way into PostgreSQL; an order may be in one several times.
TEST_P(DatabaseContract, LargeBatchesAreAsSmallOnes)
{
    auto const database = open();
    auto batch = batchOf(0, 1000);
    for (std::uint64_t i = 1; i <= 500; ++i) {
        auto early = someOrder(i);
        early.status = OrdStatus::New;
        batch.orders.push_back(early);
        batch.fills.push_back(someFill(i));
    }
    for (std::uint64_t i = 1; i <= 500; ++i) {
        batch.orders.push_back(someOrder(i));
    }
    ASSERT_TRUE(database->apply(batch));
    auto later = batchOf(1000, 1001);
    for (std::uint64_t i = 400; i <= 600; ++i) {
        later.orders.push_back(someOrder(i));
        later.fills.push_back(someFill(i));
    }
    ASSERT_TRUE(database->apply(later));
    auto const orders = must(database->orders({.account = AccountId(1), .limit = 10'000}));
    auto const fills = must(database->fills({.account = AccountId(1), .limit = 10'000}));
    ASSERT_EQ(orders.size(), 600U);
    ASSERT_EQ(fills.size(), 600U);
    for (std::uint64_t i = 1; i <= 600; ++i) {
        EXPECT_EQ(orders[600 - i], someOrder(i));
        EXPECT_EQ(fills[600 - i], someFill(i));
    }
}

TEST_P(DatabaseContract, OrdersAndFillsAreFoundPageByPage)
{
    auto const database = open();
    auto batch = batchOf(0, 1);
    for (std::uint64_t i = 1; i <= 20; ++i) {
        batch.orders.push_back(someOrder(i));
        batch.fills.push_back(someFill(i));
    }
    ASSERT_TRUE(database->apply(batch));
    auto const ids = [&](OrderQuery const& query) {
        std::vector<std::uint64_t> found;
        for (auto const& order : must(database->orders(query))) {
            found.push_back(order.orderId.value);
        }
        return found;
    };
    using Ids = std::vector<std::uint64_t>;
    EXPECT_EQ(ids({.account = AccountId(1), .limit = 3}), (Ids{20, 19, 18}));
    EXPECT_EQ(ids({.account = AccountId(1), .before = OrderId(18), .limit = 2}), (Ids{17, 16}));
    EXPECT_EQ(ids({.account = AccountId(1), .status = OrdStatus::Filled, .limit = 2}), (Ids{18, 15}));
    EXPECT_EQ(ids({.account = AccountId(1), .working = true, .limit = 3}), (Ids{20, 19, 17}));
    EXPECT_EQ(ids({.account = AccountId(1), .symbol = "ETH-USDT", .limit = 2}), (Ids{19, 17}));
    EXPECT_EQ(ids({.account = AccountId(2)}), Ids{});
    EXPECT_EQ(ids({.account = AccountId(1), .order = OrderId(7)}), Ids{7});
    EXPECT_EQ(ids({.account = AccountId(2), .order = OrderId(7)}), Ids{}) << "another's";
    EXPECT_EQ(ids({.account = AccountId(1), .clOrdId = someOrder(9).clOrdId}), Ids{9});
    EXPECT_EQ(ids({.account = AccountId(1), .limit = 1, .venue = someOrder(20).venue}), Ids{20});
    EXPECT_EQ(ids({.account = AccountId(1), .venue = "NOWHERE"}), Ids{});

    auto const execs = [&](FillQuery const& query) {
        Ids found;
        for (auto const& fill : must(database->fills(query))) {
            found.push_back(fill.execId.value);
        }
        return found;
    };
    EXPECT_EQ(execs({.account = AccountId(1), .order = OrderId(3)}), (Ids{5, 4}));
    EXPECT_EQ(
        execs({.account = AccountId(1), .from = someFill(4).time, .until = someFill(7).time}), (Ids{6, 5, 4})
    );
    EXPECT_EQ(execs({.account = AccountId(1), .before = ExecId(3)}), (Ids{2, 1}));
    EXPECT_EQ(execs({.account = AccountId(1), .symbol = "BTC-USDT", .limit = 2}), (Ids{20, 18}));
}

TEST_P(DatabaseContract, CandlesTicksAndGapsComeBackInOrder)
{
    auto const database = open();
    MarketBatch batch;
    const Timestamp begin(1'767'225'600'000'000'000 - 60'000'000'000); // a minute before a new year
    for (int i = 0; i < 200; ++i) {
        auto const time = begin + seconds(i);
        batch.candles.push_back(
            {"SIM-A",
             "BTC-USDT",
             CandleInterval::Sec1,
             time,
             Amount(i),
             Amount(i + 2),
             Amount(i - 2),
             Amount(i + 1),
             Amount(pow10(18)),
             Amount(5),
             Amount(6),
             7,
             i == 3}
        );
        batch.ticks.push_back(
            {"SIM-A",
             "BTC-USDT",
             time,
             static_cast<std::uint64_t>(i),
             Amount(i),
             Amount(1),
             Side::Sell,
             9,
             Timestamp::min()}
        );
    }
    batch.ticks.push_back({"SIM-A", "BTC-USDT", begin, 1000, Amount(1), Amount(1), Side::Buy, 0, begin});
    batch.gaps.push_back({"SIM-A", "BTC-USDT", "ticks", begin + seconds(10), begin + seconds(20), 4});
    ASSERT_TRUE(database->store(batch));
    ASSERT_TRUE(database->store(batch)); // twice is once

    SeriesQuery query{"SIM-A", "BTC-USDT"};
    EXPECT_EQ(must(database->candles(query, CandleInterval::Sec1)), batch.candles);
    EXPECT_TRUE(must(database->candles(query, CandleInterval::Min1)).empty());
    auto ticks = must(database->ticks(query));
    ASSERT_EQ(ticks.size(), 201U);
    EXPECT_EQ(ticks[0], batch.ticks[0]);
    EXPECT_EQ(ticks[1], batch.ticks[200]);
    EXPECT_EQ(ticks[200], batch.ticks[199]);
    query.from = begin + seconds(59);
    query.until = begin + seconds(61);
    auto const twoCandles = must(database->candles(query, CandleInterval::Sec1));
    ASSERT_EQ(twoCandles.size(), 2U);
    EXPECT_EQ(twoCandles[0].start, query.from);
    EXPECT_EQ(must(database->ticks(query)).size(), 2U);
    EXPECT_TRUE(must(database->gaps(query)).empty());
    query.from = begin + seconds(20);
    EXPECT_EQ(must(database->gaps(query)), batch.gaps);
    query.limit = 1;
    EXPECT_EQ(must(database->ticks(query)).size(), 1U);

    auto late = batch.candles[5];
    late.close = Amount(1'000);
    ASSERT_TRUE(database->store({{late}, {}, {}}));
    query = {"SIM-A", "BTC-USDT", late.start, late.start + seconds(1)};
    EXPECT_EQ(must(database->candles(query, CandleInterval::Sec1)), std::vector{late});
}

// As the gateway's threads, Identity and the projector do.
TEST_P(DatabaseContract, SeveralWriteAtOnce)
{
    auto const first = open();
    auto const second = open();
    std::thread other([&] {
        for (std::uint64_t i = 1; i <= 50; ++i) {
            auto const done = second->put(someUser(i, "user" + std::to_string(i)));
            EXPECT_TRUE(done) << done.error().message();
        }
    });
    for (std::uint64_t i = 1; i <= 50; ++i) {
        auto batch = batchOf(i - 1, i);
        batch.orders = {someOrder(i)};
        auto const done = first->apply(batch);
        EXPECT_TRUE(done) << done.error().message();
    }
    other.join();
    EXPECT_EQ(must(first->users()).size(), 50U);
    EXPECT_EQ(must(second->orders({AccountId(1)})).size(), 50U);
}

INSTANTIATE_TEST_SUITE_P(, DatabaseContract, bothBackends, nameOfBackend);

} // namespace qob::test
