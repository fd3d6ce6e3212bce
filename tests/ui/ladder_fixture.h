#pragma once

#include "tests/support/ui_fixture.h"
#include "ui/panels/ladder/ladder.h"

#include <QTest>

namespace qob {

// A ladder whose levels stand ten ticks apart, so that its rows are ten ticks high.
struct WideLadderFixture : UiFixture {
    static DepthPtr wideBook()
    {
        auto depth = std::make_shared<DepthView>();
        depth->instrument = btc().id;
        depth->state = FeedState::Live;
        for (int i = 0; i < 40; ++i) {
            depth->bids.push_back({Price(1'000'000 - 100 * i), Qty(1000)});
            depth->asks.push_back({Price(1'000'100 + 100 * i), Qty(1000)});
        }
        return depth;
    }

    WideLadderFixture()
        : ladder(models.frames, view, models.orders, models.entry, ticket, models.positions, theme)
    {
        models.entry.setLocked(false);
        ticket.setQty(Qty(250));
        session.publish(topic(TopicKind::Depth), wideBook());
        pump();
        show(ladder, QSize(360, 600));
    }

    // The same id again, with what is different in `changed`.
    void tell(Instrument const& changed)
    {
        session.publish(topic(TopicKind::Instruments), InstrumentList{{changed}});
        pump();
        frame();
        frame();
    }

    // In the cell of an own order, beside its cross.
    QPoint gripOf(Price price) const
    {
        return ladder.cellOf(price, LadderColumn::OwnAsk).center() - QPoint(10, 0);
    }

    Ladder ladder;
};

} // namespace qob
