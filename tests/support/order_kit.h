#pragma once

// What the tests of the order journal share: an engine that is moved by hand, its sinks, and looking at what
// a journal holds.

#include "engine/base/rng.h"
#include "engine/session/durable_output.h"
#include "tests/support/faulty_file_system.h"
#include "tests/support/sim_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace qob::test {

inline std::string const orderDirectory = "orders";

// Small enough that a test sees several segments.
inline OrderJournalSettings
orderSettings(Durability durability = Durability::Sync, OrderPromise promise = OrderPromise::Durable)
{
    OrderJournalSettings settings;
    settings.directory = orderDirectory;
    settings.promise = promise;
    settings.journal.durability = durability;
    settings.journal.segmentBytes = 64U << 10U;
    settings.journal.reserveBytes = 16U << 10U;
    settings.journal.bufferBytes = 64U << 10U;
    return settings;
}

// Keeps what an Orders subscription was told.
class OrderSink final : public EventSink {
public:
    bool onEvent(Event const& event) override
    {
        if (auto const* list = std::get_if<OrderList>(&event.payload)) {
            lists.push_back(*list);
        } else if (auto const* report = std::get_if<ExecutionReport>(&event.payload)) {
            reports.push_back(*report);
        } else if (auto const* reject = std::get_if<OrderCancelReject>(&event.payload)) {
            rejects.push_back(*reject);
        } else if (auto const* account = std::get_if<AccountReport>(&event.payload)) {
            accounts.push_back(*account);
        } else if (auto const* notices = std::get_if<NoticeList>(&event.payload)) {
            notes.insert(notes.end(), notices->notices.begin(), notices->notices.end());
        }
        return true;
    }

    std::vector<OrderList> lists;
    std::vector<ExecutionReport> reports;
    std::vector<OrderCancelReject> rejects;
    std::vector<AccountReport> accounts;
    std::vector<Notice> notes;
};

// What a session is made of but for its thread: the simulated market, orders, journal, publisher.
class HandEngine {
public:
    HandEngine(std::unique_ptr<OrderJournal> opened, Timestamp from) : journal(std::move(opened)), now(from)
    {
        auto market = std::make_unique<SimMarket>(SimSettings{7, from, Duration(0)});
        SimMarket& venue = *market;
        TradingSettings settings;
        settings.deposits = testDeposits();
        sequencer = std::make_unique<Sequencer>(std::move(market), &venue, settings, m_log);
        auto past = journal->takeRecovered();
        sequencer->restore(past.accounts, std::move(past.instruments));
        publisher = std::make_unique<Publisher>(*sequencer, m_someLeft);
        durable = std::make_unique<DurableOutput>(*journal, *sequencer, *publisher, now);
        publisher->setDiscretion(*durable);
        sequencer->setOutput(*durable);
        sequencer->dropAll({ErrorCode::SessionClosed, {}}, now);
        step(seconds(2));
    }

    void listen(AccountId account, TopicKind kind, EventSink& sink)
    {
        publisher->add(std::make_shared<Subscriber>(account, Topic{kind, {}}, sink, m_someLeft));
    }

    void step(Duration length)
    {
        now += length;
        sequencer->advance(now);
        durable->settle(now);
        m_steady += seconds(1);
        publisher->publish({.now = now}, m_steady);
        durable->settle(now);
    }

    // As the session does with what is submitted.
    void submit(AccountId account, Command const& command)
    {
        if (auto const refusal = durable->refusalOf(command)) {
            sequencer->refuse(account, command, *refusal, now);
        } else {
            sequencer->apply(account, command, now);
        }
    }

    [[nodiscard]] NewOrderSingle
    order(std::string const& id, Side side, std::int64_t ticksInside, std::int64_t qty) const
    {
        auto const* item = sequencer->history().find(InstrumentId(1));
        NewOrderSingle made;
        made.clOrdId = ClOrdId(id);
        made.instrument = InstrumentId(1);
        made.side = side;
        made.price =
            side == Side::Buy ? item->bid + Price(5 * ticksInside) : item->ask - Price(5 * ticksInside);
        made.orderQty = Qty(qty);
        return made;
    }

