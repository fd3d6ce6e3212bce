#include "ui/models/alert_rule.h"

#include "ui/models/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace qob {
namespace {

constexpr std::size_t mostSinceBook = 10'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Alert)
};

constexpr std::array<char const*, alertKinds> kindNames{
    "priceAbove",
    "priceBelow",
    "priceCrosses",
    "spreadAbove",
    "volumeBurst",
    "imbalance",
    "volatility",
    "wallAdded",
    "wallPulled",
    "feedStale",
    "drawingCrossed",
    "positionAbove",
    "lossAbove",
    "allLossAbove",
};

bool isPrice(AlertKind kind)
{
    return kind == AlertKind::PriceAbove || kind == AlertKind::PriceBelow || kind == AlertKind::PriceCrosses;
}

bool isSize(AlertKind kind)
{
    return kind == AlertKind::VolumeBurst || kind == AlertKind::WallAdded || kind == AlertKind::WallPulled ||
           kind == AlertKind::PositionAbove;
}

bool isLoss(AlertKind kind)
{
    return kind == AlertKind::LossAbove || kind == AlertKind::AllLossAbove;
}

Amount amountOf(QString const& value)
{
    return Amount(parseScaled128(value.toStdString(), amountScale).value_or(Int128{0}));
}

double middleOf(DepthView const& depth)
{
    return 0.5 * (static_cast<double>(depth.bids.front().price.value) +
                  static_cast<double>(depth.asks.front().price.value));
}

bool hasBothSides(DepthView const& depth)
{
    return !depth.bids.empty() && !depth.asks.empty();
}

double bpsAway(Price price, double middle)
{
    return std::abs(static_cast<double>(price.value) - middle) / middle * 10'000;
}

// At a price of one side; nothing where the book is not told that deep.
std::optional<Qty> sizeIn(DepthView const& depth, Price price, Side side)
{
    auto const& levels = side == Side::Buy ? depth.bids : depth.asks;
    auto const found = std::find_if(levels.begin(), levels.end(), [&](PriceLevel const& level) {
        return side == Side::Buy ? level.price <= price : level.price >= price;
    });
    if (found == levels.end()) {
        return std::nullopt;
    }
    return found->price == price ? found->qty : Qty(0);
}

QString text(std::string const& text)
{
    return QString::fromStdString(text);
}

QString drawingAlertText(Drawing const& drawing)
{
    auto const what = drawingText(drawing);
    return drawing.kind == DrawingKind::Rectangle ? Words::tr("%1 entered or left").arg(what)
                                                  : Words::tr("%1 crossed").arg(what);
}

} // namespace

QJsonObject alertJson(AlertRule const& rule)
{
    QJsonObject json{
        {QStringLiteral("kind"), QLatin1String(kindNames[static_cast<std::size_t>(rule.kind)])},
        {QStringLiteral("instrument"), rule.instrument},
        {QStringLiteral("value"), rule.value},
        {QStringLiteral("windowSeconds"), rule.windowSeconds},
        {QStringLiteral("repeats"), rule.repeats},
        {QStringLiteral("armed"), rule.armed},
        {QStringLiteral("sound"), rule.sound},
        {QStringLiteral("popUp"), rule.popUp},
        {QStringLiteral("webhook"), rule.webhook},
        {QStringLiteral("note"), rule.note},
    };
    if (rule.drawing) {
        json[QStringLiteral("drawing")] = drawingJson(*rule.drawing);
    }
    return json;
}

std::optional<AlertRule> alertFrom(QJsonObject const& json)
{
    auto const name = json[QStringLiteral("kind")].toString();
    auto const kind = std::find_if(kindNames.begin(), kindNames.end(), [&](char const* one) {
        return name == QLatin1String(one);
    });
    AlertRule rule;
    rule.instrument = json[QStringLiteral("instrument")].toString();
    if (kind == kindNames.end() || rule.instrument.isEmpty()) {
        return std::nullopt;
    }
    rule.kind = static_cast<AlertKind>(kind - kindNames.begin());
    rule.value = json[QStringLiteral("value")].toString();
    rule.windowSeconds = std::clamp(json[QStringLiteral("windowSeconds")].toInt(10), 1, 3600);
    rule.repeats = json[QStringLiteral("repeats")].toBool();
    rule.armed = json[QStringLiteral("armed")].toBool(true);
    rule.sound = json[QStringLiteral("sound")].toBool(true);
    rule.popUp = json[QStringLiteral("popUp")].toBool(true);
    rule.webhook = json[QStringLiteral("webhook")].toString();
    rule.note = json[QStringLiteral("note")].toString();
    if (rule.kind == AlertKind::DrawingCrossed) {
        rule.drawing = drawingFrom(json[QStringLiteral("drawing")].toObject());
        if (!rule.drawing || !canBeCrossed(rule.drawing->kind)) {
            return std::nullopt;
        }
    }
    return rule;
}

