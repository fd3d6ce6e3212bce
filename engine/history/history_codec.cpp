#include "engine/history/history_codec.h"

#include "engine/base/check.h"
#include "engine/storage/little_endian.h"

#include <zstd.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr std::uint8_t kindMask = 0x0f;
constexpr std::uint8_t newTime = 0x10;
constexpr std::uint8_t newInstrument = 0x20;
constexpr std::size_t columnHeaderBytes = 8; // length before and after compression

std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
}

// Differences wrap around, so that any two numbers have one.
std::int64_t difference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

constexpr std::size_t longestVarint = 10;

// Seven bits a byte, lowest first; there must be room.
std::byte* putVarint(std::byte* to, std::uint64_t value)
{
    while (value >= 0x80U) {
        *to++ = static_cast<std::byte>(value | 0x80U);
        value >>= 7U;
    }
    *to++ = static_cast<std::byte>(value);
    return to;
}

void appendVarint(std::vector<std::byte>& out, std::uint64_t value)
{
    std::array<std::byte, longestVarint> bytes{};
    out.insert(out.end(), bytes.data(), putVarint(bytes.data(), value));
}

// The largest number that divides both; a divisor that was found holds for nearly all that follows.
void refine(std::int64_t& step, std::int64_t value)
{
    if (value != 0 && (step == 0 || value % step != 0)) {
        step = std::gcd(step, value);
    }
}

std::size_t sideOf(Kind kind)
{
    return kind <= Kind::BidGone ? 0 : kind <= Kind::AskGone ? 1 : 2;
}

bool hasQty(Kind kind)
{
    return kind == Kind::BidSet || kind == Kind::AskSet || isTrade(kind);
}

tl::unexpected<Error> corrupt(std::string detail)
{
    return fail(ErrorCode::HistoryCorrupt, std::move(detail));
}

} // namespace

struct HistoryCodec::Contexts {
    ZSTD_CCtx* compress = ZSTD_createCCtx();
    ZSTD_DCtx* decompress = ZSTD_createDCtx();

    Contexts() { CHECK(compress != nullptr && decompress != nullptr); }

    ~Contexts()
    {
        ZSTD_freeCCtx(compress);
        ZSTD_freeDCtx(decompress);
    }

    Contexts(Contexts const&) = delete;
    Contexts& operator=(Contexts const&) = delete;
};

// Reads varints; what is not there reads as zero and makes it bad.
class HistoryCodec::ColumnReader {
public:
    explicit ColumnReader(std::vector<std::byte> const& column)
        : m_at(column.data())
        , m_end(column.data() + column.size())
    {}

    std::uint64_t next()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            auto const byte = static_cast<std::uint8_t>(*m_at++);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80U) {
                return value;
            }
        }
        m_good = false;
        return 0;
    }

    [[nodiscard]] bool finished() const { return m_good && m_at == m_end; }

    [[nodiscard]] bool good() const { return m_good; }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

private:
    std::byte const* m_at;
    std::byte const* m_end;
    bool m_good = true;
};

HistoryCodec::HistoryCodec(int level) : m_level(level), m_zstd(std::make_unique<Contexts>()) {}

HistoryCodec::~HistoryCodec() = default;

void HistoryCodec::pack(std::span<std::byte const> bytes, std::vector<std::byte>& out)
{
    CHECK(bytes.size() <= mostColumnBytes);
    auto const header = out.size();
    auto const bound = ZSTD_compressBound(bytes.size());
    out.resize(header + columnHeaderBytes + bound);
    auto* const to = out.data() + header + columnHeaderBytes;
    std::size_t size = 0;
    if (!bytes.empty()) {
        size = ZSTD_compressCCtx(m_zstd->compress, to, bound, bytes.data(), bytes.size(), m_level);
        CHECK(ZSTD_isError(size) == 0);
        if (size >= bytes.size()) {
            std::copy(bytes.begin(), bytes.end(), to); // the same length means: as it is
            size = bytes.size();
        }
    }
    storeLittle(out.data() + header, static_cast<std::uint32_t>(bytes.size()));
    storeLittle(out.data() + header + 4, static_cast<std::uint32_t>(size));
    out.resize(header + columnHeaderBytes + size);
}

