#include "engine/history/history_block.h"

#include "engine/base/bytes.h"

#include <array>
#include <span>

namespace qob {

namespace {

// The byte in front of an extra, by its place in the variant. 0 was an Instrument that did not say how large
// its contract is; it is read, and not written any more.
constexpr std::array<std::uint8_t, std::variant_size_v<HistoryExtra>> extraKinds{6, 1, 2, 3, 4, 5, 7};

// ByteWriter's texts have 16 bits of length; errors, notices and frames may be longer.
void putLong(ByteWriter& to, std::string_view text)
{
    to.put(static_cast<std::uint32_t>(text.size()));
    for (char const c : text) {
        to.put(c);
    }
}

class ExtraReader {
public:
    explicit ExtraReader(std::span<std::byte const> bytes) : m_from(bytes), m_size(bytes.size()) {}

    bool read(HistoryExtra& extra)
    {
        std::uint8_t kind = 0;
        m_from.get(kind);
        switch (kind) {
        case 0:
            extra = instrument(false);
            break;
        case 1:
            extra = status();
            break;
        case 2: {
            HistoryCounters counters{status()};
            m_from.get(counters.sequence);
            m_from.get(counters.bid);
            m_from.get(counters.ask);
            extra = std::move(counters);
            break;
        }
        case 3:
            extra = notice();
            break;
        case 4: {
            HistoryHole hole;
            m_from.get(hole.from);
            hole.why = error();
            extra = std::move(hole);
            break;
        }
        case 5:
            extra = raw();
            break;
        case 6:
            extra = instrument(true);
            break;
        case 7:
            extra = statistics();
            break;
        default:
            m_valid = false;
        }
        return m_valid && m_from.good();
    }

    [[nodiscard]] bool finished() const { return m_valid && m_from.finished(); }

private:
    template <class Enum>
    Enum choice(Enum last)
    {
        std::uint8_t value = 0;
        m_from.get(value);
        m_valid = m_valid && value <= static_cast<std::uint8_t>(last);
        return static_cast<Enum>(m_valid ? value : 0);
    }

    int scale()
    {
        std::int32_t value = 0;
        m_from.get(value);
        return value;
    }

    std::string longText()
    {
        std::uint32_t size = 0;
        m_from.get(size);
        std::string text;
        m_valid = m_valid && size <= m_size;
        text.reserve(m_valid ? size : 0);
        for (std::uint32_t i = 0; m_valid && i < size && m_from.good(); ++i) {
            char c = 0;
            m_from.get(c);
            text.push_back(c);
        }
        return text;
    }

    Instrument instrument(bool whole)
    {
        Instrument read;
        m_from.get(read.id);
        m_from.get(read.venue);
        m_from.get(read.symbol);
        m_from.get(read.canonical);
        m_from.get(read.base);
        m_from.get(read.quote);
        read.kind = choice(ContractKind::Quanto);
        read.priceScale = scale();
        read.qtyScale = scale();
        m_from.get(read.tickSize);
        m_from.get(read.lotSize);
        m_from.get(read.minQty);
        m_from.get(read.maxQty);
        m_from.get(read.minNotional);
        m_from.get(read.contractValue);
        m_from.get(read.makerFee);
        m_from.get(read.takerFee);
        m_from.get(read.latency);
        if (whole) {
            m_from.get(read.multiplier);
            read.multiplierScale = scale();
            m_from.get(read.sizeKnown);
            m_from.get(read.settle);
        } else {
            read.sizeKnown = read.kind != ContractKind::Quanto; // of which 1 is never the size
        }
        m_valid = m_valid && m_from.good() && validate(read).has_value();
        return read;
    }

    // A code of another version of the program has no entry in the table.
    Error error()
    {
        std::uint16_t code = 0;
        m_from.get(code);
        Error read{static_cast<ErrorCode>(code), longText()};
        if (!isErrorCode(code)) {
            read = {ErrorCode::HistoryGap, std::move(read.detail)};
        }
        return read;
    }