    std::unique_ptr<OrderJournal> journal;
    std::unique_ptr<Sequencer> sequencer;
    std::unique_ptr<Publisher> publisher;
    std::unique_ptr<DurableOutput> durable;
    Timestamp now;

private:
    Log m_log{LogSettings{.consoleLevel = LogLevel::Off}};
    std::atomic<bool> m_someLeft{false};
    Duration m_steady;
};

// Some trading of three accounts: orders near the market, cancels, replaces, by chance.
inline void tradeALittle(HandEngine& engine, Rng& rng, std::string const& prefix, int steps)
{
    for (int i = 0; i < steps; ++i) {
        const AccountId account(static_cast<std::uint32_t>(rng.between(1, 3)));
        auto const id = prefix + std::to_string(i);
        const Side side = rng.chance(0.5) ? Side::Buy : Side::Sell;
        auto order = engine.order(id, side, rng.between(-3, 6), rng.between(1, 800));
        order.ordType = rng.chance(0.2) ? OrdType::Market : OrdType::Limit;
        engine.submit(account, order);
        if (rng.chance(0.3)) {
            const ClOrdId original(prefix + std::to_string(rng.between(0, i)));
            const ClOrdId fresh("x" + id);
            rng.chance(0.5)
                ? engine.submit(account, OrderCancelRequest{fresh, original})
                : engine.submit(
                      account,
                      OrderCancelReplaceRequest{fresh, original, order.price, Qty(rng.between(1, 900))}
                  );
        }
        engine.step(milliseconds(rng.between(1, 150)));
    }
}

// The ids of all reports that a journal holds, and its cancel rejects.
struct JournaledReports {
    std::set<ExecId> reports;
    std::vector<CancelRejected> rejects;
    std::uint64_t records = 0;
};

inline JournaledReports journaled(FileSystem& files, std::string const& directory = orderDirectory)
{
    JournaledReports found;
    auto const seen = verify(files, directory, {}, [&](JournalRecord const& record) -> Expected<void> {
        auto const decoded = decodeAccountRecord(record.kind, record.payload);
        EXPECT_TRUE(decoded) << decoded.error().message();
        ++found.records;
        if (auto const* report = std::get_if<ExecutionReport>(&*decoded)) {
            found.reports.insert(report->execId);
        } else if (auto const* fill = std::get_if<FillRecord>(&*decoded)) {
            found.reports.insert(fill->report.execId);
        } else if (auto const* rejected = std::get_if<CancelRejected>(&*decoded)) {
            found.rejects.push_back(*rejected);
        }
        return {};
    });
    EXPECT_TRUE(seen) << seen.error().message();
    return found;
}

inline std::string textOf(Amount amount)
{
    return formatTrimmed(amount.value, amountScale);
}

// What an account has, in words that can be compared; without what moves with the market.
inline std::string textOf(AccountReport const& report, Sequencer const& sequencer)
{
    std::string text;
    for (auto const& balance : report.balances) {
        text += balance.asset.text() + " " + textOf(balance.free) + " " + textOf(balance.held) + "\n";
    }
    for (auto const& position : report.positions) {
        auto const* instrument = sequencer.instrument(position.instrument);
        text += (instrument == nullptr ? "?" : instrument->venue + ":" + instrument->symbol) + " " +
                std::to_string(position.net.value) + " " + textOf(position.cost) + " " +
                textOf(position.realised) + " " + textOf(position.fees) + "\n";
    }
    return text;
}

// An order or a fill, all that a trader would ask of it.
inline std::string textOf(ExecutionReport const& report)
{
    std::string text = report.clOrdId.text() + " " + report.origClOrdId.text();
    for (auto const number :
         {static_cast<std::int64_t>(report.orderId.value),
          static_cast<std::int64_t>(report.execId.value),
          static_cast<std::int64_t>(report.ordStatus),
          static_cast<std::int64_t>(report.ordType),
          static_cast<std::int64_t>(report.side),
          report.price.value,
          report.orderQty.value,
          report.leavesQty.value,
          report.cumQty.value,
          report.lastPx.value,
          report.lastQty.value,
          report.sendingTime.value,
          report.transactTime.value}) {
        text += " " + std::to_string(number);
    }
    text += " " + textOf(report.avgPx) + " " + textOf(report.fee) + " " + report.feeAsset.text();
    return text + (report.reason ? " " + std::string(errorInfo(report.reason->code).name) : "");
}

} // namespace qob::test
