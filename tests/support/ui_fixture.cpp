#include "tests/support/ui_fixture.h"

#include "ui/look/fonts.h"

#include <QCoreApplication>

namespace qob {
namespace {

Instrument makeInstrument(std::uint32_t id, char const* symbol, char const* base)
{
    Instrument instrument;
    instrument.id = InstrumentId(id);
    instrument.venue = "SIM-A";
    instrument.symbol = symbol;
    instrument.base = AssetName(base);
    instrument.quote = AssetName("USDT");
    instrument.priceScale = 2;
    instrument.qtyScale = 3;
    instrument.tickSize = Price(10);
    instrument.makerFee = FeeRate(10'000);
    instrument.takerFee = FeeRate(50'000);
    return instrument;
}

Amount units(std::int64_t whole)
{
    return Amount(static_cast<Int128>(whole) * pow10(amountScale));
}

} // namespace

Instrument const& UiFixture::btc()
{
    static auto const instrument = makeInstrument(1, "BTC-USDT", "BTC");
    return instrument;
}

Instrument const& UiFixture::eth()
{
    static auto const instrument = makeInstrument(2, "ETH-USDT", "ETH");
    return instrument;
}

Topic UiFixture::topic(TopicKind kind)
{
    bool const perInstrument =
        kind == TopicKind::Depth || kind == TopicKind::Trades || kind == TopicKind::Heat;
    return {kind, perInstrument ? btc().id : InstrumentId{}};
}

DepthPtr UiFixture::book(Price bestBid, Price bestAsk, FeedState state)
{
    auto depth = std::make_shared<DepthView>();
    depth->instrument = btc().id;
    depth->state = state;
    for (int i = 0; i < 40; ++i) {
        depth->bids.push_back({bestBid - Price(10 * i), Qty(1000 * (i + 1))});
        depth->asks.push_back({bestAsk + Price(10 * i), Qty(1000 * (i + 1))});
    }
    return depth;
}

Trade UiFixture::trade(Price price, Qty qty, Side aggressor)
{
    return {btc().id, price, qty, aggressor, Timestamp(1'783'000'000'000'000'000), 0};
}

UiFixture::UiFixture()
{
    auto const fonts = loadFonts();
    theme = loadTheme(QStringLiteral(":/themes/themes.json"), QStringLiteral("dark"), fonts.ui, fonts.number)
                .value();
    session.setSnapshot(topic(TopicKind::Instruments), InstrumentList{{btc(), eth()}});
    session.setSnapshot(topic(TopicKind::Market), MarketStatus{});
    session.setSnapshot(topic(TopicKind::Orders), OrderList{});
    session.setSnapshot(
        topic(TopicKind::Account),
        AccountReport{
            {{AssetName("USDT"), units(1000), units(0)}, {AssetName("BTC"), units(2), units(0)}},
            {},
        }
    );
    session.setSnapshot(topic(TopicKind::Depth), book(Price(10000), Price(10020)));
    session.setSnapshot(topic(TopicKind::Trades), TradeBatch{});
    FeedStatus feed;
    feed.instrument = btc().id;
    feed.state = FeedState::Live;
    session.setSnapshot(topic(TopicKind::Feed), feed);
    QObject::connect(&models.entry, &OrderEntry::refused, [this](QString const& why) {
        refusals.push_back(why);
    });
    models.bridge.start();
    pump();
}

void UiFixture::pump()
{
    // The first batch makes the window subscribe more: that one is the second.
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

void UiFixture::frame()
{
    clock.advance(milliseconds(16));
    models.frames.tick();
    QCoreApplication::processEvents();
}

void UiFixture::publishBook(Price bestBid, Price bestAsk, FeedState state)
{
    session.publish(topic(TopicKind::Depth), book(bestBid, bestAsk, state));
    pump();
}

void UiFixture::publishReport(ExecutionReport const& report)
{
    session.publish(topic(TopicKind::Orders), report);
    pump();
}

ExecutionReport UiFixture::accepted(NewOrderSingle const& order)
{
    ExecutionReport report;
    report.execType = ExecType::New;
    report.ordStatus = OrdStatus::New;
    report.clOrdId = order.clOrdId;
    report.instrument = order.instrument;
    report.side = order.side;
    report.ordType = order.ordType;
    report.timeInForce = order.timeInForce;
    report.price = order.price;
    report.orderQty = order.orderQty;
    report.leavesQty = order.orderQty;
    report.queueAhead = Qty(4000);
    return report;
}

ExecutionReport UiFixture::addOrder(char const* id, Side side, Price price, Qty qty)
{
    NewOrderSingle order;
    order.clOrdId = ClOrdId(id);
    order.instrument = btc().id;
    order.side = side;
    order.price = price;
    order.orderQty = qty;
    auto const report = accepted(order);
    publishReport(report);
    return report;
}

void UiFixture::show(QWidget& widget, QSize size)
{
    widget.resize(size);
    widget.show();
    pump();
    frame();
    frame();
}

} // namespace qob