    FeedStatus status()
    {
        FeedStatus read;
        m_from.get(read.instrument);
        read.state = choice(FeedState::Ended);
        bool problem = false;
        m_from.get(problem);
        if (problem) {
            read.problem = error();
        }
        m_from.get(read.messages);
        m_from.get(read.trades);
        m_from.get(read.gaps);
        m_from.get(read.checksumsOk);
        m_from.get(read.checksumsBad);
        m_from.get(read.lastMessage);
        m_from.get(read.latency);
        return read;
    }

    Notice notice()
    {
        Notice read;
        read.level = choice(Notice::Level::Error);
        m_from.get(read.time);
        read.text = longText();
        bool coded = false;
        m_from.get(coded);
        std::uint16_t code = 0;
        m_from.get(code);
        if (coded && isErrorCode(code)) {
            read.code = static_cast<ErrorCode>(code);
        }
        return read;
    }

    template <class T>
    void getIf(bool there, std::optional<T>& value)
    {
        if (there) {
            m_from.get(value.emplace());
        }
    }

    InstrumentStatistics statistics()
    {
        InstrumentStatistics read;
        std::uint8_t parts = 0;
        m_from.get(read.instrument);
        m_from.get(read.time);
        m_from.get(parts);
        m_valid = m_valid && parts < 1U << 6U;
        getIf((parts & 1U) != 0, read.markPrice);
        getIf((parts & 2U) != 0, read.indexPrice);
        getIf((parts & 4U) != 0, read.fundingRate);
        getIf((parts & 8U) != 0, read.nextFunding);
        getIf((parts & 16U) != 0, read.openInterest);
        if ((parts & 32U) != 0) {
            Liquidation& closed = read.liquidation.emplace();
            m_from.get(closed.side);
            m_from.get(closed.price);
            m_from.get(closed.qty);
            m_from.get(closed.time);
            m_valid = m_valid && (closed.side == Side::Buy || closed.side == Side::Sell ||
                                  closed.side == Side::Undisclosed);
        }
        return read;
    }

    RawFrame raw()
    {
        RawFrame read;
        read.kind = choice(RawFrame::Kind::Opened);
        m_from.get(read.binary);
        read.venue = longText();
        read.connection = longText();
        read.url = longText();
        read.bytes = longText();
        return read;
    }

