#pragma once

#include "tests/support/fake_session.h"
#include "ui/look/theme.h"
#include "ui/shell/terminal_models.h"

#include <QWidget>

namespace qob {

// A terminal's models on a fake session with one Bitcoin and one Ether market; the clock stands still until
// moved. The book of BTC-USDT: bids 100.0, 99.9, ... and asks 100.2, 100.3, ... one, two, three ... units
// deep.
struct UiFixture {
    UiFixture();

    static Instrument const& btc();
    static Instrument const& eth();
    static Topic topic(TopicKind kind);
    static DepthPtr book(Price bestBid, Price bestAsk, FeedState state = FeedState::Live);
    static Trade trade(Price price, Qty qty, Side aggressor);

    // Lets what was published reach the models.
    void pump();
    // One frame, 16 ms later.
    void frame();
    void publishBook(Price bestBid, Price bestAsk, FeedState state = FeedState::Live);
    void publishReport(ExecutionReport const& report);
    // The answer to an order: working, nothing filled.
    static ExecutionReport accepted(NewOrderSingle const& order);
    // A working order of the account, as if placed by someone.
    ExecutionReport addOrder(char const* id, Side side, Price price, Qty qty);

    // Shows a widget at a size and runs frames until it is painted.
    void show(QWidget& widget, QSize size);

    FakeSession session;
    ManualClock clock{Timestamp(1'783'000'000'000'000'000)};
    PrefixedClOrdIds ids{"t"};
    Theme theme;
    TerminalModels models{session, clock, ids};
    MarketView& view = models.groups.at(0).view;
    OrderTicket& ticket = models.groups.at(0).ticket;
    std::vector<QString> refusals;
};

} // namespace qob
