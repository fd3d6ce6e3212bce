#include "engine/trading/portfolio.h"

#include "engine/base/check.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr Int128 mostMoney = static_cast<Int128>(1) << 117;

// The greatest product of price and quantity, by the decimals that money has beyond theirs.
constexpr auto mostUnits = [] {
    std::array<Int128, amountScale + 1> most{};
    for (int spare = 0; spare <= amountScale; ++spare) {
        most[static_cast<std::size_t>(spare)] = mostMoney / pow10(spare);
    }
    return most;
}();

// The steps of notional(), at the lowest price there is.
bool inverseCountable(Instrument const& instrument, Qty qty)
{
    Int128 scaled = static_cast<Int128>(qty.value) * instrument.contractValue;
    if (__builtin_mul_overflow(scaled, Int128{pow10(amountScale - instrument.qtyScale)}, &scaled)) {
        return false;
    }
    Int128 value = scaled / instrument.tickSize.value;
    return !__builtin_mul_overflow(value, Int128{pow10(instrument.priceScale)}, &value) && value <= mostMoney;
}

// A quantity of the base asset as money.
Amount baseAmount(Instrument const& instrument, Qty qty)
{
    return Amount(static_cast<Int128>(qty.value) * pow10(amountScale - instrument.qtyScale));
}

FeeRate highestFee(Instrument const& instrument)
{
    return std::max({instrument.makerFee, instrument.takerFee, FeeRate(0)});
}

// So that what is held for an order is never less than the fees of its fills.
Amount feeRoundedUp(Instrument const& instrument, Price price, Qty qty, Amount value, FeeRate rate)
{
    const Amount fee = feeOn(instrument, price, qty, rate);
    bool const exact =
        instrument.kind != ContractKind::Inverse &&
        instrument.priceScale + instrument.qtyScale + instrument.multiplierScale + 8 <= amountScale;
    return exact || value == Amount(0) ? fee : fee + Amount(1);
}

Qty magnitude(Qty qty)
{
    return qty < Qty(0) ? -qty : qty;
}

// As mulDiv, with a division less.
Amount shareOf(Amount whole, Qty part, Qty all)
{
    if (part == all) {
        return whole;
    }
    const Int128 each = whole.value / all.value;
    const Int128 rest = whole.value - each * all.value;
    return Amount(each * part.value + rest * part.value / all.value);
}

// Profit of closing what cost `cost` for `value`: an inverse contract's base value falls as its price rises.
Amount profit(Instrument const& instrument, bool wasLong, Amount cost, Amount value)
{
    bool const gains = wasLong != (instrument.kind == ContractKind::Inverse);
    return gains ? value - cost : cost - value;
}

// cost / quantity in quote units.
Amount averagePrice(Instrument const& instrument, Amount cost, Qty qty)
{
    if (qty == Qty(0) || cost == Amount(0)) {
        return Amount(0);
    }
    if (instrument.kind == ContractKind::Inverse) {
        // contracts * value / cost; 10^18 * 10^18 would overflow, so the cost gives up nine digits.
        auto const nano = static_cast<std::int64_t>(cost.value / pow10(9));
        const Int128 quote = static_cast<Int128>(qty.value) * instrument.contractValue;
        return nano == 0 ? Amount(0)
                         : Amount(mulDiv(quote * pow10(amountScale - instrument.qtyScale), pow10(9), nano));
    }
    const Int128 each = mulDiv(cost.value, pow10(instrument.qtyScale), qty.value);
    return Amount(mulDiv(each, pow10(instrument.multiplierScale), instrument.multiplier));
}

} // namespace

Expected<std::vector<Deposit>> parseDeposits(std::string_view text)
{
    std::vector<Deposit> deposits;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        auto const entry = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        auto const equals = entry.find('=');
        if (equals == std::string_view::npos || equals == 0 || !AssetName::fits(entry.substr(0, equals))) {
            return fail(ErrorCode::ConfigBadValue, "'" + std::string(entry) + "'; expected ASSET=AMOUNT");
        }
        auto const amount = parseScaled128(entry.substr(equals + 1), amountScale);
        if (!amount || *amount < 0) {
            return fail(
                ErrorCode::ConfigBadValue, "'" + std::string(entry) + "'; expected a positive amount"
            );
        }
        deposits.push_back({AssetName(entry.substr(0, equals)), Amount(*amount)});
    }
    return deposits;
}

