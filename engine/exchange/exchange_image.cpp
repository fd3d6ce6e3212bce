// The whole state as bytes, for its fingerprint and for snapshots; and the audit of its money.

#include "engine/base/hash.h"
#include "engine/exchange/exchange.h"
#include "engine/exchange/exchange_codec.h"
#include "engine/exchange/exchange_index.h"

#include <algorithm>
#include <limits>

namespace qob {

namespace {

// Images begin with this and their version; those of version 1 at once with the time, which is never so far
// back.
constexpr std::int64_t imageMark = std::numeric_limits<std::int64_t>::min();
constexpr int newestImage = 2;

template <class Archive>
void eachBook(Archive& archive, auto& image)
{
    archive(image.state, image.now, image.lastPrice, image.band.low, image.band.high, image.acceptances);
    eachOf(archive, image.orders, [&](auto& order) { each(archive, order); });
    eachOf(archive, image.positions, [&](auto& position) { archive(position.owner, position.net); });
}

tl::unexpected<Error> wrong(std::string what)
{
    return fail(ErrorCode::SnapshotMismatch, std::move(what));
}

} // namespace

struct Exchange::Codec {
    template <class Archive>
    static void order(Archive& archive, auto& order)
    {
        archive(order.id);
        if (order.id == OrderId()) {
            return;
        }
        archive(order.clOrdId, order.account, order.instrument, order.side, order.pegged, order.price);
        archive(order.holdPrice, order.total, order.cum, order.leaves, order.held.asset, order.held.amount);
        archive(order.covered, order.list);
        if (archive.version >= 2) {
            archive(order.formerName);
        }
    }

    // Of a name in the ring, which there is unless it is empty.
    template <class Archive>
    static void done(Archive& archive, auto& done, bool& there)
    {
        archive(done.account, done.clOrdId, done.order, there, done.status, done.cum);
        if (archive.version >= 2) {
            archive(done.former);
        }
    }

    template <class Archive>
    static void list(Archive& archive, auto& list)
    {
        archive(list.contingency, list.parent, list.parentCum);
        eachOf(archive, list.others, [&](auto& id) { archive(id); });
        eachOf(archive, list.held, [&](auto& need) { archive(need.asset, need.amount); });
    }

    static void write(Writing& out, Portfolio const& portfolio)
    {
        const Portfolio::Image image = portfolio.image();
        out(static_cast<std::uint64_t>(image.accounts.size()));
        for (auto const& [asset, amounts] : image.accounts) {
            out(asset);
            for (const Amount amount : amounts) {
                out(amount);
            }
        }
        out(static_cast<std::uint64_t>(image.holdings.size()));
        for (auto const& [id, holding] : image.holdings) {
            each(out, holding.instrument);
            out(holding.net, holding.cost, holding.realised, holding.fees, holding.margin);
        }
    }

    static void read(Reading& in, Portfolio& portfolio)
    {
        Portfolio::Image image;
        std::uint64_t count = 0;
        for (in(count); count > 0 && in.bytes.good(); --count) {
            Ledger::Row& row = image.accounts.emplace_back();
            in(row.asset);
            for (Amount& amount : row.amounts) {
                in(amount);
            }
        }
        for (in(count); count > 0 && in.bytes.good(); --count) {
            Portfolio::Holding holding;
            each(in, holding.instrument);
            in(holding.net, holding.cost, holding.realised, holding.fees, holding.margin);
            image.holdings[holding.instrument.id] = holding;
        }
        portfolio.restore(std::move(image));
    }

    static void write(Writing& out, Exchange const& self)
    {
        if (out.version >= 2) {
            out(imageMark + out.version);
        }
        out(self.m_now, self.m_nextExpiry, self.m_allBlocked, self.m_lastExecId, self.m_lastList);
        eachOf(out, self.m_feeTiers, [&](auto& fees) { out(fees.maker, fees.taker); });
        eachOf(out, self.m_listings, [&](auto& listing) {
            out(listing != nullptr);
            if (listing) {
                each(out, listing->instrument);
                const BookImage image = listing->book->image();
                eachBook(out, image);
            }
        });
        eachOf(out, self.m_accounts, [&](auto& account) {
            out(account != nullptr);
            if (account) {
                out(account->feeTier, account->blocked);
                write(out, account->portfolio);
            }
        });
        // Slots behind the last ever used are all alike.
        auto const used = static_cast<std::uint64_t>(self.m_ids.generations().size());
        out(used);
        for (std::size_t slot = 0; slot < used; ++slot) {
            const Order none;
            order(out, slot < self.m_orders.size() ? self.m_orders[slot] : none);
        }
        eachOf(out, self.m_ids.generations(), [&](auto& generation) { out(generation); });
        eachOf(out, self.m_ids.freeSlots(), [&](auto& slot) { out(slot); });
        // The oldest remembered first.
        const std::uint64_t size = self.m_done.size();
        out(self.m_doneCount);
        for (auto i = self.m_doneCount - std::min(self.m_doneCount, size); i < self.m_doneCount; ++i) {
            Done const& done = self.m_done[i % size];
            bool there = !done.clOrdId.empty();
            Codec::done(out, done, there);
        }
        std::vector<std::uint32_t> lists;
        for (auto const& [id, list] : self.m_lists) {
            lists.push_back(id);
        }
        std::sort(lists.begin(), lists.end());
        eachOf(out, lists, [&](auto& id) {
            out(id);
            list(out, self.m_lists.at(id));
        });
    }

