// The state of a recovery as bytes, so that the next one need not read years.

#include "engine/session/order_recovery.h"
#include "engine/wire/report_codec.h"

namespace qob {

namespace {

constexpr std::uint8_t snapshotVersion = 2;

void put(ByteWriter& to, Portfolio::Image const& portfolio)
{
    to.put(static_cast<std::uint64_t>(portfolio.accounts.size()));
    for (auto const& [asset, amounts] : portfolio.accounts) {
        to.put(asset);
        for (const Amount amount : amounts) {
            to.put(amount);
        }
    }
    to.put(static_cast<std::uint64_t>(portfolio.holdings.size()));
    for (auto const& [id, holding] : portfolio.holdings) {
        write(to, holding.instrument);
        to.put(holding.net).put(holding.cost).put(holding.realised).put(holding.fees).put(holding.margin);
    }
}

bool get(ByteReader& from, Portfolio::Image& portfolio)
{
    std::uint64_t count = 0;
    for (from.get(count); count > 0 && from.good(); --count) {
        Ledger::Row& row = portfolio.accounts.emplace_back();
        from.get(row.asset);
        for (Amount& amount : row.amounts) {
            from.get(amount);
        }
    }
    for (from.get(count); count > 0 && from.good(); --count) {
        Portfolio::Holding holding;
        if (!read(from, holding.instrument)) {
            return false;
        }
        from.get(holding.net);
        from.get(holding.cost);
        from.get(holding.realised);
        from.get(holding.fees);
        from.get(holding.margin);
        portfolio.holdings[holding.instrument.id] = holding;
    }
    return from.good();
}

// A request is what its first report says of it.
void put(ByteWriter& to, AccountImage::Order const& order)
{
    ExecutionReport request;
    request.execType = ExecType::PendingNew;
    request.ordStatus = OrdStatus::PendingNew;
    request.clOrdId = order.request.clOrdId;
    request.instrument = order.request.instrument;
    request.side = order.request.side;
    request.ordType = order.request.ordType;
    request.price = order.request.price;
    request.orderQty = order.request.orderQty;
    request.timeInForce = order.request.timeInForce;
    request.execInst = order.request.execInst;
    request.selfTrade = order.request.selfTrade;
    request.displayQty = order.request.displayQty;
    request.stopPx = order.request.stopPx;
    request.trailOffset = order.request.trailOffset;
    request.trailStep = order.request.trailStep;
    request.pegOffset = order.request.pegOffset;
    request.expireTime = order.request.expireTime;
    request.liquidity = Liquidity::None;
    write(to, request);
    write(to, order.state);
}

bool get(ByteReader& from, AccountImage::Order& order)
{
    ExecutionReport request;
    bool const good = read(from, request) && read(from, order.state);
    order.request = requestOf(request);
    return good;
}

void put(ByteWriter& to, AccountImage const& account)
{
    put(to, account.portfolio);
    to.put(account.lastExecId).put(account.gone).put(static_cast<std::uint64_t>(account.orders.size()));
    for (auto const& order : account.orders) {
        put(to, order);
    }
    to.put(static_cast<std::uint64_t>(account.elders.size()));
    for (auto const& [id, order] : account.elders) {
        put(to, order);
    }
    to.put(static_cast<std::uint64_t>(account.fills.size()));
    for (ExecutionReport const& fill : account.fills) {
        write(to, fill);
    }
    to.put(static_cast<std::uint64_t>(account.names.size()));
    for (auto const& [name, order] : account.names) {
        to.put(name).put(order);
    }
}

bool get(ByteReader& from, AccountImage& account, std::uint8_t version)
{
    if (!get(from, account.portfolio)) {
        return false;
    }
    std::uint64_t count = 0;
    from.get(account.lastExecId);
    if (version > 1) {
        from.get(account.gone);
    }
    bool good = true;
    for (from.get(count); count > 0 && good; --count) {
        good = get(from, account.orders.emplace_back());
    }
    if (good && version > 1) {
        for (from.get(count); count > 0 && good; --count) {
            AccountImage::Order order;
            good = get(from, order);
            account.elders.emplace(order.state.orderId, order);
        }
    }
    if (good) {
        for (from.get(count); count > 0 && good; --count) {
            good = read(from, account.fills.emplace_back());
        }
    }
    if (good) {
        for (from.get(count); count > 0 && from.good(); --count) {
            ClOrdId name;
            from.get(name);
            from.get(account.names[name]);
        }
    }
    return good && from.good();
}

} // namespace

std::vector<std::byte> OrderRecovery::image() const
{
    std::vector<std::byte> bytes;
    {
        ByteWriter to(bytes);
        to.put(snapshotVersion).put(m_market);
        to.put(static_cast<std::uint64_t>(m_orders.instruments.size()));
        for (Instrument const& instrument : m_orders.instruments) {
            write(to, instrument);
        }
        to.put(static_cast<std::uint64_t>(m_ids.size()));
        for (auto const& [theirs, ours] : m_ids) {
            to.put(theirs).put(ours);
        }
        to.put(static_cast<std::uint64_t>(m_orders.accounts.size()));
        for (auto const& [id, account] : m_orders.accounts) {
            to.put(id);
            put(to, account);
        }
    }
    return bytes;
}

Expected<void> OrderRecovery::restore(std::span<std::byte const> image)
{
    ByteReader from(image);
    std::uint8_t version = 0;
    MarketKind market{};
    from.get(version);
    from.get(market);
    if (version == 0 || version > snapshotVersion) {
        return fail(ErrorCode::JournalUnknownVersion, "orders of version " + std::to_string(version));
    }
    if (auto const fits = apply(RunBegins{market}); !fits) {
        return fits;
    }
    bool good = true;
    std::uint64_t count = 0;
    for (from.get(count); count > 0 && good; --count) {
        good = read(from, m_orders.instruments.emplace_back());
    }
    if (good) {
        for (from.get(count); count > 0 && from.good(); --count) {
            InstrumentId theirs;
            from.get(theirs);
            from.get(m_ids[theirs]);
        }
        for (from.get(count); count > 0 && from.good() && good; --count) {
            AccountId id;
            from.get(id);
            good = get(from, m_orders.accounts[id], version);
        }
    }
    return good && from.finished() ? Expected<void>() : fail(ErrorCode::SnapshotCorrupt, "of orders");
}

} // namespace qob