Portfolio::Portfolio(std::vector<Deposit> const& deposits)
{
    for (Deposit const& deposit : deposits) {
        m_ledger.post(deposit.asset, LedgerAccount::Deposits, LedgerAccount::Free, deposit.amount);
    }
}

Portfolio::Need Portfolio::need(Instrument const& instrument, Side side, Price price, Qty leaves, Qty covered)
{
    return need(instrument, side, price, leaves, covered, highestFee(instrument));
}

Portfolio::Need Portfolio::need(
    Instrument const& instrument, Side side, Price price, Qty leaves, Qty covered, FeeRate highestFee
)
{
    if (instrument.kind == ContractKind::Spot && side == Side::Sell) {
        return {instrument.base, baseAmount(instrument, leaves)};
    }
    const Qty open = leaves - std::min(leaves, covered);
    const Amount value = notional(instrument, price, open);
    return {instrument.settleAsset(), value + feeRoundedUp(instrument, price, open, value, highestFee)};
}

bool Portfolio::countable(Instrument const& instrument, Price price, Qty qty)
{
    if (instrument.kind == ContractKind::Inverse) {
        return inverseCountable(instrument, qty);
    }
    int const spare = amountScale - instrument.priceScale - instrument.qtyScale - instrument.multiplierScale;
    const Int128 units = static_cast<Int128>(price.value) * qty.value;
    const Int128 most = mostUnits[static_cast<std::size_t>(spare)];
    return units <= (instrument.multiplier == 1 ? most : most / instrument.multiplier);
}

Expected<void> Portfolio::withdraw(AssetName const& asset, Amount amount)
{
    if (m_ledger.balance(asset, LedgerAccount::Free) < amount) {
        return fail(ErrorCode::OrderInsufficientFunds, asset.text());
    }
    m_ledger.post(asset, LedgerAccount::Free, LedgerAccount::Deposits, amount);
    return {};
}

Amount Portfolio::margin(AssetName const& asset) const
{
    Amount sum;
    for (auto const& [id, holding] : m_holdings) {
        sum += holding.instrument.settleAsset() == asset ? holding.margin : Amount(0);
    }
    return sum;
}

void Portfolio::restore(Image image)
{
    m_ledger.restore(std::move(image.accounts));
    m_holdings = std::move(image.holdings);
}

void Portfolio::rename(InstrumentId from, InstrumentId to)
{
    auto holding = m_holdings.extract(from);
    if (!holding.empty()) {
        holding.key() = to;
        holding.mapped().instrument.id = to;
        m_holdings.insert(std::move(holding));
    }
}

Expected<void> Portfolio::hold(Need const& need)
{
    const Amount free = m_ledger.balance(need.asset, LedgerAccount::Free);
    if (free < need.amount) {
        return fail(
            ErrorCode::OrderInsufficientFunds,
            "it needs " + formatTrimmed(need.amount.value, amountScale) + " " + need.asset.text() +
                ", free are " + formatTrimmed(free.value, amountScale)
        );
    }
    m_ledger.post(need.asset, LedgerAccount::Free, LedgerAccount::Held, need.amount);
    return {};
}

Amount Portfolio::applyFill(Instrument const& instrument, Side side, Price price, Qty qty, FeeRate feeRate)
{
    auto& holding = m_holdings[instrument.id];
    if (holding.net == Qty(0)) {
        holding.instrument = instrument;
    }
    const Amount value = notional(instrument, price, qty);
    Amount fee = feeOn(instrument, price, qty, feeRate);
    const Amount realised = updatePosition(holding, side, price, qty);
    if (instrument.kind == ContractKind::Spot) {
        const Amount base = baseAmount(instrument, qty);
        bool const buy = side == Side::Buy;
        m_ledger.post(
            buy ? instrument.quote : instrument.base,
            LedgerAccount::Free,
            LedgerAccount::Venue,
            buy ? value : base
        );
        m_ledger.post(
            buy ? instrument.base : instrument.quote,
            LedgerAccount::Venue,
            LedgerAccount::Free,
            buy ? base : value
        );
        fee = std::min(fee, m_ledger.balance(instrument.quote, LedgerAccount::Free));
    } else {
        AssetName const& settle = instrument.settleAsset();
        adjustMargin(holding);
        if (realised < Amount(0)) {
            pay(settle, LedgerAccount::Venue, -realised);
        } else {
            m_ledger.post(settle, LedgerAccount::Venue, LedgerAccount::Free, realised);
        }
    }
    payFee(instrument.settleAsset(), fee);
    holding.fees += fee;
    return fee;
}