Expected<void> HistoryCodec::unpack(std::span<std::byte const>& bytes, std::vector<std::byte>& out)
{
    if (bytes.size() < columnHeaderBytes) {
        return corrupt("expected a column, found the end of the block");
    }
    auto const plain = loadLittle<std::uint32_t>(bytes.data());
    auto const packed = loadLittle<std::uint32_t>(bytes.data() + 4);
    bytes = bytes.subspan(columnHeaderBytes);
    if (packed > bytes.size() || plain > mostColumnBytes || packed > plain) {
        return corrupt(
            "expected a column of at most " + std::to_string(bytes.size()) + " bytes, found one of " +
            std::to_string(packed) + " that unpack to " + std::to_string(plain)
        );
    }
    out.resize(plain);
    if (packed == plain) {
        std::copy_n(bytes.begin(), plain, out.begin());
    } else {
        auto const size = ZSTD_decompressDCtx(m_zstd->decompress, out.data(), plain, bytes.data(), packed);
        if (ZSTD_isError(size) != 0 || size != plain) {
            return corrupt("a column cannot be unpacked to " + std::to_string(plain) + " bytes");
        }
    }
    bytes = bytes.subspan(packed);
    return {};
}

HistoryCodec::Encoded& HistoryCodec::encodedOf(InstrumentId instrument)
{
    if (m_lastEncoded == nullptr || m_lastEncoded->tally.instrument != instrument) {
        auto& found = m_encoded[instrument];
        if (!found) {
            found = std::make_unique<Encoded>(instrument);
        }
        m_lastEncoded = found.get();
    }
    return *m_lastEncoded;
}

void HistoryCodec::findSteps(HistoryBlock const& block)
{
    for (HistoryEvent const& event : block.events) {
        if (isLevel(event.kind) || isTrade(event.kind)) {
            Encoded& known = encodedOf(event.instrument);
            refine(known.priceStep, event.price.value);
            refine(known.qtyStep, event.qty.value);
        }
    }
    for (auto& [id, known] : m_encoded) {
        known->priceDivisor = ExactDivisor(std::max<std::int64_t>(known->priceStep, 1));
        known->qtyDivisor = ExactDivisor(std::max<std::int64_t>(known->qtyStep, 1));
    }
}

// A level change or trade. False: its numbers are no multiples of the instrument's steps.
bool HistoryCodec::fillEvent(HistoryEvent const& event, std::byte*& prices, std::byte*& qtys)
{
    Encoded& known = encodedOf(event.instrument);
    bool const unknown =
        (known.priceStep == 0 && event.price != Price(0)) || (known.qtyStep == 0 && event.qty != Qty(0));
    if (unknown) {
        return false;
    }
    if (!known.inBlock) {
        known.inBlock = true;
        known.last = {};
        known.tally = {event.instrument, event.time};
        m_blockOrder.push_back(&known);
    }
    auto& last = known.last[sideOf(event.kind)];
    auto const price = known.priceDivisor.quotient(event.price.value);
    auto const qty = known.qtyDivisor.quotient(event.qty.value);
    if (!known.priceDivisor.divides(price) || !known.qtyDivisor.divides(qty)) {
        return false;
    }
    prices = putVarint(prices, zigzag(static_cast<std::int64_t>(price) - last));
    last = static_cast<std::int64_t>(price);
    if (hasQty(event.kind)) {
        qtys = putVarint(qtys, qty);
    }
    known.tally.last = event.time;
    ++(isTrade(event.kind) ? known.tally.trades : known.tally.levels);
    return true;
}

