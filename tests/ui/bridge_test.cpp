#include "tests/support/fake_session.h"
#include "tests/support/ui_fixture.h"
#include "ui/bridge/session_bridge.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace qob;

namespace {

const Topic orders{TopicKind::Orders, {}};
const Topic depth{TopicKind::Depth, InstrumentId(1)};
const Topic trades{TopicKind::Trades, InstrumentId(1)};
const Topic heat{TopicKind::Heat, InstrumentId(1)};

ExecutionReport report(int n)
{
    ExecutionReport made;
    made.clOrdId = ClOrdId("o" + std::to_string(n));
    return made;
}

DepthPtr book(std::uint64_t sequence)
{
    auto view = std::make_shared<DepthView>();
    view->sequence = sequence;
    return view;
}

HeatChunkPtr chunk(std::int64_t first, std::size_t columns)
{
    auto made = std::make_shared<HeatChunk>();
    made->firstColumn = first;
    made->columns.resize(columns);
    return made;
}

TradeBatch tradesOf(int count)
{
    TradeBatch batch;
    for (int i = 0; i < count; ++i) {
        batch.trades.push_back({InstrumentId(1), Price(100 + i), Qty(1), Side::Buy, Timestamp{}, 0});
    }
    return batch;
}

// A bridge that shows instrument 1, and everything it has said.
struct Heard {
    explicit Heard(EventBoxLimits limits = {}) : bridge(session, limits)
    {
        session.setSnapshot(orders, OrderList{});
        session.setSnapshot(depth, book(1));
        session.setSnapshot(trades, TradeBatch{});
        session.setSnapshot(heat, HeatUpdate{});
        QObject::connect(&bridge, &SessionBridge::depth, [this](DepthBatch const& b) {
            depths.push_back(b);
        });
        QObject::connect(&bridge, &SessionBridge::trades, [this](TradesBatch const& b) {
            tradeBatches.push_back(b);
        });
        QObject::connect(&bridge, &SessionBridge::heat, [this](HeatBatch const& b) { heats.push_back(b); });
        QObject::connect(&bridge, &SessionBridge::orders, [this](std::vector<OrderEvent> const& events) {
            orderEvents.insert(orderEvents.end(), events.begin(), events.end());
        });
        bridge.start();
        bridge.show(InstrumentId(1));
        QCoreApplication::processEvents();
        clear();
    }

    void clear()
    {
        depths.clear();
        tradeBatches.clear();
        heats.clear();
        orderEvents.clear();
    }

    FakeSession session;
    SessionBridge bridge;
    std::vector<DepthBatch> depths;
    std::vector<TradesBatch> tradeBatches;
    std::vector<HeatBatch> heats;
    std::vector<OrderEvent> orderEvents;
};

} // namespace

class BridgeTest : public QObject {
    Q_OBJECT

private slots:

    void newestDepthWins()
    {
        Heard heard;
        for (std::uint64_t i = 2; i < 50; ++i) {
            heard.session.publish(depth, book(i));
        }
        auto const before = heard.bridge.batches();
        QCoreApplication::processEvents();
        QCOMPARE(heard.bridge.batches(), before + 1);
        QCOMPARE(heard.depths.size(), std::size_t(1));
        QCOMPARE(heard.depths[0].depth->sequence, std::uint64_t(49));
    }

    void tradesMergeAndCountWhatIsDropped()
    {
        Heard heard(EventBoxLimits{.trades = 10});
        for (int i = 0; i < 4; ++i) {
            heard.session.publish(trades, tradesOf(4));
        }
        QCoreApplication::processEvents();
        QCOMPARE(heard.tradeBatches.size(), std::size_t(1));
        QCOMPARE(heard.tradeBatches[0].trades.trades.size(), std::size_t(10));
        QCOMPARE(heard.tradeBatches[0].trades.dropped, std::uint64_t(6));
        QVERIFY(!heard.tradeBatches[0].reset);
    }