Qty Portfolio::netOf(InstrumentId instrument) const
{
    auto const found = m_holdings.find(instrument);
    return found == m_holdings.end() ? Qty(0) : found->second.net;
}

bool Portfolio::holdsPositions() const
{
    return std::any_of(m_holdings.begin(), m_holdings.end(), [](auto const& entry) {
        return entry.second.net != Qty(0);
    });
}

AccountReport Portfolio::report(ClosingPrice const& closingPrice) const
{
    AccountReport report;
    report.balances = m_ledger.balances();
    for (auto const& [id, holding] : m_holdings) {
        const Qty open = magnitude(holding.net);
        Position position;
        position.instrument = id;
        position.net = holding.net;
        position.cost = holding.cost;
        position.avgPx = averagePrice(holding.instrument, holding.cost, open);
        position.realised = holding.realised;
        position.fees = holding.fees;
        position.asset = holding.instrument.settleAsset();
        const Price price = closingPrice(holding.instrument, holding.net);
        if (open > Qty(0) && price > Price(0)) {
            const Amount value = notional(holding.instrument, price, open);
            position.unrealised = profit(holding.instrument, holding.net > Qty(0), holding.cost, value);
        }
        report.positions.push_back(position);
    }
    return report;
}

void Portfolio::pay(AssetName const& asset, LedgerAccount to, Amount amount)
{
    const Amount own = std::min(amount, m_ledger.balance(asset, LedgerAccount::Free));
    m_ledger.post(asset, LedgerAccount::Free, to, own);
    if (own < amount) {
        m_ledger.post(asset, LedgerAccount::Venue, to, amount - own);
    }
}

void Portfolio::payFee(AssetName const& asset, Amount fee)
{
    if (fee < Amount(0)) {
        m_ledger.post(asset, LedgerAccount::Fees, LedgerAccount::Free, -fee);
    } else {
        pay(asset, LedgerAccount::Fees, fee);
    }
}

// Average cost: a fill against the position closes it in proportion, what is left over opens the other way.
Amount Portfolio::updatePosition(Holding& holding, Side side, Price price, Qty qty)
{
    Instrument const& instrument = holding.instrument;
    bool const against = holding.net != Qty(0) && (holding.net > Qty(0)) != (side == Side::Buy);
    const Qty open = magnitude(holding.net);
    const Qty closing = against ? std::min(open, qty) : Qty(0);
    Amount realised;
    if (closing > Qty(0)) {
        const Amount cost = shareOf(holding.cost, closing, open);
        realised = profit(instrument, holding.net > Qty(0), cost, notional(instrument, price, closing));
        holding.cost -= cost;
    }
    if (qty > closing) {
        holding.cost += notional(instrument, price, qty - closing);
    }
    holding.net += Qty(signOf(side) * qty.value);
    holding.realised += realised;
    CHECK(holding.net != Qty(0) || holding.cost == Amount(0));
    return realised;
}

// A derivative's margin is the notional it was opened at, as far as the free balance goes.
void Portfolio::adjustMargin(Holding& holding)
{
    AssetName const& settle = holding.instrument.settleAsset();
    if (holding.cost < holding.margin) {
        m_ledger.post(settle, LedgerAccount::Held, LedgerAccount::Free, holding.margin - holding.cost);
        holding.margin = holding.cost;
        return;
    }
    const Amount wanted = holding.cost - holding.margin;
    const Amount taken = std::min(wanted, m_ledger.balance(settle, LedgerAccount::Free));
    m_ledger.post(settle, LedgerAccount::Free, LedgerAccount::Held, taken);
    holding.margin += taken;
}

} // namespace qob