    static void read(Reading& in, Exchange& self)
    {
        if (in.version >= 2) {
            std::int64_t mark = 0;
            in(mark);
        }
        in(self.m_now, self.m_nextExpiry, self.m_allBlocked, self.m_lastExecId, self.m_lastList);
        eachOf(in, self.m_feeTiers, [&](auto& fees) { in(fees.maker, fees.taker); });
        std::vector<BookImage> books;
        eachOf(in, self.m_listings, [&](auto& listing) {
            bool there = false;
            in(there);
            if (there) {
                listing = std::make_unique<Listing>();
                each(in, listing->instrument);
                eachBook(in, books.emplace_back());
            }
        });
        eachOf(in, self.m_accounts, [&](auto& account) {
            bool there = false;
            in(there);
            if (there) {
                account = std::make_unique<Account>();
                in(account->feeTier, account->blocked);
                read(in, account->portfolio);
            }
        });
        eachOf(in, self.m_orders, [&](auto& at) { order(in, at); });
        std::vector<std::uint32_t> generations;
        std::vector<Slot> freeSlots;
        eachOf(in, generations, [&](auto& generation) { in(generation); });
        eachOf(in, freeSlots, [&](auto& slot) { in(slot); });
        self.m_ids.restore(generations, freeSlots);
        const std::uint64_t size = self.m_done.size();
        in(self.m_doneCount);
        for (auto i = self.m_doneCount - std::min(self.m_doneCount, size); i < self.m_doneCount; ++i) {
            auto const place = static_cast<std::uint32_t>(i % size);
            Done& done = self.m_done[place];
            bool there = false;
            Codec::done(in, done, there);
            done.hash = Index::hashOf(done.account, done.clOrdId);
            if (there) {
                self.m_index->insert(done.hash, Index::doneBit | place);
            }
        }
        std::uint64_t lists = 0;
        for (in(lists); lists > 0 && in.bytes.good(); --lists) {
            std::uint32_t id = 0;
            in(id);
            list(in, self.m_lists[id]);
        }
        if (in.bytes.finished()) {
            self.rebuild(books);
        }
    }
};

// What follows from the parts just read.
void Exchange::rebuild(std::vector<BookImage> const& books)
{
    auto book = books.begin();
    for (auto const& listing : m_listings) {
        if (listing) {
            listing->book =
                std::make_unique<LadderBook>(bookRules(listing->instrument, m_limits.maxOrders), m_pool);
            listing->book->restore(*book++);
            listing->book->setGate(&m_gate);
        }
    }
    for (auto const& account : m_accounts) {
        for (Ledger::Row const& row : account ? account->portfolio.ledger().accounts() : Ledger::Accounts()) {
            m_deposits[row.asset] -= account->portfolio.ledger().balance(row.asset, LedgerAccount::Deposits);
        }
    }
    for (Order& order : m_orders) {
        if (order.id != OrderId()) {
            const Qty leaves = order.leaves;
            order.leaves = Qty(0);
            setLeaves(order, leaves);
            auto const at = m_listings[order.instrument.value]->book->find(order.id);
            order.guarded = at && at->order.guarded;
            order.hash = Index::hashOf(order.account, order.clOrdId);
            m_index->insert(order.hash, static_cast<Slot>(&order - m_orders.data()));
            ++m_working;
            markShort(order, order.list == 0 && order.held.amount < needOf(order).amount);
        }
    }
}

// What was read before it was known to be none.
void Exchange::clear()
{
    m_now = {};
    m_nextExpiry = Timestamp::max();
    m_allBlocked = false;
    m_lastExecId = 0;
    m_lastList = 0;
    m_feeTiers.assign(1, {});
    m_listings.clear();
    m_accounts.clear();
    m_orders.clear();
    m_ids.restore({}, {});
    m_done.assign(m_done.size(), {});
    m_doneCount = 0;
    m_index = makeIndex(m_limits);
    m_lists.clear();
}

int Exchange::imageVersion(std::span<std::byte const> image)
{
    std::int64_t first = 0;
    Reading in{ByteReader(image)};
    in(first);
    const std::int64_t version = first < imageMark / 2 ? first - imageMark : 1;
    return version >= 1 && version <= newestImage ? static_cast<int>(version) : 0;
}

std::vector<std::byte> Exchange::image() const
{
    return image(newestImage);
}

std::vector<std::byte> Exchange::image(int version) const
{
    std::vector<std::byte> bytes;
    {
        Writing out{ByteWriter(bytes), version};
        Codec::write(out, *this);
    }
    return bytes;
}

std::uint64_t Exchange::stateHash() const
{
    return stateHash(newestImage);
}

std::uint64_t Exchange::stateHash(int version) const
{
    const std::vector<std::byte> bytes = image(version);
    StreamHash hash;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        hash.add(word);
    }
    for (; at < bytes.size(); ++at) {
        hash.add(static_cast<std::uint64_t>(bytes[at]));
    }
    return hash.value();
}