QString alertKindText(AlertKind kind)
{
    switch (kind) {
    case AlertKind::PriceAbove:
        return Words::tr("Price at or above");
    case AlertKind::PriceBelow:
        return Words::tr("Price at or below");
    case AlertKind::PriceCrosses:
        return Words::tr("Price crosses");
    case AlertKind::SpreadAbove:
        return Words::tr("Spread above (bps)");
    case AlertKind::VolumeBurst:
        return Words::tr("Volume burst of");
    case AlertKind::Imbalance:
        return Words::tr("Book imbalance above (%)");
    case AlertKind::Volatility:
        return Words::tr("Price range above (bps)");
    case AlertKind::WallAdded:
        return Words::tr("Wall added of");
    case AlertKind::WallPulled:
        return Words::tr("Wall pulled of");
    case AlertKind::FeedStale:
        return Words::tr("Feed not live");
    case AlertKind::DrawingCrossed:
        return Words::tr("Drawing crossed");
    case AlertKind::PositionAbove:
        return Words::tr("Position larger than");
    case AlertKind::LossAbove:
        return Words::tr("Loss of the position above");
    case AlertKind::AllLossAbove:
        return Words::tr("Loss of all positions above");
    }
    return {};
}

QString alertText(AlertRule const& rule, Instrument const* instrument)
{
    auto const market = instrument == nullptr ? rule.instrument : instrumentText(*instrument);
    auto const what = rule.drawing                        ? drawingAlertText(*rule.drawing)
                      : rule.kind == AlertKind::FeedStale ? alertKindText(rule.kind)
                                                          : alertKindText(rule.kind) + u' ' + rule.value;
    bool const window = rule.kind == AlertKind::VolumeBurst || rule.kind == AlertKind::Volatility;
    return window ? Words::tr("%1: %2 in %3 s").arg(market, what).arg(rule.windowSeconds)
                  : Words::tr("%1: %2").arg(market, what);
}

bool alertValueGood(AlertKind kind, QString const& value, Instrument const& instrument)
{
    if (kind == AlertKind::FeedStale || kind == AlertKind::DrawingCrossed) {
        return true;
    }
    auto const plain = value.toStdString();
    if (isPrice(kind)) {
        auto const price = parsePrice(instrument, plain);
        return price && *price > Price(0);
    }
    if (isSize(kind)) {
        auto const qty = parseQty(instrument, plain);
        return qty && *qty > Qty(0);
    }
    if (isLoss(kind)) {
        return amountOf(value) > Amount(0);
    }
    bool good = false;
    return value.toDouble(&good) > 0 && good;
}

AlertWatch::AlertWatch(AlertRule const& rule, Instrument const& instrument)
    : m_kind(rule.kind)
    , m_instrument(instrument)
    , m_window(seconds(rule.windowSeconds))
{
    auto const plain = rule.value.toStdString();
    if (rule.drawing) {
        m_drawing = inUnitsOf(*rule.drawing, instrument);
    } else if (isPrice(rule.kind)) {
        m_price = parsePrice(instrument, plain).value_or(Price(0));
    } else if (isSize(rule.kind)) {
        m_size = parseQty(instrument, plain).value_or(Qty(0));
    } else if (isLoss(rule.kind)) {
        m_amount = amountOf(rule.value);
    } else {
        m_number = rule.value.toDouble();
    }
}

bool AlertWatch::edge(bool now)
{
    bool const fires = now && m_was == false;
    m_was = now;
    return fires;
}

void AlertWatch::keepWindow(Trade const& trade)
{
    m_recent.push_back(trade);
    m_volume += trade.qty.value;
    while (trade.time - m_recent.front().time > m_window) {
        m_volume -= m_recent.front().qty.value;
        m_recent.pop_front();
    }
}

bool AlertWatch::onTrades(std::vector<Trade> const& trades)
{
    if (trades.empty()) {
        return false;
    }
    bool const backwards = m_seen && trades.front().time < *m_seen;
    if (std::exchange(m_anew, false) && backwards) {
        return onTradesAnew(trades); // of a place where nothing had been traded yet
    }
    bool fires = false;
    for (auto const& trade : trades) {
        if (onTrade(trade)) {
            fires = true;
            m_because = becauseOf(trade);
        }
    }
    return fires;
}