    void heatChunksReplaceByFirstColumn()
    {
        Heard heard;
        heard.session.publish(heat, HeatUpdate{{chunk(0, 128), chunk(128, 3)}});
        heard.session.publish(heat, HeatUpdate{{chunk(128, 4)}});
        QCoreApplication::processEvents();
        QCOMPARE(heard.heats.size(), std::size_t(1));
        QCOMPARE(heard.heats[0].heat.chunks.size(), std::size_t(2));
        QCOMPARE(heard.heats[0].heat.chunks[1]->columns.size(), std::size_t(4));
    }

    void ordersAreNeverLeftOut()
    {
        Heard heard;
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(heard.session.publish(orders, report(i)));
        }
        QCoreApplication::processEvents();
        QCOMPARE(heard.orderEvents.size(), std::size_t(1000));
        QVERIFY(std::get<ExecutionReport>(heard.orderEvents[999]).clOrdId == ClOrdId("o999"));
    }

    void fullOrderQueueAsksForASnapshot()
    {
        Heard heard(EventBoxLimits{.orders = 3});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(heard.session.publish(orders, report(i)));
        }
        QVERIFY(!heard.session.publish(orders, report(3)));
        heard.session.publish(orders, report(4)); // passed over: the snapshot has it
        OrderList all;
        for (int i = 0; i < 5; ++i) {
            all.orders.push_back(report(i));
        }
        heard.session.resync(orders, all);
        heard.session.publish(orders, report(5));
        QCoreApplication::processEvents();
        QCOMPARE(heard.orderEvents.size(), std::size_t(2));
        QCOMPARE(std::get<OrderList>(heard.orderEvents[0]).orders.size(), std::size_t(5));
        QVERIFY(std::get<ExecutionReport>(heard.orderEvents[1]).clOrdId == ClOrdId("o5"));
    }

    void aHoleInTheSequenceSubscribesAgain()
    {
        Heard heard;
        heard.session.publish(orders, report(1));
        heard.session.skipSequence(orders);
        heard.session.publish(orders, report(3));
        heard.session.setSnapshot(orders, OrderList{{report(1), report(2), report(3)}, {}});
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(std::holds_alternative<OrderList>(heard.orderEvents.back()));
        QCOMPARE(heard.session.subscribers(orders), std::size_t(1));
        heard.clear();
        heard.session.publish(orders, report(4));
        QCoreApplication::processEvents();
        QCOMPARE(heard.orderEvents.size(), std::size_t(1));
    }

    void resyncVoidsTheBook()
    {
        Heard heard;
        heard.session.publish(depth, Resync{});
        QCoreApplication::processEvents();
        QCOMPARE(heard.depths.size(), std::size_t(1));
        QVERIFY(!heard.depths[0].depth);
        heard.session.publish(depth, book(7)); // not a snapshot: still void
        QCoreApplication::processEvents();
        QCOMPARE(heard.depths.size(), std::size_t(1));
        heard.session.publishSnapshot(depth, book(8));
        QCoreApplication::processEvents();
        QCOMPARE(heard.depths.back().depth->sequence, std::uint64_t(8));
    }

    void followsTheShownInstrumentAlone()
    {
        Heard heard;
        const Topic other{TopicKind::Depth, InstrumentId(2)};
        heard.session.publish(depth, book(5));
        heard.bridge.show(InstrumentId(2)); // what still waits of the first one must not arrive
        QCoreApplication::processEvents();
        QCOMPARE(heard.depths.size(), std::size_t(0));
        QCOMPARE(heard.session.subscribers(depth), std::size_t(0));
        QCOMPARE(heard.session.subscribers(other), std::size_t(1));
    }

    // No list of orders holds an answer that refused one.
    void aRefusalOutlivesTheListThatComesAnew_data()
    {
        QTest::addColumn<bool>("overflow");
        QTest::newRow("resync") << false;
        QTest::newRow("overflow") << true;
    }

    void aRefusalOutlivesTheListThatComesAnew()
    {
        QFETCH(bool, overflow);
        EventBoxLimits limits;
        limits.orders = 4;
        EventBox box(limits);
        box.open(orders);
        box.put({orders, 1, true, OrderList{}});
        box.take();
        ExecutionReport rejected;
        rejected.clOrdId = ClOrdId("mine");
        rejected.execType = ExecType::Rejected;
        rejected.ordStatus = OrdStatus::Rejected;
        OrderCancelReject tooLate;
        tooLate.clOrdId = ClOrdId("cancel");
        box.put({orders, 2, false, rejected});
        box.put({orders, 3, false, tooLate});
        ExecutionReport working = rejected;
        working.ordStatus = OrdStatus::New;
        working.orderId = OrderId(7);
        box.put({orders, 4, false, working});
        if (overflow) {
            box.put({orders, 5, false, working});
            QVERIFY(box.put({orders, 6, false, working}) == EventBox::Put::Refused);
        } else {
            box.put({orders, 5, false, Resync{}});
        }
        box.put({orders, 7, true, OrderList{}});
        auto const batch = box.take();
        QCOMPARE(batch.orders.size(), std::size_t(3));
        QVERIFY(std::holds_alternative<OrderList>(batch.orders[0])); // what stands before it is forgotten
        QVERIFY(std::get<ExecutionReport>(batch.orders[1]).clOrdId == ClOrdId("mine"));
        QVERIFY(std::get<OrderCancelReject>(batch.orders[2]).clOrdId == ClOrdId("cancel"));
    }

    void tickersAreConflatedByInstrument()
    {
        EventBox box;
        const Topic topic{TopicKind::Ticker, {}};
        box.open(topic);
        auto const ticker = [](std::uint32_t id, std::int64_t last) {
            Ticker made;
            made.instrument = InstrumentId(id);
            made.last = Price(last);
            return made;
        };
        box.put({topic, 1, true, TickerList{{ticker(1, 10), ticker(2, 20)}}});
        box.put({topic, 2, false, TickerList{{ticker(2, 21)}}});
        box.put({topic, 3, false, TickerList{{ticker(2, 22)}}});
        auto const batch = box.take();
        QVERIFY(batch.tickers && batch.tickers->reset);
        QCOMPARE(batch.tickers->tickers.size(), std::size_t(2));
        QVERIFY(batch.tickers->tickers[1].last == Price(22));
        QVERIFY(!box.take().tickers);
    }

    void manyEventsFromAnotherThreadWakeTheWindowOnce()
    {
        Heard heard;
        auto const before = heard.bridge.batches();
        std::thread session([&] {
            for (int i = 0; i < 2000; ++i) {
                heard.session.publish(orders, report(i));
                heard.session.publish(depth, book(static_cast<std::uint64_t>(i) + 2));
            }
        });
        session.join();
        QCoreApplication::processEvents();
        QCOMPARE(heard.bridge.batches(), before + 1);
        QCOMPARE(heard.orderEvents.size(), std::size_t(2000));
        QCOMPARE(heard.depths.size(), std::size_t(1));
    }

    void readsWhileTheSessionWrites()
    {
        Heard heard;
        std::thread session([&] {
            for (int i = 0; i < 20000; ++i) {
                while (!heard.session.publish(orders, report(i))) {
                    std::this_thread::yield();
                    heard.session.resync(orders, OrderList{});
                }
            }
        });
        std::uint64_t batches = heard.bridge.batches();
        QTRY_VERIFY_WITH_TIMEOUT(
            !heard.orderEvents.empty() && std::holds_alternative<ExecutionReport>(heard.orderEvents.back()) &&
                std::get<ExecutionReport>(heard.orderEvents.back()).clOrdId == ClOrdId("o19999"),
            20000
        );
        session.join();
        QVERIFY(heard.bridge.batches() > batches);
    }
};

QTEST_MAIN(BridgeTest)
#include "bridge_test.moc"
