// A session with a journal, on its own thread: what is told waits for the disk, the engine does not; a
// program that is really killed has told nothing that is not there.

#include "engine/session/local_session.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/order_kit.h"
#include "tests/support/recorder.h"
#include "tests/support/scripted_market.h"
#include "tests/support/temporary_directory.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace qob {
namespace {

using namespace test;

constexpr AccountId anna(2);
constexpr InstrumentId btc(1);

// Syncs of data and mark wait while the gate is shut.
class Gate {
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_open; });
    }

    void set(bool open)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = open;
        }
        m_opened.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = true;
};

NewOrderSingle restingBuy(std::string const& clOrdId)
{
    NewOrderSingle order;
    order.clOrdId = ClOrdId(clOrdId);
    order.instrument = btc;
    order.side = Side::Buy;
    order.price = Price(300'000);
    order.orderQty = Qty(10);
    return order;
}

bool has(std::vector<Event> const& events, std::string_view clOrdId, ExecType type)
{
    return std::any_of(events.begin(), events.end(), [&](Event const& event) {
        const auto* report = std::get_if<ExecutionReport>(&event.payload);
        return report != nullptr && report->clOrdId.view() == clOrdId && report->execType == type;
    });
}

class DurableSession : public testing::Test {
protected:
    ~DurableSession() override { gate.set(true); }

    void open(OrderPromise promise, std::size_t bytes = 64U << 10U)
    {
        files.setHook([this](DiskCall call, std::string_view) {
            if (call == DiskCall::Sync) {
                gate.pass();
            }
            bool const fails = call == DiskCall::Sync && syncFails;
            return fails ? std::optional(ErrorCode::JournalIoFailed) : std::nullopt;
        });
        auto journaling = orderSettings(Durability::Group, promise);
        journaling.journal.segmentBytes = bytes;
        journaling.journal.bufferBytes = bytes;
        auto journal = OrderJournal::open(files, journaling);
        ASSERT_TRUE(journal) << journal.error().message();
        LocalSessionSettings settings;
        settings.speed = 20.0;
        settings.journal = std::move(*journal);
        engine = std::make_unique<LocalSession>(simSequencer(log), clock, log, std::move(settings));
        annas = engine->accountSession(anna);
        Recorder depth;
        auto const subscription = engine->subscribe({TopicKind::Depth, btc}, depth);
        ASSERT_TRUE(depth.waitForCount(1));
    }

    // A while in which the market went on, so the engine's thread did, too.
    void watchTheMarketMove()
    {
        Recorder market;
        auto const subscription = engine->subscribe({TopicKind::Market, {}}, market);
        ASSERT_TRUE(market.waitForCount(4));
    }

    Gate gate;
    std::atomic<bool> syncFails = false;
    FaultyFileSystem files;
    SystemClock clock;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    std::unique_ptr<LocalSession> engine;
    std::unique_ptr<Session> annas;
};

TEST_F(DurableSession, TellsWhenItIsDurableWhileTheEngineGoesOn)
{
    open(OrderPromise::Durable);
    Recorder orders;
    Recorder account;
    auto const one = annas->subscribe({TopicKind::Orders, {}}, orders);
    auto const two = annas->subscribe({TopicKind::Account, {}}, account);
    ASSERT_TRUE(orders.waitForCount(1));
    ASSERT_TRUE(account.waitForCount(1));
    gate.set(false);
    ASSERT_EQ(annas->submit(restingBuy("o")), SubmitResult::Accepted);
    watchTheMarketMove();
    EXPECT_EQ(orders.events().size(), 1U);
    for (auto const& report : account.payloads<AccountReport>()) {
        for (auto const& balance : report.balances) {
            EXPECT_EQ(balance.held, Amount(0)) << "money that an order holds tells of the order";
        }
    }
    Recorder late; // a snapshot tells of it, too
    auto const three = annas->subscribe({TopicKind::Orders, {}}, late);
    watchTheMarketMove();
    EXPECT_TRUE(late.events().empty());
    gate.set(true);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return has(e, "o", ExecType::New); }));
    ASSERT_TRUE(late.waitForCount(1));
    ASSERT_TRUE(account.waitFor([](auto const& events) {
        auto const& balances = std::get<AccountReport>(events.back().payload).balances;
        return std::any_of(balances.begin(), balances.end(), [](Balance const& balance) {
            return balance.held > Amount(0);
        });
    }));
    auto const events = orders.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_EQ(events[i].sequence, i + 1);
    }
    auto const list = late.payloads<OrderList>().front();
    ASSERT_EQ(list.orders.size(), 1U);
}

