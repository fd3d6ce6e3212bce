#include "engine/session/order_recovery.h"

#include <algorithm>

namespace qob {

namespace {

char const* nameOf(MarketKind kind)
{
    return kind == MarketKind::Sim      ? "a simulated market"
           : kind == MarketKind::Replay ? "a replay"
                                        : "a live market";
}

tl::unexpected<Error> unfit(std::string what)
{
    return fail(ErrorCode::JournalCorrupt, std::move(what));
}

std::string numbered(char const* what, std::uint64_t number)
{
    return what + (" " + std::to_string(number));
}

} // namespace

Expected<void> OrderRecovery::apply(JournalRecord const& record)
{
    auto decoded = decodeAccountRecord(record.kind, record.payload);
    auto const applied = decoded ? std::visit([this](auto const& what) { return apply(what); }, *decoded)
                                 : Expected<void>(tl::unexpected(decoded.error()));
    if (applied || applied.error().code == ErrorCode::ConfigBadValue) {
        return applied;
    }
    return fail(
        applied.error().code,
        std::string(record.file) + " at byte " + std::to_string(record.offset) + ": " + applied.error().detail
    );
}

Expected<void> OrderRecovery::apply(RunBegins const& begins)
{
    if (begins.market != m_market) {
        return fail(
            ErrorCode::ConfigBadValue,
            std::string("the order journal is of ") + nameOf(begins.market) + ", not of " + nameOf(m_market)
        );
    }
    m_ids.clear();
    return {};
}

Expected<void> OrderRecovery::apply(Instrument const& instrument)
{
    auto& known = m_orders.instruments;
    auto found = std::find_if(known.begin(), known.end(), [&](Instrument const& one) {
        return isSameContract(one, instrument);
    });
    if (found == known.end()) {
        const InstrumentId id(firstStranger.value + static_cast<std::uint32_t>(known.size()));
        found = known.insert(known.end(), instrument);
        found->id = id;
    }
    const InstrumentId id = found->id;
    *found = instrument; // fees and tick as they were last
    found->id = id;
    m_ids[instrument.id] = id;
    return {};
}

Expected<void> OrderRecovery::apply(AccountOpened const& opened)
{
    auto [account, fresh] = m_orders.accounts.try_emplace(opened.account);
    if (!fresh) {
        return unfit(numbered("there is already an account", opened.account.value));
    }
    account->second.portfolio = Portfolio(opened.deposits).image();
    account->second.lastExecId = ExecId((opened.account.value - std::uint64_t{1}) * idsPerAccount);
    return {};
}

// What every report does: counts, gets our id of its instrument, becomes the order's state.
Expected<void> OrderRecovery::note(ExecutionReport& report)
{
    AccountImage* const account = find(accountOf(report.execId));
    if (account == nullptr) {
        return unfit(numbered("a report of an account that was not opened,", report.execId.value));
    }
    account->lastExecId = std::max(account->lastExecId, report.execId);
    auto const id = m_ids.find(report.instrument);
    report.instrument = id == m_ids.end() ? InstrumentId() : id->second;
    if (report.orderId == OrderId()) {
        return {}; // an order that was refused
    }
    auto const next = (accountOf(report.orderId).value - std::uint64_t{1}) * idsPerAccount + account->gone +
                      account->orders.size() + 1;
    if (report.execType == ExecType::PendingNew && report.orderId == OrderId(next)) {
        forgetOldest(*account);
        account->orders.push_back({requestOf(report), report});
        account->names[report.clOrdId] = report.orderId;
        return {};
    }
    AccountImage::Order* const order = find(report.orderId);
    if (order == nullptr && isForgotten(report.orderId)) {
        return {};
    }
    if (order == nullptr || accountOf(report.orderId) != accountOf(report.execId)) {
        return unfit(numbered("a report of an order there is not,", report.orderId.value));
    }
    order->state = report;
    order->state.lastPx = Price(0);
    order->state.lastQty = Qty(0);
    order->state.liquidity = Liquidity::None;
    order->state.fee = Amount(0);
    order->state.feeAsset = AssetName();
    return {};
}

Expected<void> OrderRecovery::apply(ExecutionReport const& report)
{
    ExecutionReport ours = report;
    return note(ours);
}

Expected<void> OrderRecovery::apply(FillRecord const& fill)
{
    ExecutionReport ours = fill.report;
    if (auto noted = note(ours); !noted) {
        return noted;
    }
    if (ours.instrument == InstrumentId() || ours.orderId == OrderId()) {
        return unfit("a trade that does not say of what");
    }
    AccountImage& account = *find(accountOf(ours.execId));
    auto& fills = account.fills;
    fills.push_back(ours);
    auto const mostFills = static_cast<std::ptrdiff_t>(OrderManager::fillsOfAnOrder * m_kept);
    if (std::ssize(fills) >= 2 * mostFills) {
        fills.erase(fills.begin(), fills.end() - mostFills);
    }
    for (Ledger::Row const& row : fill.rows) {
        auto& rows = account.portfolio.accounts;
        auto const found = std::find_if(rows.begin(), rows.end(), [&](Ledger::Row const& one) {
            return one.asset >= row.asset;
        });
        if (found != rows.end() && found->asset == row.asset) {
            *found = row;
        } else {
            rows.insert(found, row);
        }
    }
    auto& holding = account.portfolio.holdings[ours.instrument];
    holding.instrument = m_orders.instruments.at(ours.instrument.value - firstStranger.value);
    holding.net = fill.net;
    holding.cost = fill.cost;
    holding.realised = fill.realised;
    holding.fees = fill.fees;
    holding.margin = fill.margin;
    return {};
}

Expected<void> OrderRecovery::apply(CancelRejected const& rejected)
{
    return find(rejected.account) != nullptr
               ? Expected<void>()
               : unfit(numbered("an answer to an account that was not opened,", rejected.account.value));
}

Expected<void> OrderRecovery::apply(RequestTaken const& taken)
{
    if (find(taken.order) != nullptr) {
        find(accountOf(taken.order))->names[taken.clOrdId] = taken.order;
        return {};
    }
    return isForgotten(taken.order)
               ? Expected<void>()
               : unfit(numbered("a request to an order there is not,", taken.order.value));
}

Expected<void> OrderRecovery::apply(IdsPassed const& passed)
{
    AccountImage* const account = find(accountOf(passed.last));
    if (account == nullptr) {
        return unfit(numbered("ids of an account that was not opened,", passed.last.value));
    }
    account->lastExecId = std::max(account->lastExecId, passed.last);
    return {};
}

AccountImage* OrderRecovery::find(AccountId account)
{
    auto const found = m_orders.accounts.find(account);
    return found == m_orders.accounts.end() ? nullptr : &found->second;
}

AccountImage::Order* OrderRecovery::find(OrderId order)
{
    AccountImage* const account = find(accountOf(order));
    if (account == nullptr) {
        return nullptr;
    }
    auto const number = order.value % idsPerAccount;
    if (number > account->gone && number - account->gone <= account->orders.size()) {
        return &account->orders[number - account->gone - 1];
    }
    auto const elder = account->elders.find(order);
    return elder == account->elders.end() ? nullptr : &elder->second;
}

bool OrderRecovery::isForgotten(OrderId order)
{
    AccountImage const* const account = find(accountOf(order));
    auto const number = order.value % idsPerAccount;
    return account != nullptr && number > 0 && number <= account->gone && find(order) == nullptr;
}

// Many at once, so that an order costs the same however many came before it.
void OrderRecovery::forgetOldest(AccountImage& account) const
{
    auto& orders = account.orders;
    if (orders.size() < 2 * m_kept) {
        return;
    }
    auto const end = orders.end() - static_cast<std::ptrdiff_t>(m_kept);
    std::erase_if(account.elders, [](auto const& elder) { return isFinal(elder.second.state.ordStatus); });
    std::for_each(orders.begin(), end, [&](AccountImage::Order& order) {
        if (!isFinal(order.state.ordStatus)) {
            account.elders.emplace(order.state.orderId, std::move(order));
        }
    });
    account.gone += static_cast<std::uint64_t>(end - orders.begin());
    orders.erase(orders.begin(), end);
    auto const first =
        (accountOf(orders.front().state.orderId).value - std::uint64_t{1}) * idsPerAccount + account.gone + 1;
    std::erase_if(account.names, [&](auto const& name) {
        return name.second.value < first && !account.elders.contains(name.second);
    });
}

RecoveredOrders OrderRecovery::take() &&
{
    for (auto& [id, account] : m_orders.accounts) {
        account.lastExecId = ExecId(account.lastExecId.value + reportIdsAhead);
        for (auto& [asset, amounts] : account.portfolio.accounts) {
            Amount margin;
            for (auto const& [instrument, holding] : account.portfolio.holdings) {
                margin += holding.instrument.settleAsset() == asset ? holding.margin : Amount(0);
            }
            auto& free = amounts[static_cast<std::size_t>(LedgerAccount::Free)];
            auto& held = amounts[static_cast<std::size_t>(LedgerAccount::Held)];
            free += held - margin;
            held = margin;
        }
    }
    return std::move(m_orders);
}

} // namespace qob