bool HistoryCodec::fillColumns(HistoryBlock const& block)
{
    auto const count = block.events.size();
    for (Column const column : {Ops, Instruments, Times, Prices, Qtys}) {
        auto const most = count * (column == Ops ? 1 : longestVarint);
        if (m_columns[column].size() < most) {
            m_columns[column].resize(most);
        }
    }
    auto* ops = m_columns[Ops].data();
    auto* instruments = m_columns[Instruments].data();
    auto* times = m_columns[Times].data();
    auto* prices = m_columns[Prices].data();
    auto* qtys = m_columns[Qtys].data();
    m_blockOrder.clear();
    for (auto& [id, known] : m_encoded) {
        known->inBlock = false;
    }
    Timestamp time(0);
    InstrumentId instrument(0);
    for (HistoryEvent const& event : block.events) {
        auto op = static_cast<std::uint8_t>(event.kind);
        if (event.time != time) {
            op |= newTime;
            times = putVarint(times, zigzag(difference(event.time.value, time.value)));
            time = event.time;
        }
        if (event.instrument != instrument) {
            op |= newInstrument;
            instrument = event.instrument;
            instruments = putVarint(instruments, instrument.value);
        }
        *ops++ = static_cast<std::byte>(op);
        if ((isLevel(event.kind) || isTrade(event.kind)) && !fillEvent(event, prices, qtys)) {
            return false;
        }
    }
    m_used[Ops] = count;
    m_used[Instruments] = static_cast<std::size_t>(instruments - m_columns[Instruments].data());
    m_used[Times] = static_cast<std::size_t>(times - m_columns[Times].data());
    m_used[Prices] = static_cast<std::size_t>(prices - m_columns[Prices].data());
    m_used[Qtys] = static_cast<std::size_t>(qtys - m_columns[Qtys].data());
    return true;
}

// The columns that have few entries.
void HistoryCodec::fillRest(HistoryBlock const& block)
{
    auto& steps = m_columns[Steps];
    auto& numbers = m_columns[Numbers];
    auto& extras = m_columns[Extras];
    steps.clear();
    numbers.clear();
    extras.clear();
    m_tallies.clear();
    for (Encoded const* known : m_blockOrder) {
        appendVarint(steps, known->tally.instrument.value);
        appendVarint(steps, static_cast<std::uint64_t>(std::max<std::int64_t>(known->priceStep, 1)));
        appendVarint(steps, static_cast<std::uint64_t>(std::max<std::int64_t>(known->qtyStep, 1)));
        m_tallies.push_back(known->tally);
    }
    std::uint64_t lastId = 0;
    auto number = block.numbers.begin();
    for (auto event = block.events.begin(); number != block.numbers.end(); ++event) {
        if (hasNumber(event->kind)) {
            auto const from = isTrade(event->kind) ? lastId : static_cast<std::uint64_t>(event->time.value);
            appendVarint(numbers, zigzag(static_cast<std::int64_t>(*number - from)));
            lastId = isTrade(event->kind) ? *number : lastId;
            ++number;
        }
    }
    for (HistoryExtra const& extra : block.extras) {
        writeExtra(extra, extras);
    }
    m_used[Steps] = steps.size();
    m_used[Numbers] = numbers.size();
    m_used[Extras] = extras.size();
}

void HistoryCodec::encode(HistoryBlock const& block, std::vector<std::byte>& out)
{
    CHECK(block.events.size() <= mostEvents);
    if (!fillColumns(block)) {
        findSteps(block);
        CHECK(fillColumns(block));
    }
    fillRest(block);
    for (std::size_t column = 0; column < columns; ++column) {
        pack(std::span(m_columns[column]).first(m_used[column]), out);
    }
}

HistoryCodec::Decoded* HistoryCodec::decodedOf(std::uint32_t instrument)
{
    if (m_lastDecoded >= m_decoded.size() || m_decoded[m_lastDecoded].instrument != instrument) {
        auto const found = m_decodedIndex.find(instrument);
        if (found == m_decodedIndex.end()) {
            return nullptr;
        }
        m_lastDecoded = found->second;
    }
    return &m_decoded[m_lastDecoded];
}

