#include "ui/models/market_view.h"

#include "engine/api/same_contract.h"

#include <algorithm>

namespace qob {
namespace {

bool isSameMarket(Instrument const& a, Instrument const& b)
{
    return a.venue == b.venue && a.symbol == b.symbol;
}

} // namespace

MarketView::MarketView(Session& session, MarketReplica& market, QObject* parent)
    : QObject(parent)
    , m_market(market)
    , m_bridge(session)
    , m_past(session, m_heat)
{
    connect(&m_past, &HeatPast::changed, this, &MarketView::heatPastChanged);
    connect(&market, &MarketReplica::instrumentsChanged, this, &MarketView::takeInstruments);
    connect(&market, &MarketReplica::feedsChanged, this, [this](std::vector<FeedStatus> const& feeds) {
        bool const mine = std::any_of(feeds.begin(), feeds.end(), [this](FeedStatus const& feed) {
            return feed.instrument == m_shown;
        });
        if (mine) {
            emit feedChanged();
        }
    });
    connect(&m_bridge, &SessionBridge::depth, this, &MarketView::takeDepth);
    connect(&m_bridge, &SessionBridge::heat, this, &MarketView::takeHeat);
    connect(&m_bridge, &SessionBridge::trades, this, [this](TradesBatch const& batch) {
        if (batch.reset) {
            m_tape.clear();
        }
        m_tape.add(batch.trades);
        emit tradesChanged(batch);
    });
    chooseFirst();
}

Instrument const* MarketView::shown() const
{
    return m_shown ? m_market.find(*m_shown) : nullptr;
}

void MarketView::show(InstrumentId id)
{
    if (auto const* instrument = m_market.find(id)) {
        m_chosen = true;
        display(*instrument);
    }
}

void MarketView::display(Instrument const& instrument)
{
    if (m_shown != instrument.id) {
        beginWith(instrument);
    }
}

void MarketView::beginWith(Instrument const& instrument)
{
    auto const id = instrument.id;
    forget();
    m_shown = id;
    m_units = instrument;
    m_past.follow(id);
    m_bridge.showAnew(id);
    emitAnew();
}

void MarketView::forget()
{
    m_shown.reset();
    m_depth.reset();
    m_tape.clear();
    m_heat.clear();
    m_past.follow({});
    m_cursor = {};
}

void MarketView::emitAnew()
{
    emit shownChanged();
    emit depthChanged();
    emit heatChanged(true);
}

void MarketView::setFirstChoice(QString const& name)
{
    m_firstChoice = name;
    m_chosen = false;
    if (auto const* chosen = m_market.findByName(name)) {
        m_firstChoice.clear();
        display(*chosen);
    }
}

void MarketView::takeInstruments(bool all, std::vector<InstrumentId> const& changed)
{
    auto const before = m_shown;
    if (all) {
        findAgain();
    }
    chooseFirst();
    if (before && !m_shown) {
        emitAnew(); // gone, and there is no other
    }
    if (m_shown != before) {
        return;
    }
    if (m_shown && (all || std::find(changed.begin(), changed.end(), *m_shown) != changed.end())) {
        auto const* instrument = shown();
        if (instrument != nullptr && !isSameInstrument(*instrument, m_units)) {
            beginWith(*instrument); // the numbers that are held mean something else now
        } else {
            emit shownChanged();
        }
    }
}

// A list anew: ids are places in it, so the market may stand under another one, or not be there any more.
// Then it is waited for as at the start.
void MarketView::findAgain()
{
    auto const* there = shown();
    if (!m_shown || (there != nullptr && isSameMarket(*there, m_units))) {
        return;
    }
    if (auto const* found = m_market.findMarket(m_units)) {
        beginWith(*found);
        return;
    }
    if (m_chosen || m_firstChoice.isEmpty()) {
        m_firstChoice = QString::fromStdString(m_units.venue + ":" + m_units.symbol);
        m_chosen = false;
    }
    forget();
    m_bridge.showNothing();
}

void MarketView::chooseFirst()
{
    bool const waits = !m_chosen && !m_firstChoice.isEmpty();
    if (auto const* chosen = waits ? m_market.findByName(m_firstChoice) : nullptr) {
        m_firstChoice.clear();
        display(*chosen);
    } else if (!m_shown && !m_market.instruments().empty()) {
        display(m_market.instruments().front());
    }
}

void MarketView::takeDepth(DepthBatch const& batch)
{
    m_depth = batch.depth;
    emit depthChanged();
}

void MarketView::takeHeat(HeatBatch const& batch)
{
    if (batch.reset) {
        m_heat.clear();
        m_past.follow(m_shown.value_or(InstrumentId()));
    }
    m_heat.merge(batch.heat.chunks);
    emit heatChanged(batch.reset);
}

void MarketView::wantHeat(std::int64_t from, std::int64_t to)
{
    if (!m_heat.empty()) {
        m_past.want(from, std::min(to, m_heat.firstColumn()), m_market.status().now);
    }
}

FeedStatus const* MarketView::shownFeed() const
{
    return m_shown ? m_market.feed(*m_shown) : nullptr;
}

FeedState MarketView::bookState() const
{
    return m_depth ? m_depth->state : FeedState::AwaitingSnapshot;
}

void MarketView::setCursor(MarketCursor const& cursor)
{
    if (m_cursor != cursor) {
        m_cursor = cursor;
        emit cursorChanged();
    }
}

} // namespace qob