bool AlertWatch::onTradesAnew(std::vector<Trade> const& trades)
{
    m_anew = trades.empty();
    if (m_anew) {
        return false; // the snapshot follows, or there was no trade
    }
    bool const goesOn = m_seen && trades.back().time >= *m_seen;
    if (!goesOn) {
        forgetTrades();
        onTrades(trades);
        return false;
    }
    auto const unseen = std::find_if(trades.begin(), trades.end(), [this](Trade const& trade) {
        return trade.time > *m_seen;
    });
    return onTrades({unseen, trades.end()});
}

void AlertWatch::forgetTrades()
{
    m_last.reset();
    m_side.reset();
    m_seen.reset();
    m_recent.clear();
    m_sinceBook.clear();
    m_volume = 0;
    bool const ofTrades =
        isPrice(m_kind) || m_kind == AlertKind::VolumeBurst || m_kind == AlertKind::Volatility;
    if (ofTrades) {
        m_was.reset();
    }
}

bool AlertWatch::onTrade(Trade const& trade)
{
    m_seen = trade.time;
    auto const before = std::exchange(m_last, trade.price);
    switch (m_kind) {
    case AlertKind::PriceAbove:
        return edge(trade.price >= m_price);
    case AlertKind::PriceBelow:
        return edge(trade.price <= m_price);
    case AlertKind::PriceCrosses:
        return before && *before != m_price &&
               (trade.price == m_price || (*before < m_price) != (trade.price < m_price));
    case AlertKind::DrawingCrossed:
        return crosses(trade);
    case AlertKind::VolumeBurst:
        keepWindow(trade);
        return edge(m_volume >= m_size.value);
    case AlertKind::Volatility:
        keepWindow(trade);
        return edge(rangeBps() >= m_number);
    case AlertKind::WallPulled:
        m_sinceBook.push_back(trade);
        if (m_sinceBook.size() > mostSinceBook) {
            m_sinceBook.pop_front();
        }
        return false;
    default:
        return false;
    }
}

// Of a line that slopes, at the trade's time.
bool AlertWatch::crosses(Trade const& trade)
{
    if (!m_drawing) {
        return false;
    }
    auto const before = std::exchange(m_side, drawingSide(*m_drawing, trade.price, trade.time));
    return isDrawingCrossed(m_drawing->kind, before, m_side);
}

double AlertWatch::rangeBps() const
{
    auto const [low, high] =
        std::minmax_element(m_recent.begin(), m_recent.end(), [](Trade const& a, Trade const& b) {
            return a.price < b.price;
        });
    return bpsAway(high->price, static_cast<double>(low->price.value));
}

QString AlertWatch::becauseOf(Trade const& trade) const
{
    switch (m_kind) {
    case AlertKind::VolumeBurst:
        return Words::tr("%1 traded")
            .arg(text(m_instrument.qtyText(Qty(static_cast<std::int64_t>(m_volume)))));
    case AlertKind::Volatility:
        return Words::tr("a range of %L1 bps").arg(rangeBps(), 0, 'f', 1);
    default:
        return Words::tr("traded at %1").arg(text(m_instrument.priceText(trade.price)));
    }
}

double AlertWatch::imbalancePercent(DepthView const& depth) const
{
    double const middle = middleOf(depth);
    auto const sum = [&](std::vector<PriceLevel> const& levels) {
        double all = 0;
        for (auto const& level : levels) {
            if (bpsAway(level.price, middle) > AlertRule::nearBps) {
                break;
            }
            all += static_cast<double>(level.qty.value);
        }
        return all;
    };
    double const bids = sum(depth.bids);
    double const asks = sum(depth.asks);
    return bids + asks > 0 ? 100 * std::max(bids, asks) / (bids + asks) : 0;
}

// Levels of the size, near the middle.
std::vector<AlertWatch::Wall> AlertWatch::wallsOf(DepthView const& depth) const
{
    double const middle = middleOf(depth);
    std::vector<Wall> walls;
    auto const collect = [&](std::vector<PriceLevel> const& levels, Side side) {
        for (auto const& level : levels) {
            if (bpsAway(level.price, middle) > AlertRule::nearBps) {
                return;
            }
            if (level.qty >= m_size) {
                walls.emplace_back(level, side);
            }
        }
    };
    collect(depth.bids, Side::Buy);
    collect(depth.asks, Side::Sell);
    return walls;
}

