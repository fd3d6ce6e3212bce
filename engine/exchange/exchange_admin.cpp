// What is not an order: instruments, accounts, their money, states of the market, and cancels in bulk.

#include "engine/exchange/exchange.h"

#include <algorithm>

namespace qob {

namespace {

constexpr std::uint32_t maxAccounts = 1U << 20U;

} // namespace

BookRules Exchange::bookRules(Instrument const& instrument, std::uint32_t maxOrders)
{
    BookRules rules{
        .instrument = instrument.id,
        .tickSize = instrument.tickSize,
        .lotSize = instrument.lotSize,
        .minQty = instrument.minQty,
        .maxQty = instrument.maxQty,
        .maxOrders = maxOrders};
    if (instrument.kind != ContractKind::Inverse && instrument.minNotional > Amount(0)) {
        int const spare =
            amountScale - instrument.priceScale - instrument.qtyScale - instrument.multiplierScale;
        const Int128 unit = static_cast<Int128>(pow10(spare)) * instrument.multiplier;
        rules.minNotional = (instrument.minNotional.value + unit - 1) / unit;
    }
    return rules;
}

void Exchange::on(MassCancel const& command)
{
    for (auto const& listing : m_listings) {
        bool const named = listing && (!command.instrument || listing->instrument.id == *command.instrument);
        if (named) {
            listing->book->massCancel(command.which, m_events);
            drain(*listing);
        }
    }
}

void Exchange::on(Disconnect const& command)
{
    on(MassCancel{{}, {.owner = command.account, .onlyCancelOnDisconnect = true}});
}

void Exchange::on(BlockTrading const& command)
{
    if (command.account && account(*command.account) == nullptr) {
        refuseCommand(*command.account, InstrumentId(), ErrorCode::OrderUnknownAccount);
        return;
    }
    (command.account ? account(*command.account)->blocked : m_allBlocked) = command.blocked;
    if (command.blocked) {
        on(MassCancel{{}, {.owner = command.account}});
    }
}

void Exchange::on(Transfer const& command)
{
    Account* owner = account(command.account);
    // Of all accounts together, as what one has can come to another.
    constexpr Amount most(static_cast<Int128>(1) << 116);
    auto const known = m_deposits.find(command.asset);
    const Amount before = known == m_deposits.end() ? Amount(0) : known->second;
    if (owner == nullptr || command.amount > most - before || command.amount < -most ||
        command.asset.empty()) {
        refuseCommand(
            command.account,
            InstrumentId(),
            owner == nullptr ? ErrorCode::OrderUnknownAccount : ErrorCode::NumberTooLarge
        );
    } else if (command.amount >= Amount(0)) {
        owner->portfolio.deposit(command.asset, command.amount);
        m_deposits[command.asset] += command.amount;
    } else if (!owner->portfolio.withdraw(command.asset, -command.amount)) {
        refuseCommand(command.account, InstrumentId(), ErrorCode::OrderInsufficientFunds);
    } else {
        m_deposits[command.asset] += command.amount;
    }
}

void Exchange::on(OpenAccount const& command)
{
    if (command.account.value >= maxAccounts || command.feeTier >= m_feeTiers.size()) {
        refuseCommand(command.account, InstrumentId(), ErrorCode::OrderUnknownAccount);
        return;
    }
    if (command.account.value >= m_accounts.size()) {
        m_accounts.resize(command.account.value + 1);
    }
    auto& owner = m_accounts[command.account.value];
    if (!owner) {
        owner = std::make_unique<Account>();
    }
    owner->feeTier = command.feeTier;
    coverFees(command.feeTier, command.account);
}

void Exchange::on(SetFeeTier const& command)
{
    if (command.tier == 0) {
        refuseCommand(OwnerId(), InstrumentId(), ErrorCode::ConfigBadValue);
        return;
    }
    m_feeTiers.resize(std::max<std::size_t>(m_feeTiers.size(), command.tier + std::size_t{1}));
    m_feeTiers[command.tier] = {command.maker, command.taker};
    coverFees(command.tier, std::nullopt);
}

void Exchange::on(ListInstrument const& command)
{
    Instrument const& instrument = command.instrument;
    bool const known = listing(instrument.id) != nullptr;
    if (known || !listable(instrument)) {
        refuseCommand(OwnerId(), instrument.id, ErrorCode::InstrumentInvalid);
        return;
    }
    if (instrument.id.value >= m_listings.size()) {
        m_listings.resize(instrument.id.value + 1);
    }
    m_listings[instrument.id.value] = std::make_unique<Listing>(Listing{
        instrument, std::make_unique<LadderBook>(bookRules(instrument, m_limits.maxOrders), m_pool)});
    m_listings[instrument.id.value]->book->setGate(&m_gate);
}

void Exchange::on(SetTradingState const& command)
{
    Listing* listing = this->listing(command.instrument);
    if (listing == nullptr) {
        refuseCommand(OwnerId(), command.instrument, ErrorCode::OrderUnknownSymbol);
        return;
    }
    coverUncrossing(*listing, command.state);
    listing->book->setState(command.state, m_events);
    drain(*listing);
    uncrossed(*listing);
}

void Exchange::on(SetPriceBand const& command)
{
    Listing* listing = this->listing(command.instrument);
    if (listing == nullptr) {
        refuseCommand(OwnerId(), command.instrument, ErrorCode::OrderUnknownSymbol);
        return;
    }
    listing->book->setBand(command.band);
}

void Exchange::refuseCommand(OwnerId owner, InstrumentId instrument, ErrorCode reason)
{
    ExchangeReport report;
    report.kind = ExchangeReport::Kind::AccountReject;
    report.reason = reason;
    report.account = owner;
    report.instrument = instrument;
    report.command = m_request.sequence;
    report.execId = ExecId(++m_lastExecId);
    m_out->onReport(report);
}

} // namespace qob
