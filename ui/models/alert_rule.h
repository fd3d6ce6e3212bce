#pragma once

#include "engine/api/event.h"
#include "ui/models/drawing.h"

#include <QJsonObject>
#include <QString>

#include <deque>

namespace qob {

enum class AlertKind : std::uint8_t {
    PriceAbove,     // the last trade at the price or above
    PriceBelow,     // at the price or below
    PriceCrosses,   // from one side of the price to the other, or onto it
    SpreadAbove,    // best ask less best bid, bps of their middle
    VolumeBurst,    // traded in the window, in what the instrument's quantity counts
    Imbalance,      // the larger side's share of the size within `nearBps` of the middle, percent
    Volatility,     // highest less lowest trade of the window, bps of the lowest
    WallAdded,      // a level of at least the size within `nearBps`, smaller in the book before
    WallPulled,     // such a level is smaller now, and not because it was traded
    FeedStale,      // the book can no longer be trusted
    DrawingCrossed, // the last trade crosses a line, ray or level, enters or leaves a rectangle
    PositionAbove,  // the own position is larger, long or short
    LossAbove,      // the own position has lost more, fees included, settle asset
    AllLossAbove,   // all positions that settle in the same asset have, together
};

inline constexpr int alertKinds = 14;

// What is watched for on one instrument.
struct AlertRule {
    static constexpr double nearBps = 50;

    std::uint64_t id = 0;
    AlertKind kind = AlertKind::PriceAbove;
    QString instrument;     // "SIM-A:BTC-USDT"
    QString value = {};     // decimal text; its unit is the kind's
    int windowSeconds = 10; // VolumeBurst and Volatility
    bool repeats = false;   // false: disarmed once it has fired
    bool armed = true;
    bool sound = true;
    bool popUp = true;
    QString webhook; // http(s) address that is told by POST; empty: none
    QString note;
    std::optional<Drawing> drawing = {}; // DrawingCrossed: what is crossed, as it was drawn

    friend bool operator==(AlertRule const&, AlertRule const&) = default;
};

QJsonObject alertJson(AlertRule const& rule);
// Nothing when it is no rule.
std::optional<AlertRule> alertFrom(QJsonObject const& json);

QString alertKindText(AlertKind kind);
// "BTC-USDT · SIM-A: last price at or above 65,000"
QString alertText(AlertRule const& rule, Instrument const* instrument);

// Whether a value can be read for the kind: prices and sizes exactly in the instrument's decimals.
bool alertValueGood(AlertKind kind, QString const& value, Instrument const& instrument);

// Looks at one rule as the market goes on. It is for edges: it answers true when what the rule says becomes
// true after it was not, and not again before it was false in between. What is true at the start is no edge.
class AlertWatch {
public:
    AlertWatch(AlertRule const& rule, Instrument const& instrument);

    // Each says whether the rule fires now. Times are the market's.
    bool onTrades(std::vector<Trade> const& trades);
    // The last trades again, of a stream that begins (what they say is no edge) or goes on after a hole: then
    // those that were not seen yet count. Where the market went back in time it is a beginning.
    bool onTradesAnew(std::vector<Trade> const& trades);
    bool onDepth(DepthView const& depth);
    // The next book does not follow on the one before: what differs between them did not happen in one step.
    void forgetBook();
    bool onAccount(AccountReport const& report);

    // The size, price or state it fired for, in words.
    [[nodiscard]] QString const& because() const { return m_because; }

private:
    using Wall = std::pair<PriceLevel, Side>;

    bool edge(bool now);
    bool onTrade(Trade const& trade);
    [[nodiscard]] QString becauseOf(Trade const& trade) const;
    bool crosses(Trade const& trade);
    [[nodiscard]] double rangeBps() const;
    bool wallEdge(DepthView const& depth);
    [[nodiscard]] std::vector<Wall> wallsOf(DepthView const& depth) const;
    [[nodiscard]] bool wasAdded(Wall const& wall, DepthView const& before) const;
    [[nodiscard]] Qty untraded(Wall const& wall) const;
    [[nodiscard]] bool wasPulled(Wall const& wall, DepthView const& depth) const;
    void keepBook(DepthView const& depth);
    void keepWindow(Trade const& trade);
    void forgetTrades();
    [[nodiscard]] double imbalancePercent(DepthView const& depth) const;

    AlertKind m_kind;
    Instrument m_instrument;
    Price m_price;
    Qty m_size;
    Amount m_amount;
    double m_number = 0;
    Duration m_window;
    std::optional<bool> m_was;
    std::optional<Price> m_last;
    std::optional<Drawing> m_drawing;
    std::optional<int> m_side;       // of the drawing, where the last trade was
    std::optional<Timestamp> m_seen; // the last trade's time
    std::deque<Trade> m_recent;
    Int128 m_volume = 0;
    std::optional<DepthView> m_before; // the book before; of walls only
    std::deque<Trade> m_sinceBook;     // what its levels may have lost to since
    bool m_anew = false;               // the trades begin again, and none of them was heard yet
    QString m_because;
};

} // namespace qob