Expected<void> Exchange::restore(std::span<std::byte const> image)
{
    Reading in{ByteReader(image), imageVersion(image)};
    if (in.version == 0) {
        return fail(ErrorCode::SnapshotCorrupt, "the state was written by a newer program");
    }
    Codec::read(in, *this);
    if (!in.bytes.finished()) {
        clear();
        return fail(ErrorCode::SnapshotCorrupt, "the bytes are not an exchange's state");
    }
    return {};
}

// Adds up what the orders and lists hold.
Expected<void> Exchange::auditOrders(HeldAmounts& needed) const
{
    for (Order const& order : m_orders) {
        if (order.id != OrderId() && order.list == 0) {
            needed[{order.account, order.held.asset}] += order.held.amount;
            // Less only while nothing more is free, and where a fill takes no more than is held.
            const Amount need = needOf(order).amount;
            const Amount free =
                portfolio(order.account)->ledger().balance(order.held.asset, LedgerAccount::Free);
            bool const isShort = order.held.amount < need;
            if (order.held.amount > need || (isShort && free > Amount(0)) || isShort != order.isShort ||
                (isShort && paysAtOnce(order))) {
                return wrong("order " + order.clOrdId.text() + " holds another amount than it needs");
            }
        }
    }
    for (auto const& [id, list] : m_lists) {
        const OrderId any = list.parent != OrderId() ? list.parent : list.others.front();
        for (Portfolio::Need const& held : list.held) {
            needed[{m_orders[slotOf(any)].account, held.asset}] += held.amount;
        }
        if (paysAtOnce(m_orders[slotOf(any)]) && !isCovered(list)) {
            return wrong("the list of order " + m_orders[slotOf(any)].clOrdId.text() + " cannot be paid for");
        }
    }
    return {};
}

// One account against what its orders hold; adds up what the venue has of each asset.
Expected<void>
Exchange::auditAccount(OwnerId owner, HeldAmounts& needed, std::map<AssetName, Amount>& venue) const
{
    Portfolio const& portfolio = m_accounts[owner.value]->portfolio;
    const std::string name = std::to_string(owner.value);
    if (!portfolio.ledger().sumsToDeposits()) {
        return wrong("the ledger of account " + name + " does not sum");
    }
    for (auto const& [asset, amounts] : portfolio.ledger().accounts()) {
        const Amount free = portfolio.ledger().balance(asset, LedgerAccount::Free);
        const Amount held = portfolio.ledger().balance(asset, LedgerAccount::Held);
        if (free < Amount(0) || held != needed[{owner, asset}] + portfolio.margin(asset)) {
            return wrong(
                "account " + name + " holds " + formatTrimmed(held.value, amountScale) + " " + asset.text() +
                ", its orders need " + formatTrimmed(needed[{owner, asset}].value, amountScale)
            );
        }
        venue[asset] += portfolio.ledger().balance(asset, LedgerAccount::Venue);
    }
    return {};
}

Expected<void> Exchange::audit() const
{
    HeldAmounts needed;
    std::map<AssetName, Amount> venue;
    if (auto const good = auditOrders(needed); !good) {
        return good;
    }
    bool derivatives = false;
    for (auto const& listing : m_listings) {
        derivatives = derivatives || (listing && listing->instrument.kind != ContractKind::Spot);
    }
    for (std::size_t i = 0; i < m_accounts.size(); ++i) {
        if (m_accounts[i]) {
            auto const good = auditAccount(OwnerId(static_cast<std::uint32_t>(i)), needed, venue);
            if (!good) {
                return good;
            }
        }
    }
    for (auto const& [asset, sum] : venue) {
        if (!derivatives && sum != Amount(0)) {
            return wrong("between accounts, " + asset.text() + " was made or lost");
        }
    }
    return {};
}

} // namespace qob
