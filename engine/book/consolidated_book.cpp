#include "engine/book/consolidated_book.h"

#include <algorithm>

namespace qob {

namespace {

constexpr int feeScale = 8; // of FeeRate
constexpr std::array bothSides{Side::Buy, Side::Sell};

std::size_t sideIndex(Side side)
{
    return side == Side::Buy ? 0 : 1;
}

// What one unit of price counts in a book with fees: exact, and never turns a price's sign.
std::int64_t feeFactor(FeeRate takerFee, Side side)
{
    auto const fee = std::clamp(takerFee.value, -feeRateOne + 1, feeRateOne - 1);
    return side == Side::Buy ? feeRateOne - fee : feeRateOne + fee;
}

} // namespace

void ConsolidatedBook::setInstrument(Instrument const& instrument)
{
    auto at =
        std::lower_bound(m_members.begin(), m_members.end(), instrument.id, [](auto const& member, auto id) {
            return member.instrument.id < id;
        });
    if (at == m_members.end() || at->instrument.id != instrument.id) {
        at = m_members.insert(at, Member{});
    } else if (at->instrument.priceScale != instrument.priceScale || at->instrument.qtyScale != instrument.qtyScale) {
        at->quotes = {}; // in other units than what comes now
    }
    at->instrument = instrument;
    updateAll();
}

void ConsolidatedBook::remove(InstrumentId instrument)
{
    if (std::erase_if(m_members, [&](auto const& member) { return member.instrument.id == instrument; }) !=
        0) {
        updateAll();
    }
}

void ConsolidatedBook::setState(InstrumentId instrument, FeedState state)
{
    auto const index = indexOf(instrument);
    if (index != nobody && m_members[index].state != state) {
        m_members[index].state = state;
        updateAll();
    }
}

bool ConsolidatedBook::setLoading(InstrumentId instrument, bool loading)
{
    auto const index = indexOf(instrument);
    if (index == nobody || m_members[index].loading == loading) {
        return false;
    }
    m_members[index].loading = loading;
    updateAll();
    return true;
}

void ConsolidatedBook::setBest(InstrumentId instrument, PriceLevel const& bid, PriceLevel const& ask)
{
    auto const index = indexOf(instrument);
    if (index == nobody) {
        return;
    }
    Member& member = m_members[index];
    for (auto const side : bothSides) {
        PriceLevel const& level = side == Side::Buy ? bid : ask;
        Quote& quote = member.quotes[sideIndex(side)];
        if (quote.level != level) {
            quote.level = level;
            requote(member, side);
            update(index, side);
        }
    }
}

ConsolidatedBest ConsolidatedBook::best(Side side) const
{
    auto const index = m_best[sideIndex(side)];
    if (index == nobody) {
        return {};
    }
    Member const& member = m_members[index];
    Quote const& quote = member.quotes[sideIndex(side)];
    return {
        member.instrument.id,
        side == Side::Buy ? -quote.key : quote.key,
        quote.level,
        baseSize(member.instrument, quote.level.price, quote.level.qty)};
}

bool ConsolidatedBook::crossed() const
{
    auto const [bid, ask] = m_best;
    return bid != nobody && ask != nobody && -m_members[bid].quotes[0].key > m_members[ask].quotes[1].key;
}

int ConsolidatedBook::priceScale() const
{
    return m_scale + (m_withFees ? feeScale : 0);
}

std::vector<InstrumentId> ConsolidatedBook::shown() const
{
    std::vector<InstrumentId> ids;
    for (auto const& member : m_members) {
        if (leftOut(member) == LeftOut::No) {
            ids.push_back(member.instrument.id);
        }
    }
    return ids;
}

std::size_t ConsolidatedBook::indexOf(InstrumentId instrument) const
{
    auto const at =
        std::lower_bound(m_members.begin(), m_members.end(), instrument, [](auto const& member, auto id) {
            return member.instrument.id < id;
        });
    bool const found = at != m_members.end() && at->instrument.id == instrument;
    return found ? static_cast<std::size_t>(at - m_members.begin()) : nobody;
}

LeftOut ConsolidatedBook::leftOut(Member const& member)
{
    return member.instrument.kind == ContractKind::Quanto ? LeftOut::Quanto
           : !member.instrument.sizeKnown                 ? LeftOut::SizeUnknown
           : member.loading                               ? LeftOut::Loading
           : member.state != FeedState::Live              ? LeftOut::NotLive
                                                          : LeftOut::No;
}

// False where it does not fit 128 bits.
bool ConsolidatedBook::keyOf(Member const& member, Side side, Price price, Int128& key) const
{
    key = price.value;
    const std::int64_t factor = m_withFees ? feeFactor(member.instrument.takerFee, side) : 1;
    return price > Price(0) &&
           !__builtin_mul_overflow(key, Int128(pow10(m_scale - member.instrument.priceScale)), &key) &&
           !__builtin_mul_overflow(key, Int128(side == Side::Buy ? -factor : factor), &key);
}

void ConsolidatedBook::requote(Member& member, Side side)
{
    Quote& quote = member.quotes[sideIndex(side)];
    quote.good = quote.level.qty > Qty(0) && leftOut(member) == LeftOut::No &&
                 keyOf(member, side, quote.level.price, quote.key);
}

// Of two that are shown.
bool ConsolidatedBook::better(std::size_t a, std::size_t b, Side side) const
{
    Quote const& one = m_members[a].quotes[sideIndex(side)];
    Quote const& other = m_members[b].quotes[sideIndex(side)];
    if (one.key != other.key) {
        return one.key < other.key;
    }
    const Amount size = baseSize(m_members[a].instrument, one.level.price, one.level.qty);
    const Amount otherSize = baseSize(m_members[b].instrument, other.level.price, other.level.qty);
    return size != otherSize ? size > otherSize : a < b;
}

// One quote has changed.
void ConsolidatedBook::update(std::size_t index, Side side)
{
    auto& best = m_best[sideIndex(side)];
    if (best == index) {
        choose(side); // it may have given way
    } else if (m_members[index].quotes[sideIndex(side)].good && (best == nobody || better(index, best, side))) {
        best = index;
    }
}

// Who is in, or what is comparable with what, has changed.
void ConsolidatedBook::updateAll()
{
    m_scale = 0;
    for (auto const& member : m_members) {
        m_scale = std::max(m_scale, member.instrument.priceScale);
    }
    for (auto const side : bothSides) {
        for (auto& member : m_members) {
            requote(member, side);
        }
        choose(side);
    }
}

void ConsolidatedBook::choose(Side side)
{
    auto& best = m_best[sideIndex(side)];
    best = nobody;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i].quotes[sideIndex(side)].good && (best == nobody || better(i, best, side))) {
            best = i;
        }
    }
}

