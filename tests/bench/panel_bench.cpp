// What panels cost a frame when everything in them changes: bringing them up to date and painting them.

#include "tests/support/ui_fixture.h"
#include "ui/panels/blotters/blotters.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/panels/tape/tape.h"

#include <benchmark/benchmark.h>

#include <QApplication>

namespace {

using namespace qob;

// Every size differs from the one before: all cells are made anew.
void panelLadder(benchmark::State& state)
{
    UiFixture fixture;
    auto& m = fixture.models;
    Ladder ladder(m.frames, fixture.view, m.orders, m.entry, fixture.ticket, m.positions, fixture.theme);
    fixture.show(ladder, QSize(360, 900));
    std::int64_t turn = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto book = std::make_shared<DepthView>(*UiFixture::book(Price(10000), Price(10020)));
        ++turn;
        for (auto* side : {&book->bids, &book->asks}) {
            for (auto& level : *side) {
                level.qty += Qty(turn);
            }
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Depth), DepthPtr(book));
        fixture.pump();
        state.ResumeTiming();
        m.frames.tick();
    }
}

// More trades than fit: every row is another one.
void panelTape(benchmark::State& state)
{
    UiFixture fixture;
    Tape tape(fixture.models.frames, fixture.view, fixture.theme);
    fixture.show(tape, QSize(260, 900));
    std::int64_t turn = 0;
    for (auto _ : state) {
        state.PauseTiming();
        TradeBatch batch;
        for (int i = 0; i < 60; ++i) {
            ++turn;
            batch.trades.push_back(
                UiFixture::trade(Price(10000 + 10 * (turn % 90)), Qty(100 + turn % 7000), Side::Buy)
            );
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), batch);
        fixture.pump();
        state.ResumeTiming();
        fixture.models.frames.tick();
    }
}

// Ten thousand orders, sixteen of them changed a frame: a thousand updates a second at 60 frames.
void panelBlotter(benchmark::State& state)
{
    constexpr std::uint32_t orders = 10'000;
    constexpr std::uint32_t changed = 16;
    UiFixture fixture;
    OrderList list;
    for (std::uint32_t i = 0; i < orders; ++i) {
        NewOrderSingle order;
        order.clOrdId = ClOrdId("o" + std::to_string(i));
        order.instrument = UiFixture::btc().id;
        order.price = Price(9000 + 10 * static_cast<std::int64_t>(i % 100));
        order.orderQty = Qty(1000);
        list.orders.push_back(UiFixture::accepted(order));
    }
    fixture.session.resync(UiFixture::topic(TopicKind::Orders), list);
    fixture.pump();
    auto& m = fixture.models;
    Blotters blotters(m.market, m.orders, m.entry, m.positions, m.balances, m.notices, fixture.theme);
    fixture.show(blotters, QSize(1100, 400));
    if (state.range(0) != 0) {
        blotters.ordersView()->rows().sort(2, Qt::DescendingOrder);
    }
    std::uint32_t turn = 0;
    for (auto _ : state) {
        for (std::uint32_t i = 0; i < changed; ++i) {
            auto report = list.orders[(turn * 613 + i) % orders];
            report.queueAhead = Qty(static_cast<std::int64_t>(turn));
            fixture.session.publish(UiFixture::topic(TopicKind::Orders), report);
            ++turn;
        }
        QCoreApplication::processEvents();
        fixture.models.frames.tick();
    }
}

BENCHMARK(panelLadder)->Name("panel/ladder")->Unit(benchmark::kMillisecond)->Iterations(400);
BENCHMARK(panelTape)->Name("panel/tape")->Unit(benchmark::kMillisecond)->Iterations(400);
BENCHMARK(panelBlotter)
    ->Name("panel/blotter")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(200);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