// Who comes after the disk has failed, and who waited for it, must hear that nothing is taken any more.
TEST_F(DurableSession, AfterTheJournalFailedARefusalIsHeardByThoseWhoComeLater)
{
    open(OrderPromise::Durable);
    Recorder orders;
    auto const one = annas->subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    ASSERT_EQ(annas->submit(restingBuy("kept")), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return has(e, "kept", ExecType::New); }));
    gate.set(false);
    ASSERT_EQ(annas->submit(restingBuy("lost")), SubmitResult::Accepted);
    watchTheMarketMove();
    Recorder waits;
    auto const two = annas->subscribe({TopicKind::Orders, {}}, waits);
    Recorder notices;
    auto const three = annas->subscribe({TopicKind::Notices, {}}, notices);
    watchTheMarketMove();
    EXPECT_TRUE(waits.events().empty());
    syncFails = true;
    gate.set(true);
    ASSERT_TRUE(notices.waitFor([](std::vector<Event> const& events) {
        auto const* list = std::get_if<NoticeList>(&events.back().payload);
        return list != nullptr && !list->notices.empty() &&
               list->notices.back().level == Notice::Level::Error;
    }));
    Recorder later;
    auto const four = annas->subscribe({TopicKind::Orders, {}}, later);
    ASSERT_TRUE(later.waitForCount(1));
    ASSERT_TRUE(waits.waitForCount(1));
    ASSERT_EQ(annas->submit(restingBuy("refused")), SubmitResult::Accepted);
    for (Recorder const* who : {&orders, &waits, &later}) {
        ASSERT_TRUE(who->waitFor([](auto const& e) { return has(e, "refused", ExecType::Rejected); }));
        EXPECT_FALSE(has(who->events(), "lost", ExecType::New));
    }
    for (Recorder const* who : {&waits, &later}) {
        auto const list = who->payloads<OrderList>().front();
        ASSERT_EQ(list.orders.size(), 1U);
        EXPECT_EQ(list.orders[0].clOrdId, ClOrdId("kept"));
    }
    for (auto const& report : later.payloads<ExecutionReport>()) {
        EXPECT_EQ(report.reason->code, ErrorCode::JournalIoFailed);
    }
}

TEST_F(DurableSession, MatchedTellsAtOnceAndJournalsBehind)
{
    open(OrderPromise::Matched);
    Recorder orders;
    auto const subscription = annas->subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    gate.set(false);
    ASSERT_EQ(annas->submit(restingBuy("o")), SubmitResult::Accepted);
    ASSERT_TRUE(orders.waitFor([](auto const& e) { return has(e, "o", ExecType::New); }));
    gate.set(true);
    engine->close();
    auto const found = journaled(files);
    for (auto const& report : orders.payloads<ExecutionReport>()) {
        EXPECT_TRUE(report.execType == ExecType::OrderStatus || found.reports.contains(report.execId));
    }
}

