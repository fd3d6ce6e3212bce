#pragma once

#include "engine/analytics/footprint.h"
#include "ui/bridge/topic_inbox.h"

#include <QTimer>

#include <memory>

namespace qob {

// The trades of one instrument as footprints and profiles need them. Exact from where the session's list of
// last trades begins; before that, and where trades were dropped on the way, it is filled from the dots of
// the heat map's history: their volume and side are right, their price and time are near (`rough`). GUI
// thread.
class FlowFeed final : public QObject {
    Q_OBJECT

public:
    // When there are more, the oldest tenth goes.
    static constexpr std::size_t capacity = 300'000;

    // The session must outlive it.
    explicit FlowFeed(Session& session, QObject* parent = nullptr);
    ~FlowFeed() override;

    void follow(Instrument const& instrument);
    // Follows nothing, and holds nothing.
    void stop();

    // In order of time, but for those that came late.
    [[nodiscard]] std::deque<FlowTrade> const& trades() const { return m_trades; }

    // From here on every trade is there as it was; max: from no time on yet.
    [[nodiscard]] Timestamp exactSince() const { return m_exactSince; }

    // From here on volume is known at all, in the trades that are held; max: there is none.
    [[nodiscard]] Timestamp knownSince() const;

    // Trades that never got here as such.
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

signals:
    void reset(); // read all of them again
    // So many are new at the end.
    void added(std::size_t count);

private:
    // Heat-map columns, the last one included, whose trades are to be told by their dots: those of which
    // trades are missing, and the two at the edges, of which only some are.
    struct Hole {
        std::int64_t first;
        std::int64_t last;
        std::vector<FlowTrade> edge; // what there is of the columns at the edges, one after the other
    };

    void begin();
    void takeTrades(std::vector<Event> const& events);
    void addTrades(TradeBatch const& batch, bool snapshot);
    void openHole(TradeBatch const& batch, bool snapshot);
    void wantDots();
    void takeDots(std::vector<Event> const& events);
    void fill(HeatUpdate const& update, Hole const& hole);
    [[nodiscard]] std::vector<FlowTrade>
    dotsOf(HeatUpdate const& update, std::int64_t first, std::int64_t last) const;
    void addDot(std::vector<FlowTrade>& to, HeatDot const& dot, std::int64_t column) const;

    Session& m_session;
    Instrument m_instrument;
    std::deque<FlowTrade> m_trades;
    Timestamp m_exactSince = Timestamp::max();
    std::int64_t m_tailColumn = 0; // in which the newest trade came
    std::size_t m_tail = 0;        // how many came in it
    std::uint64_t m_dropped = 0;
    std::vector<Hole> m_holes;
    QTimer m_fillLater;
    std::unique_ptr<TopicInbox> m_tradesInbox;
    std::unique_ptr<TopicInbox> m_heatInbox; // only while there are holes
};

} // namespace qob