// That the middle came nearer to it, or that the book is told to a greater depth now, adds nothing.
bool AlertWatch::wasAdded(Wall const& wall, DepthView const& before) const
{
    auto const size = sizeIn(before, wall.first.price, wall.second);
    return size && *size < m_size;
}

// What can have been traded against it since the book before was: at its price, or in one go beyond it.
Qty AlertWatch::untraded(Wall const& wall) const
{
    auto const& [level, side] = wall;
    auto left = level.qty;
    for (auto const& trade : m_sinceBook) {
        bool const beyond = side == Side::Buy ? trade.price <= level.price : trade.price >= level.price;
        bool const took = trade.price == level.price || (beyond && trade.aggressor != side);
        left -= took ? trade.qty : Qty(0);
    }
    return left;
}

// One at whose price the other side stands now was traded, whatever was told of it; one that is far from the
// middle now, or beyond the last level that is told, is not looked at.
bool AlertWatch::wasPulled(Wall const& wall, DepthView const& depth) const
{
    auto const& [level, side] = wall;
    bool const reached =
        side == Side::Buy ? depth.asks.front().price <= level.price : depth.bids.front().price >= level.price;
    auto const size = sizeIn(depth, level.price, side);
    if (reached || !size || *size >= m_size || bpsAway(level.price, middleOf(depth)) > AlertRule::nearBps) {
        return false;
    }
    return untraded(wall) >= m_size;
}

bool AlertWatch::wallEdge(DepthView const& depth)
{
    bool const adds = m_kind == AlertKind::WallAdded;
    bool fires = false;
    if (m_before && depth.time >= m_before->time) { // else a recording was sought
        for (auto const& wall : wallsOf(adds ? depth : *m_before)) {
            if (adds ? wasAdded(wall, *m_before) : wasPulled(wall, depth)) {
                fires = true;
                m_because = Words::tr("%1 at %2")
                                .arg(
                                    wall.second == Side::Buy ? Words::tr("a bid") : Words::tr("an offer"),
                                    text(m_instrument.priceText(wall.first.price))
                                );
            }
        }
    }
    keepBook(depth);
    return fires;
}

void AlertWatch::forgetBook()
{
    m_before.reset();
    m_sinceBook.clear();
}

// A trade can be told before the book that it changed.
void AlertWatch::keepBook(DepthView const& depth)
{
    m_before = depth;
    std::erase_if(m_sinceBook, [&](Trade const& trade) { return trade.time <= depth.time; });
}

bool AlertWatch::onDepth(DepthView const& depth)
{
    if (m_kind == AlertKind::FeedStale) {
        m_because = feedStateText(depth.state);
        return edge(depth.state == FeedState::Stale);
    }
    if (depth.state != FeedState::Live || !hasBothSides(depth)) {
        m_before.reset(); // what changed meanwhile is not known
        return false;
    }
    switch (m_kind) {
    case AlertKind::SpreadAbove: {
        auto const spread = static_cast<double>((depth.asks.front().price - depth.bids.front().price).value);
        double const bps = spread / middleOf(depth) * 10'000;
        m_because = Words::tr("a spread of %L1 bps").arg(bps, 0, 'f', 1);
        return edge(bps > m_number);
    }
    case AlertKind::Imbalance: {
        double const percent = imbalancePercent(depth);
        m_because = Words::tr("%1 on one side").arg(percentText(percent, 0));
        return edge(percent > m_number);
    }
    case AlertKind::WallAdded:
    case AlertKind::WallPulled:
        return wallEdge(depth);
    default:
        return false;
    }
}

bool AlertWatch::onAccount(AccountReport const& report)
{
    AssetName const& asset = m_instrument.settleAsset();
    Qty net;
    Amount loss;
    for (Position const& position : report.positions) {
        bool const own = position.instrument == m_instrument.id;
        bool const counts = m_kind == AlertKind::AllLossAbove ? position.asset == asset : own;
        net += own ? position.net : Qty();
        loss += counts ? position.fees - position.realised - position.unrealised : Amount();
    }
    if (m_kind == AlertKind::PositionAbove) {
        Qty const size = net < Qty(0) ? Qty(0) - net : net;
        m_because = Words::tr("a position of %1").arg(text(m_instrument.qtyText(net)));
        return edge(size > m_size);
    }
    if (isLoss(m_kind)) {
        m_because =
            Words::tr("a loss of %1 %2").arg(amountText(loss, assetDecimals(asset)), text(asset.text()));
        return edge(loss > m_amount);
    }
    return false;
}

} // namespace qob