    ByteReader m_from;
    std::size_t m_size;
    bool m_valid = true;
};

void put(ByteWriter& to, Instrument const& it)
{
    to.put(it.id).put(std::string_view(it.venue)).put(std::string_view(it.symbol));
    to.put(std::string_view(it.canonical)).put(it.base).put(it.quote).put(it.kind);
    to.put(std::int32_t{it.priceScale}).put(std::int32_t{it.qtyScale});
    to.put(it.tickSize).put(it.lotSize).put(it.minQty).put(it.maxQty).put(it.minNotional);
    to.put(it.contractValue).put(it.makerFee).put(it.takerFee).put(it.latency);
    to.put(it.multiplier).put(std::int32_t{it.multiplierScale}).put(it.sizeKnown).put(it.settle);
}

void put(ByteWriter& to, Error const& error)
{
    to.put(error.code);
    putLong(to, error.detail);
}

void put(ByteWriter& to, FeedStatus const& it)
{
    to.put(it.instrument).put(it.state).put(static_cast<std::uint8_t>(it.problem ? 1 : 0));
    if (it.problem) {
        put(to, *it.problem);
    }
    to.put(it.messages).put(it.trades).put(it.gaps).put(it.checksumsOk).put(it.checksumsBad);
    to.put(it.lastMessage).put(it.latency);
}

void put(ByteWriter& to, HistoryCounters const& it)
{
    put(to, it.status);
    to.put(it.sequence).put(it.bid).put(it.ask);
}

void put(ByteWriter& to, Notice const& it)
{
    to.put(it.level).put(it.time);
    putLong(to, it.text);
    to.put(static_cast<std::uint8_t>(it.code ? 1 : 0));
    to.put(it.code ? *it.code : ErrorCode{});
}

void put(ByteWriter& to, HistoryHole const& it)
{
    to.put(it.from);
    put(to, it.why);
}

void put(ByteWriter& to, RawFrame const& it)
{
    to.put(it.kind).put(static_cast<std::uint8_t>(it.binary ? 1 : 0));
    putLong(to, it.venue);
    putLong(to, it.connection);
    putLong(to, it.url);
    putLong(to, it.bytes);
}

void put(ByteWriter& to, InstrumentStatistics const& it)
{
    auto const bit = [](bool there, unsigned place) {
        return there ? 1U << place : 0U;
    };
    to.put(it.instrument).put(it.time);
    to.put(static_cast<std::uint8_t>(
        bit(it.markPrice.has_value(), 0) | bit(it.indexPrice.has_value(), 1) |
        bit(it.fundingRate.has_value(), 2) | bit(it.nextFunding.has_value(), 3) |
        bit(it.openInterest.has_value(), 4) | bit(it.liquidation.has_value(), 5)
    ));
    auto const putIf = [&](auto const& value) {
        if (value) {
            to.put(*value);
        }
    };
    putIf(it.markPrice);
    putIf(it.indexPrice);
    putIf(it.fundingRate);
    putIf(it.nextFunding);
    putIf(it.openInterest);
    if (it.liquidation) {
        to.put(it.liquidation->side).put(it.liquidation->price).put(it.liquidation->qty);
        to.put(it.liquidation->time);
    }
}

} // namespace

void keepLast(InstrumentStatistics const& newer, std::optional<InstrumentStatistics>& known)
{
    known = known.value_or(InstrumentStatistics{});
    known->update(newer);
    known->liquidation.reset();
}

void HistoryBlock::add(HistoryItem const& item)
{
    events.push_back(item.event);
    if (hasNumber(item.event.kind)) {
        numbers.push_back(item.number);
    }
    if (item.extra != nullptr) {
        extras.push_back(*item.extra);
    }
}

void HistoryBlock::addTrade(Trade const& trade)
{
    events.push_back({trade.time, trade.price, trade.qty, trade.instrument, tradeKind(trade.aggressor)});
    numbers.push_back(trade.id);
}

Trade tradeOf(HistoryItem const& item)
{
    HistoryEvent const& event = item.event;
    const Side aggressor = event.kind == HistoryEvent::Kind::TradeBuy    ? Side::Buy
                           : event.kind == HistoryEvent::Kind::TradeSell ? Side::Sell
                                                                         : Side::Undisclosed;
    return {event.instrument, event.price, event.qty, aggressor, event.time, item.number};
}

void HistoryBlock::append(HistoryBlock const& other)
{
    events.insert(events.end(), other.events.begin(), other.events.end());
    numbers.insert(numbers.end(), other.numbers.begin(), other.numbers.end());
    extras.insert(extras.end(), other.extras.begin(), other.extras.end());
}

void writeExtra(HistoryExtra const& extra, std::vector<std::byte>& out)
{
    ByteWriter to(out);
    to.put(extraKinds.at(extra.index()));
    std::visit([&](auto const& value) { put(to, value); }, extra);
}

Expected<std::vector<HistoryExtra>> readExtras(std::span<std::byte const> bytes, std::size_t count)
{
    ExtraReader reader(bytes);
    std::vector<HistoryExtra> extras;
    for (std::size_t i = 0; i < count; ++i) {
        HistoryExtra extra;
        if (!reader.read(extra)) {
            return fail(
                ErrorCode::HistoryCorrupt,
                "expected " + std::to_string(count) + " definitions and states, found " + std::to_string(i)
            );
        }
        extras.push_back(std::move(extra));
    }
    if (!reader.finished()) {
        return fail(ErrorCode::HistoryCorrupt, "expected nothing behind the last definition or state");
    }
    return extras;
}

} // namespace qob