// A disk that stands still stops the requests, not the market; none of those that were accepted is refused.
TEST_F(DurableSession, ASlowDiskMakesRequestsWaitAndRefusesNone)
{
    open(OrderPromise::Durable, 1U << 20U);
    Recorder orders;
    auto const subscription = annas->subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    gate.set(false);
    std::size_t accepted = 0;
    for (auto result = SubmitResult::Accepted; accepted < 50'000;) {
        auto order = restingBuy(std::to_string(accepted));
        order.timeInForce = TimeInForce::ImmediateOrCancel;
        result = annas->submit(order);
        if (result == SubmitResult::Busy) {
            break;
        }
        ++accepted;
    }
    EXPECT_LT(accepted, 50'000U);
    EXPECT_GT(accepted, 100U);
    watchTheMarketMove();
    gate.set(true);
    auto const name = std::to_string(accepted - 1);
    ASSERT_TRUE(orders.waitFor([&, at = std::size_t{0}](auto const& events) mutable {
        bool found = false;
        for (; at < events.size() && !found; ++at) {
            found = has({events[at]}, name, ExecType::PendingNew);
        }
        return found;
    }));
    std::set<std::string> pending;
    for (auto const& report : orders.payloads<ExecutionReport>()) {
        EXPECT_NE(report.ordStatus, OrdStatus::Rejected) << report.reason->message();
        if (report.execType == ExecType::PendingNew) {
            pending.insert(report.clOrdId.text());
        }
    }
    EXPECT_EQ(pending.size(), accepted);
}

TEST_F(DurableSession, ClosingMakesEverythingDurableAndTellsIt)
{
    open(OrderPromise::Durable);
    Recorder orders;
    auto const subscription = annas->subscribe({TopicKind::Orders, {}}, orders);
    ASSERT_TRUE(orders.waitForCount(1));
    gate.set(false);
    ASSERT_EQ(annas->submit(restingBuy("o")), SubmitResult::Accepted);
    watchTheMarketMove();
    gate.set(true);
    engine->close();
    EXPECT_TRUE(has(orders.events(), "o", ExecType::PendingNew));
    files.losePower();
    auto const recovered = readOrders(files, orderDirectory, MarketKind::Sim);
    ASSERT_TRUE(recovered) << recovered.error().message();
    EXPECT_EQ(recovered->accounts.at(anna).orders.size(), 1U);
    EXPECT_TRUE(recovered->accounts.at(anna).names.contains(ClOrdId("o")));
}

// Instruments are known again by venue and symbol; a position in one that the market has not stays.
TEST(DurableOrders, PositionsFollowTheirInstrumentWhateverItsId)
{
    FaultyFileSystem files;
    auto settings = orderSettings();
    settings.market = MarketKind::Replay;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    SystemClock clock;
    auto const sessionOn = [&](Instrument const& instrument, bool trade) {
        auto market = std::make_unique<ScriptedMarket>(instrument);
        ScriptedMarket& hand = *market;
        TradingSettings trading;
        trading.deposits = parseDeposits("USDT=100000").value();
        trading.paperLatency = Duration(0);
        auto sequencer = std::make_unique<Sequencer>(std::move(market), nullptr, trading, log);
        auto journal = OrderJournal::open(files, settings);
        EXPECT_TRUE(journal) << journal.error().message();
        auto past = (*journal)->takeRecovered();
        sequencer->restore(past.accounts, std::move(past.instruments));
        std::atomic<bool> someLeft{false};
        Publisher publisher(*sequencer, someLeft);
        DurableOutput durable(**journal, *sequencer, publisher, hand.now);
        sequencer->setOutput(durable);
        OrderSink sink;
        publisher.add(std::make_shared<Subscriber>(anna, Topic{TopicKind::Orders, {}}, sink, someLeft));
        Recorder listed;
        publisher.add(std::make_shared<Subscriber>(anna, Topic{TopicKind::Instruments, {}}, listed, someLeft)
        );
        sequencer->openAccount(anna);
        publisher.showStrangers();
        publisher.publish({}, Duration(0));
        sequencer->onInstrument(hand.instrument());
        hand.setState(*sequencer, FeedState::Live);
        hand.show(*sequencer, Side::Sell, 1010, 40);
        publisher.publish({}, Duration(0));
        if (trade) {
            NewOrderSingle buy;
            buy.clOrdId = ClOrdId("buy");
            buy.instrument = instrument.id;
            buy.price = Price(1010);
            buy.orderQty = Qty(30);
            sequencer->apply(anna, buy, hand.now);
            sequencer->advance(hand.now);
            durable.settle(hand.now);
        }
        auto const position = sequencer->account(anna).positions.at(0);
        EXPECT_EQ(position.net, Qty(30));
        EXPECT_NE(sequencer->instrument(position.instrument), nullptr);
        EXPECT_EQ(sequencer->orders(anna).snapshot().fills.at(0).instrument, position.instrument);
        // Nor does a list of instruments go on with a stranger that is known now.
        std::map<InstrumentId, Instrument> known;
        for (Event const& event : listed.events()) {
            if (event.snapshot) {
                known.clear();
            }
            if (auto const* list = std::get_if<InstrumentList>(&event.payload)) {
                for (Instrument const& one : list->instruments) {
                    known[one.id] = one;
                }
            }
        }
        auto const& held = *sequencer->instrument(position.instrument);
        EXPECT_EQ(
            std::count_if(
                known.begin(), known.end(), [&](auto const& one) { return isSameContract(one.second, held); }
            ),
            1
        );
        // Whoever had the list before the market showed the instrument got it anew.
        EXPECT_EQ(sink.lists.back().fills.size(), trade ? 0U : 1U);
        if (!trade) {
            EXPECT_EQ(sink.lists.back().fills.at(0).instrument, position.instrument);
        }
        return position.instrument;
    };
    auto instrument = ScriptedMarket::btc();
    EXPECT_EQ(sessionOn(instrument, true), InstrumentId(1));
    instrument.id = InstrumentId(77);
    instrument.takerFee = FeeRate(99'999);
    EXPECT_EQ(sessionOn(instrument, false), InstrumentId(77));
    auto other = instrument;
    other.symbol = "ETHUSDT";
    EXPECT_EQ(sessionOn(other, false), firstStranger);
    auto finer = instrument; // its quantities count something else
    finer.qtyScale = 5;
    EXPECT_EQ(sessionOn(finer, false), firstStranger);
    EXPECT_EQ(sessionOn(instrument, false), InstrumentId(77));
}

// The margin of a position stays held, what a working order held is free again.
TEST(DurableOrders, MarginStaysAndHoldsGo)
{
    FaultyFileSystem files;
    auto settings = orderSettings();
    settings.market = MarketKind::Replay;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    TradingSettings trading;
    trading.deposits = parseDeposits("USDT=100000").value();
    trading.paperLatency = Duration(0);
    const AssetName usdt("USDT");
    Amount total;
    Amount margin;
    {
        auto market = std::make_unique<ScriptedMarket>(ScriptedMarket::btc(ContractKind::Linear));
        ScriptedMarket& hand = *market;
        Sequencer sequencer(std::move(market), nullptr, trading, log);
        auto journal = OrderJournal::open(files, settings).value();
        std::atomic<bool> someLeft{false};
        Publisher publisher(sequencer, someLeft);
        DurableOutput durable(*journal, sequencer, publisher, hand.now);
        sequencer.setOutput(durable);
        sequencer.onInstrument(hand.instrument());
        hand.setState(sequencer, FeedState::Live);
        hand.show(sequencer, Side::Sell, 1010, 40);
        hand.show(sequencer, Side::Buy, 1000, 40);
        auto const send = [&](char const* id, Side side, std::int64_t price, std::int64_t qty) {
            NewOrderSingle order;
            order.clOrdId = ClOrdId(id);
            order.instrument = btc;
            order.side = side;
            order.price = Price(price);
            order.orderQty = Qty(qty);
            sequencer.apply(anna, order, hand.now);
            sequencer.advance(hand.now);
            durable.settle(hand.now);
        };
        send("open", Side::Buy, 1010, 30);
        send("reduce", Side::Sell, 1000, 10);
        send("rests", Side::Buy, 900, 50);
        auto const& ledger = sequencer.ledger(anna);
        total = ledger.balance(usdt, LedgerAccount::Free) + ledger.balance(usdt, LedgerAccount::Held);
        margin = sequencer.portfolio(anna).margin(usdt);
        EXPECT_GT(margin, Amount(0));
        EXPECT_GT(ledger.balance(usdt, LedgerAccount::Held), margin);
        durable.finish(hand.now);
    }
    auto const recovered = readOrders(files, orderDirectory, MarketKind::Replay);
    ASSERT_TRUE(recovered) << recovered.error().message();
    Portfolio portfolio({});
    portfolio.restore(recovered->accounts.at(anna).portfolio);
    EXPECT_EQ(portfolio.ledger().balance(usdt, LedgerAccount::Held), margin);
    EXPECT_EQ(portfolio.ledger().balance(usdt, LedgerAccount::Free), total - margin);
    EXPECT_EQ(portfolio.margin(usdt), margin);
    EXPECT_EQ(portfolio.netOf(firstStranger), Qty(20));
    EXPECT_TRUE(portfolio.ledger().sumsToDeposits());
}

TEST(DurableOrders, AStrangerIsToldOfAfterAWhile)
{
    FaultyFileSystem files;
    auto settings = orderSettings();
    {
        auto journal = OrderJournal::open(files, settings);
        ASSERT_TRUE(journal);
        auto gone = ScriptedMarket::btc();
        ASSERT_TRUE((*journal)->begin(simStart));
        ASSERT_TRUE((*journal)->append(AccountOpened{anna, testDeposits()}, simStart));
        ASSERT_TRUE((*journal)->nameInstrument(gone, simStart));
        ASSERT_TRUE((*journal)->makeDurable());
    }
    auto journal = OrderJournal::open(files, settings);
    ASSERT_TRUE(journal) << journal.error().message();
    SystemClock clock;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    LocalSessionSettings session;
    session.journal = std::move(*journal);
    session.strangersAfter = Duration(0);
    LocalSession engine(simSequencer(log), clock, log, std::move(session));
    Recorder instruments;
    auto const subscription = engine.subscribe({TopicKind::Instruments, {}}, instruments);
    ASSERT_TRUE(instruments.waitFor([](auto const& events) {
        return std::any_of(events.begin(), events.end(), [](Event const& event) {
            auto const& all = std::get<InstrumentList>(event.payload).instruments;
            return std::any_of(all.begin(), all.end(), [](Instrument const& one) {
                return one.id == firstStranger && one.venue == "TEST" && one.symbol == "BTCUSDT";
            });
        });
    }));
}

// Writes the id of each report it is told to a pipe, eight bytes each.
class PipeSink final : public EventSink {
public:
    explicit PipeSink(int pipe) : m_pipe(pipe) {}

    bool onEvent(Event const& event) override
    {
        auto const* report = std::get_if<ExecutionReport>(&event.payload);
        if (report != nullptr && report->execType != ExecType::OrderStatus) {
            const std::uint64_t id = report->execId.value;
            if (::write(m_pipe, &id, sizeof id) != sizeof id) {
                std::_Exit(3);
            }
        }
        return true;
    }

private:
    int m_pipe;
};

// Trades in three accounts until it is killed.
[[noreturn]] void tradeUntilKilled(std::string const& directory, int pipe, int life)
{
    PosixFileSystem files;
    SystemClock clock;
    Log log{LogSettings{.consoleLevel = LogLevel::Off}};
    auto settings = orderSettings(Durability::Group);
    settings.directory = directory;
    auto journal = OrderJournal::open(files, settings);
    if (!journal) {
        std::_Exit(4);
    }
    LocalSessionSettings session;
    session.speed = 50.0;
    session.journal = std::move(*journal);
    LocalSession engine(simSequencer(log), clock, log, std::move(session));
    PipeSink sink(pipe);
    auto const everybody = engine.accountSession(AccountId(0));
    auto const subscription = everybody->subscribe({TopicKind::Orders, {}}, sink);
    std::vector<std::unique_ptr<Session>> sessions;
    for (std::uint32_t account = 1; account <= 3; ++account) {
        sessions.push_back(engine.accountSession(AccountId(account)));
    }
    Recorder depth;
    auto const watching = engine.subscribe({TopicKind::Depth, btc}, depth);
    static_cast<void>(depth.waitForCount(1));
    for (int i = 0;; ++i) {
        auto order = restingBuy(std::to_string(life) + "-" + std::to_string(i));
        order.orderQty = Qty(1);
        order.ordType = i % 3 == 0 ? OrdType::Market : OrdType::Limit;
        order.side = i % 2 == 0 ? Side::Buy : Side::Sell;
        order.price = i % 2 == 0 ? Price(300'000) : Price(900'000);
        while (sessions[static_cast<std::size_t>(i % 3)]->submit(order) != SubmitResult::Accepted) {
            ::usleep(1000);
        }
        ::usleep(200);
    }
}

// Starts one, and kills it when it has told of so many reports; adds what it told.
void runAndKill(std::string const& directory, int life, std::size_t after, std::set<ExecId>& told)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::close(ends[0]);
        tradeUntilKilled(directory, ends[1], life);
    }
    ::close(ends[1]);
    std::size_t count = 0;
    for (std::uint64_t id = 0; ::read(ends[0], &id, sizeof id) == sizeof id;) {
        told.insert(ExecId(id));
        if (++count == after) {
            ::kill(child, SIGKILL);
        }
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
}

TEST(DurableOrders, AKilledProgramHasToldNothingThatIsNotThere)
{
    Rng rng(2);
    for (int run = 0; run < 3 && !testing::Test::HasFailure(); ++run) {
        SCOPED_TRACE(run);
        TemporaryDirectory const directory;
        std::set<ExecId> told;
        for (int life = 0; life < 3; ++life) {
            runAndKill(directory.path(), life, static_cast<std::size_t>(rng.between(5, 400)), told);
            PosixFileSystem files;
            auto const found = journaled(files, directory.path());
            for (const ExecId id : told) {
                EXPECT_TRUE(found.reports.contains(id)) << id.value;
            }
            auto const recovered = readOrders(files, directory.path(), MarketKind::Sim);
            ASSERT_TRUE(recovered) << recovered.error().message();
            for (auto const& [id, account] : recovered->accounts) {
                Portfolio portfolio({});
                portfolio.restore(account.portfolio);
                EXPECT_TRUE(portfolio.ledger().sumsToDeposits());
            }
        }
        EXPECT_GT(told.size(), 12U);
    }
}

} // namespace
} // namespace qob