Expected<void> HistoryCodec::decode(std::span<std::byte const> bytes, HistoryBlock& out)
{
    out.clear();
    for (auto& column : m_columns) {
        if (auto read = unpack(bytes, column); !read) {
            return read;
        }
    }
    if (!bytes.empty()) {
        return corrupt("expected nothing behind the last column");
    }
    if (m_columns[Ops].size() > mostEvents) {
        return corrupt("expected at most " + std::to_string(mostEvents) + " events");
    }
    if (auto read = readSteps(); !read) {
        return read;
    }
    return readEvents(out);
}

Expected<void> HistoryCodec::readSteps()
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    m_decoded.clear();
    m_decodedIndex.clear();
    ColumnReader steps(m_columns[Steps]);
    while (!steps.atEnd()) {
        auto const instrument = steps.next();
        auto const priceStep = static_cast<std::int64_t>(steps.next());
        auto const qtyStep = static_cast<std::int64_t>(steps.next());
        if (!steps.good() || instrument > std::numeric_limits<std::uint32_t>::max() || priceStep <= 0 ||
            qtyStep <= 0) {
            return corrupt("expected an instrument with the steps of its prices and sizes");
        }
        auto const id = static_cast<std::uint32_t>(instrument);
        if (!m_decodedIndex.try_emplace(id, m_decoded.size()).second) {
            return corrupt("expected each instrument's steps once");
        }
        m_decoded.push_back(
            {id, priceStep, qtyStep, most / priceStep, static_cast<std::uint64_t>(most / qtyStep)}
        );
    }
    return {};
}

Expected<void> HistoryCodec::readEvents(HistoryBlock& out)
{
    ColumnReader instruments(m_columns[Instruments]);
    ColumnReader times(m_columns[Times]);
    ColumnReader prices(m_columns[Prices]);
    ColumnReader qtys(m_columns[Qtys]);
    ColumnReader numbers(m_columns[Numbers]);
    HistoryEvent event;
    std::uint64_t lastId = 0;
    std::size_t extras = 0;
    out.events.reserve(m_columns[Ops].size());
    for (auto const byte : m_columns[Ops]) {
        auto const op = static_cast<std::uint8_t>(byte);
        event.kind = static_cast<Kind>(op & kindMask);
        if ((op & kindMask) >= HistoryEvent::kinds || (op & ~(kindMask | newTime | newInstrument)) != 0) {
            return corrupt("expected an event, found " + std::to_string(op));
        }
        event.time =
            (op & newTime) != 0 ? Timestamp(sum(event.time.value, unzigzag(times.next()))) : event.time;
        if ((op & newInstrument) != 0) {
            event.instrument = InstrumentId(static_cast<std::uint32_t>(instruments.next()));
        }
        event.price = Price(0);
        event.qty = Qty(0);
        if (isLevel(event.kind) || isTrade(event.kind)) {
            Decoded* const known = decodedOf(event.instrument.value);
            if (known == nullptr) {
                return corrupt("expected events of the block's instruments");
            }
            auto& last = known->last[sideOf(event.kind)];
            last = sum(last, unzigzag(prices.next()));
            auto const qty = hasQty(event.kind) ? qtys.next() : 0;
            if (last < 0 || last > known->mostPrice || qty > known->mostQty) {
                return corrupt("expected a price and a size within 63 bits");
            }
            event.price = Price(last * known->priceStep);
            event.qty = Qty(static_cast<std::int64_t>(qty) * known->qtyStep);
        }
        if (hasNumber(event.kind)) {
            auto const from = isTrade(event.kind) ? lastId : static_cast<std::uint64_t>(event.time.value);
            auto const number = from + static_cast<std::uint64_t>(unzigzag(numbers.next()));
            lastId = isTrade(event.kind) ? number : lastId;
            out.numbers.push_back(number);
        }
        extras += event.kind == Kind::Extra ? 1 : 0;
        out.events.push_back(event);
    }
    bool const whole = instruments.finished() && times.finished() && prices.finished() && qtys.finished() &&
                       numbers.finished();
    if (!whole) {
        return corrupt("expected columns of the same number of events");
    }
    auto read = readExtras(m_columns[Extras], extras);
    if (!read) {
        return tl::unexpected(std::move(read.error()));
    }
    out.extras = std::move(*read);
    return {};
}

} // namespace qob
