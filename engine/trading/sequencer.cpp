#include "engine/trading/sequencer.h"

#include "engine/base/check.h"

#include <algorithm>

namespace qob {

Sequencer::Sequencer(
    std::unique_ptr<Market> market, OrderVenue* ownVenue, TradingSettings const& settings, Log& log
)
    : m_market(std::move(market))
    , m_paper(ownVenue == nullptr)
    , m_settings(settings)
    , m_log(log)
    , m_history(*m_market)
    , m_paperVenue(*m_market)
    , m_line(m_paper ? static_cast<OrderVenue&>(m_paperVenue) : *ownVenue, [this](InstrumentId id) {
        const auto* item = m_history.find(id);
        return item == nullptr ? Duration(0) : item->instrument.latency;
    })
{
    m_line.connect(*this);
    openAccount(deskAccount);
}

void Sequencer::setOutput(EngineOutput& output)
{
    m_output = &output;
    for (auto& [account, desk] : m_desks) {
        desk->orders.setOutput(output);
        m_output->onAccountOpened(account, depositsOf(account));
    }
}

void Sequencer::apply(AccountId account, Command const& command, Timestamp now)
{
    OrderManager& orders = deskOf(account).orders;
    if (auto const* order = std::get_if<NewOrderSingle>(&command)) {
        orders.submit(*order, now);
    } else if (auto const* list = std::get_if<NewOrderList>(&command)) {
        orders.submit(*list, now);
    } else if (auto const* cancel = std::get_if<OrderCancelRequest>(&command)) {
        orders.cancel(*cancel, now);
    } else if (auto const* replace = std::get_if<OrderCancelReplaceRequest>(&command)) {
        orders.replace(*replace, now);
    } else if (auto const* massCancel = std::get_if<OrderMassCancelRequest>(&command)) {
        orders.massCancel(*massCancel, now);
    }
}

void Sequencer::massCancel(OrderMassCancelRequest const& request, Timestamp now)
{
    for (auto& [account, desk] : m_desks) {
        desk->orders.massCancel(request, now);
    }
}

void Sequencer::onVenueReport(VenueReport const& report)
{
    m_desks.at(accountOf(report.id))->orders.onVenueReport(report);
}

Sequencer::Desk::Desk(AccountId account, Sequencer& owner)
    : portfolio(owner.depositsOf(account))
    , orders(account, owner.m_line, *owner.m_market, owner.m_history, portfolio, owner.m_settings.ordersKept)
{}

Sequencer::Desk& Sequencer::deskOf(AccountId account)
{
    CHECK(account >= AccountId(1) && account <= maxAccount);
    auto& desk = m_desks[account];
    if (desk == nullptr) {
        desk = std::make_unique<Desk>(account, *this);
        if (m_output != nullptr) {
            desk->orders.setOutput(*m_output);
            m_output->onAccountOpened(account, depositsOf(account));
        }
    }
    return *desk;
}

std::vector<Deposit> const& Sequencer::depositsOf(AccountId account) const
{
    auto const other = m_settings.otherDeposits.find(account);
    return other == m_settings.otherDeposits.end() ? m_settings.deposits : other->second;
}

std::vector<AccountId> Sequencer::accounts() const
{
    std::vector<AccountId> open;
    for (auto const& [account, desk] : m_desks) {
        open.push_back(account);
    }
    return open;
}

OrderManager const& Sequencer::orders(AccountId account) const
{
    return m_desks.at(account)->orders;
}

Portfolio const& Sequencer::portfolio(AccountId account) const
{
    return m_desks.at(account)->portfolio;
}

Ledger const& Sequencer::ledger(AccountId account) const
{
    return portfolio(account).ledger();
}

void Sequencer::restore(std::map<AccountId, AccountImage> const& accounts, std::vector<Instrument> strangers)
{
    for (auto const& [account, image] : accounts) {
        Desk& desk = deskOf(account);
        desk.portfolio.restore(image.portfolio);
        desk.orders.restore(image);
    }
    m_strangers = std::move(strangers);
}

void Sequencer::dropAll(Error const& reason, Timestamp now)
{
    for (auto& [account, desk] : m_desks) {
        desk->orders.dropAll(reason, now);
    }
}

Instrument const* Sequencer::instrument(InstrumentId id) const
{
    if (auto const* item = m_history.find(id)) {
        return &item->instrument;
    }
    auto const found = std::find_if(m_strangers.begin(), m_strangers.end(), [&](auto const& stranger) {
        return stranger.id == id;
    });
    return found == m_strangers.end() ? nullptr : &*found;
}

// Its prices and quantities count something else from now on: no order may be filled by the new numbers, and
// what was done by the old ones is an instrument's that the market does not show any more.
void Sequencer::leaveUnits(Instrument const& before, Timestamp time)
{
    Instrument stranger = before;
    stranger.id = firstStranger;
    for (Instrument const& other : m_strangers) {
        stranger.id = std::max(stranger.id, InstrumentId(other.id.value + 1));
    }
    bool past = false;
    for (auto& [account, desk] : m_desks) {
        desk->orders.drop(
            before.id, {ErrorCode::OrderMarketNotLive, "the venue tells another price or size unit now"}, time
        );
        past = past || desk->orders.knows(before.id) || desk->portfolio.holding(before.id) != nullptr;
        desk->portfolio.rename(before.id, stranger.id);
        desk->orders.rename(before.id, stranger.id);
        m_line.setNetPosition(account, before.id, Qty(0));
    }
    if (past) {
        m_strangers.push_back(stranger);
        m_output->onInstrument(stranger);
        m_output->onPastRenamed();
    }
}

// A stranger is one no longer.
void Sequencer::recognise(Instrument const& instrument)
{
    auto const found = std::find_if(m_strangers.begin(), m_strangers.end(), [&](auto const& stranger) {
        return isSameContract(stranger, instrument);
    });
    bool const traded = std::any_of(m_desks.begin(), m_desks.end(), [&](auto const& entry) {
        return entry.second->portfolio.holding(instrument.id) != nullptr;
    });
    if (found == m_strangers.end() || traded) {
        return;
    }
    for (auto& [account, desk] : m_desks) {
        desk->portfolio.rename(found->id, instrument.id);
        desk->orders.rename(found->id, instrument.id);
        m_line.setNetPosition(account, instrument.id, desk->portfolio.netOf(instrument.id));
    }
    m_strangers.erase(found);
    m_output->onPastRenamed();
}

void Sequencer::advance(Timestamp limit)
{
    while (nextEventTime() <= limit) {
        const Timestamp wire = m_line.next();
        const Timestamp expiry = m_paperVenue.nextExpiry();
        const Timestamp own = std::min(wire, expiry);
        if (own > m_market->nextEventTime()) {
            m_market->runUntil(own <= limit ? own - nanoseconds(1) : limit, *this);
        } else if (expiry <= wire) {
            m_paperVenue.expire(expiry);
        } else {
            m_line.deliver();
        }
    }
}

Timestamp Sequencer::nextEventTime()
{
    return std::min({m_line.next(), m_paperVenue.nextExpiry(), m_market->nextEventTime()});
}

Expected<void> Sequencer::seek(Timestamp target)
{
    if (!m_market->canRewind()) {
        return fail(ErrorCode::ReplayNotSeekable);
    }
    if (target < m_market->begin() || target > m_market->end()) {
        return fail(ErrorCode::ReplayOutOfRange);
    }
    dropAll({ErrorCode::OrderMarketNotLive, "the replay was moved"}, target);
    m_line.clear();
    m_paperVenue.clear();
    for (auto const& [account, desk] : m_desks) {
        for (auto const& [instrument, item] : m_history.items()) {
            m_line.setNetPosition(account, instrument, desk->portfolio.netOf(instrument));
        }
    }
    m_market->rewind();
    m_history.forget();
    m_market->runUntil(target, *this);
    return {};
}

AccountReport Sequencer::account(AccountId account) const
{
    return m_desks.at(account)->portfolio.report([this](Instrument const& instrument, Qty net) {
        const auto* item = m_history.find(instrument.id);
        return item == nullptr ? Price(0) : net > Qty(0) ? item->bid : item->ask;
    });
}

bool Sequencer::holdsPositions(AccountId account) const
{
    return m_desks.at(account)->portfolio.holdsPositions();
}

AccountReport Sequencer::sumOfAccounts() const
{
    std::map<AssetName, Balance> balances;
    std::map<InstrumentId, Position> positions;
    for (auto const& [id, desk] : m_desks) {
        AccountReport const one = account(id);
        for (Balance const& balance : one.balances) {
            Balance& sum = balances[balance.asset];
            sum.asset = balance.asset;
            sum.free += balance.free;
            sum.held += balance.held;
        }
        for (Position const& position : one.positions) {
            Position& sum = positions[position.instrument];
            sum.instrument = position.instrument;
            sum.net += position.net;
            sum.cost += position.cost;
            sum.realised += position.realised;
            sum.unrealised += position.unrealised;
            sum.fees += position.fees;
            sum.asset = position.asset;
        }
    }
    AccountReport report;
    for (auto const& [asset, sum] : balances) {
        report.balances.push_back(sum);
    }
    for (auto const& [instrument, sum] : positions) {
        report.positions.push_back(sum);
    }
    return report;
}

void Sequencer::onInstrument(Instrument const& instrument)
{
    if (m_tap != nullptr) {
        m_tap->onInstrument(instrument);
    }
    Instrument known = instrument;
    if (m_paper) {
        known.makerFee = m_settings.paperMakerFee;
        known.takerFee = m_settings.paperTakerFee;
        known.latency = m_settings.paperLatency;
    }
    if (auto const* item = m_history.find(known.id);
        item != nullptr && !isSameContract(item->instrument, known)) {
        leaveUnits(item->instrument, item->feed.lastMessage);
    }
    recognise(known);
    m_history.onInstrument(known);
    m_paperVenue.onInstrument(known);
    m_log.info("market", "instrument", {{"venue", known.venue}, {"symbol", known.symbol}});
    m_output->onInstrument(known);
}

void Sequencer::onLevel(InstrumentId instrument, Side side, Price price, Qty qty, Timestamp time)
{
    if (m_tap != nullptr) {
        m_tap->onLevel(instrument, side, price, qty, time);
    }
    m_history.onLevel(instrument, side, price, qty, time);
    if (m_paper) {
        m_paperVenue.onLevel(instrument, side, price, qty, time);
    }
}

void Sequencer::onBookCleared(InstrumentId instrument, Timestamp time)
{
    if (m_tap != nullptr) {
        m_tap->onBookCleared(instrument, time);
    }
    m_history.onBookCleared(instrument, time);
    m_paperVenue.onBookCleared(instrument);
}

void Sequencer::onBookUpdated(InstrumentId instrument, Timestamp time)
{
    if (m_tap != nullptr) {
        m_tap->onBookUpdated(instrument, time);
    }
    m_history.onBookUpdated(instrument, time);
    m_paperVenue.onBookUpdated(instrument, time);
}

void Sequencer::onTrade(Trade const& trade)
{
    if (m_tap != nullptr) {
        m_tap->onTrade(trade);
    }
    m_history.onTrade(trade);
    if (m_paper) {
        m_paperVenue.onTrade(trade);
    }
}

void Sequencer::onStatistics(InstrumentStatistics const& statistics)
{
    if (m_tap != nullptr) {
        m_tap->onStatistics(statistics);
    }
    m_history.onStatistics(statistics);
}

void Sequencer::onFeed(FeedStatus const& status)
{
    if (m_tap != nullptr) {
        m_tap->onFeed(status);
    }
    m_history.onFeed(status);
    if (status.problem) {
        m_log.warning("feed", status.problem->message(), {{"instrument", status.instrument.value}});
    }
}

void Sequencer::onNotice(Notice const& notice)
{
    if (m_tap != nullptr) {
        m_tap->onNotice(notice);
    }
    m_log.warning("market", notice.text);
    m_output->onNotice(notice);
}

} // namespace qob