std::vector<ConsolidatedBook::Run> ConsolidatedBook::runsOf(Side side, std::span<DepthView const> books) const
{
    std::vector<Run> runs;
    for (auto const& book : books) {
        auto const& levels = side == Side::Buy ? book.bids : book.asks;
        Run run{0, indexOf(book.instrument), levels.data(), levels.data() + levels.size()};
        if (run.member != nobody && leftOut(m_members[run.member]) == LeftOut::No && run.at != run.end &&
            keyOf(m_members[run.member], side, run.at->price, run.key)) {
            runs.push_back(run);
        }
    }
    return runs;
}

void ConsolidatedBook::mergeSide(
    Side side,
    std::span<DepthView const> books,
    std::size_t levels,
    std::vector<ConsolidatedLevel>& out,
    std::vector<ConsolidatedShare>& shares
) const
{
    out.clear();
    shares.clear();
    auto const later = [](Run const& a, Run const& b) {
        return a.key != b.key ? a.key > b.key : a.member > b.member;
    };
    auto runs = runsOf(side, books);
    std::make_heap(runs.begin(), runs.end(), later);
    while (!runs.empty()) {
        std::pop_heap(runs.begin(), runs.end(), later);
        Run& run = runs.back();
        const Int128 price = side == Side::Buy ? -run.key : run.key;
        if (out.empty() || out.back().price != price) {
            if (out.size() == levels) {
                break;
            }
            out.push_back({price, {}, 0});
        }
        Member const& member = m_members[run.member];
        out.back().size += baseSize(member.instrument, run.at->price, run.at->qty);
        shares.push_back({member.instrument.id, *run.at});
        out.back().sharesEnd = static_cast<std::uint32_t>(shares.size());
        ++run.at;
        if (run.at != run.end && keyOf(member, side, run.at->price, run.key)) {
            std::push_heap(runs.begin(), runs.end(), later);
        } else {
            runs.pop_back();
        }
    }
}

void ConsolidatedBook::merge(
    std::span<DepthView const> books, std::size_t levels, Timestamp time, ConsolidatedView& out
) const
{
    out.name = m_name;
    out.time = time;
    out.withFees = m_withFees;
    out.priceScale = priceScale();
    out.bid = best(Side::Buy);
    out.ask = best(Side::Sell);
    bool const both = m_best[0] != nobody && m_best[1] != nobody;
    out.crossed = crossed();
    out.locked = both && out.bid.price == out.ask.price;
    mergeSide(Side::Buy, books, levels, out.bids, out.bidShares);
    mergeSide(Side::Sell, books, levels, out.asks, out.askShares);
    out.members.clear();
    for (auto const& member : m_members) {
        out.members.push_back(
            {member.instrument.id,
             member.state,
             leftOut(member),
             member.instrument.takerFee,
             member.quotes[0].level,
             member.quotes[1].level}
        );
    }
}

} // namespace qob
