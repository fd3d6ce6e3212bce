#pragma once

#include "ui/models/heat_past.h"
#include "ui/models/market_replica.h"
#include "ui/models/trade_tape.h"

#include <QObject>

namespace qob {

// Where a panel's cursor is; either may be unknown to it. Both empty: it left.
struct MarketCursor {
    std::optional<Price> price;
    std::optional<Timestamp> time;

    friend bool operator==(MarketCursor const&, MarketCursor const&) = default;
};

// What the panels of one link group look at together: an instrument with its book, trades and heat history,
// and the place under the cursor. Panels read it at a frame; the signals only say that something is new. GUI
// thread.
class MarketView final : public QObject {
    Q_OBJECT

public:
    // Both must outlive it.
    MarketView(Session& session, MarketReplica& market, QObject* parent = nullptr);

    [[nodiscard]] MarketReplica& market() const { return m_market; }

    [[nodiscard]] Instrument const* shown() const;
    // What somebody chose: a first choice that is not known yet has come too late.
    void show(InstrumentId id);

    // The instrument to show as soon as it is known, as "BTC-USDT" or "SIM-A:BTC-USDT"; the first one of the
    // list until then, or when empty.
    void setFirstChoice(QString const& name);

    // The one that is shown is worked with: a choice as well.
    void keepShown() { m_chosen = m_chosen || m_shown.has_value(); }

    // A first choice that is waited for; empty: none is.
    [[nodiscard]] QString pendingChoice() const { return m_chosen ? QString() : m_firstChoice; }

    // Since the last first choice was set.
    [[nodiscard]] bool wasChosen() const { return m_chosen; }

    [[nodiscard]] FeedStatus const* shownFeed() const;

    // Null until the first one is here.
    [[nodiscard]] DepthPtr const& depth() const { return m_depth; }

    [[nodiscard]] TradeTape const& tape() const { return m_tape; }

    [[nodiscard]] HeatStore const& heat() const { return m_heat; }

    // Somebody looks at these columns, which may be older than what heat() holds: what was recorded of them
    // comes into its past.
    void wantHeat(std::int64_t from, std::int64_t to);

    // Of the shown book; AwaitingSnapshot while there is none.
    [[nodiscard]] FeedState bookState() const;

    [[nodiscard]] MarketCursor const& cursor() const { return m_cursor; }

    void setCursor(MarketCursor const& cursor);

signals:
    void shownChanged(); // another instrument, or more is known of this one
    void feedChanged();
    void depthChanged();
    void tradesChanged(qob::TradesBatch const& batch);
    void heatChanged(bool reset); // reset: not what was there and more, but another history
    void heatPastChanged();
    void cursorChanged();

private:
    void takeInstruments(bool all, std::vector<InstrumentId> const& changed);
    void takeDepth(DepthBatch const& batch);
    void takeHeat(HeatBatch const& batch);
    void chooseFirst();
    void findAgain();
    void display(Instrument const& instrument);
    void beginWith(Instrument const& instrument);
    void forget();
    void emitAnew();

    MarketReplica& m_market;
    SessionBridge m_bridge;
    std::optional<InstrumentId> m_shown;
    Instrument m_units;    // of what is held of it
    QString m_firstChoice; // empty once it is shown
    bool m_chosen = false;
    DepthPtr m_depth;
    TradeTape m_tape;
    HeatStore m_heat;
    HeatPast m_past;
    MarketCursor m_cursor;
};

} // namespace qob
