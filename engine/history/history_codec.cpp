#include "engine/history/history_codec.h"

#include "engine/base/check.h"
#include "engine/base/exact_divisor.h"
#include "engine/storage/little_endian.h"

#include <zstd.h>

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

// Seven bits a byte, lowest first.
void putVarint(std::vector<std::byte>& out, std::uint64_t value)
{
    while (value >= 0x80U) {
        out.push_back(static_cast<std::byte>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<std::byte>(value));
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
            std::memcpy(to, bytes.data(), bytes.size()); // the same length means: as it is
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
        std::memcpy(out.data(), bytes.data(), plain);
    } else {
        auto const size = ZSTD_decompressDCtx(m_zstd->decompress, out.data(), plain, bytes.data(), packed);
        if (ZSTD_isError(size) != 0 || size != plain) {
            return corrupt("a column cannot be unpacked to " + std::to_string(plain) + " bytes");
        }
    }
    bytes = bytes.subspan(packed);
    return {};
}

HistoryCodec::Track& HistoryCodec::trackOf(std::uint32_t instrument)
{
    if (m_lastTrack < m_tracks.size() && m_tracks[m_lastTrack].instrument == instrument) {
        return m_tracks[m_lastTrack];
    }
    auto const [found, added] = m_trackIndex.try_emplace(instrument, m_tracks.size());
    if (added) {
        m_tracks.push_back({instrument});
    }
    m_lastTrack = found->second;
    return m_tracks[m_lastTrack];
}

void HistoryCodec::findSteps(HistoryBlock const& block)
{
    m_tracks.clear();
    m_trackIndex.clear();
    for (HistoryEvent const& event : block.events) {
        if (isLevel(event.kind) || isTrade(event.kind)) {
            Track& track = trackOf(event.instrument.value);
            refine(track.priceStep, event.price.value);
            refine(track.qtyStep, event.qty.value);
        }
    }
}

void HistoryCodec::fillColumns(HistoryBlock const& block)
{
    auto& [steps, ops, instruments, times, prices, qtys, numbers, extras] = m_columns;
    std::vector<std::pair<ExactDivisor, ExactDivisor>> divisors;
    for (Track& track : m_tracks) {
        putVarint(steps, track.instrument);
        track.priceStep = std::max<std::int64_t>(track.priceStep, 1);
        track.qtyStep = std::max<std::int64_t>(track.qtyStep, 1);
        putVarint(steps, static_cast<std::uint64_t>(track.priceStep));
        putVarint(steps, static_cast<std::uint64_t>(track.qtyStep));
        divisors.emplace_back(track.priceStep, track.qtyStep);
    }
    Timestamp time(0);
    InstrumentId instrument(0);
    for (HistoryEvent const& event : block.events) {
        auto op = static_cast<std::uint8_t>(event.kind);
        if (event.time != time) {
            op |= newTime;
            putVarint(times, zigzag(difference(event.time.value, time.value)));
            time = event.time;
        }
        if (event.instrument != instrument) {
            op |= newInstrument;
            instrument = event.instrument;
            putVarint(instruments, instrument.value);
        }
        ops.push_back(static_cast<std::byte>(op));
        if (!isLevel(event.kind) && !isTrade(event.kind)) {
            continue;
        }
        Track& track = trackOf(instrument.value);
        auto const& [priceStep, qtyStep] = divisors[m_lastTrack];
        auto& last = track.last[sideOf(event.kind)];
        auto const price = static_cast<std::int64_t>(priceStep.quotient(event.price.value));
        putVarint(prices, zigzag(price - last));
        last = price;
        if (hasQty(event.kind)) {
            putVarint(qtys, qtyStep.quotient(event.qty.value));
        }
    }
    std::uint64_t lastId = 0;
    auto number = block.numbers.begin();
    for (HistoryEvent const& event : block.events) {
        if (hasNumber(event.kind)) {
            auto const from = isTrade(event.kind) ? lastId : static_cast<std::uint64_t>(event.time.value);
            putVarint(numbers, zigzag(static_cast<std::int64_t>(*number - from)));
            lastId = isTrade(event.kind) ? *number : lastId;
            ++number;
        }
    }
    for (HistoryExtra const& extra : block.extras) {
        writeExtra(extra, extras);
    }
}

void HistoryCodec::encode(HistoryBlock const& block, std::vector<std::byte>& out)
{
    CHECK(block.events.size() <= mostEvents);
    for (auto& column : m_columns) {
        column.clear();
    }
    findSteps(block);
    fillColumns(block);
    for (auto const& column : m_columns) {
        pack(column, out);
    }
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
    m_tracks.clear();
    m_trackIndex.clear();
    ColumnReader steps(m_columns[Steps]);
    while (!steps.atEnd()) {
        auto const instrument = steps.next();
        auto const priceStep = static_cast<std::int64_t>(steps.next());
        auto const qtyStep = static_cast<std::int64_t>(steps.next());
        auto const before = m_tracks.size();
        if (!steps.good() || instrument > std::numeric_limits<std::uint32_t>::max() || priceStep <= 0 ||
            qtyStep <= 0) {
            return corrupt("expected an instrument with the steps of its prices and sizes");
        }
        Track& track = trackOf(static_cast<std::uint32_t>(instrument));
        if (m_tracks.size() == before) {
            return corrupt("expected each instrument's steps once");
        }
        track.priceStep = priceStep;
        track.qtyStep = qtyStep;
        track.mostPrice = std::numeric_limits<std::int64_t>::max() / priceStep;
        track.mostQty = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() / qtyStep);
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
    auto const tracks = m_tracks.size();
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
            Track& track = trackOf(event.instrument.value);
            auto& last = track.last[sideOf(event.kind)];
            last = sum(last, unzigzag(prices.next()));
            auto const qty = hasQty(event.kind) ? qtys.next() : 0;
            if (m_tracks.size() != tracks || last < 0 || last > track.mostPrice || qty > track.mostQty) {
                return corrupt("expected a price and a size of an instrument of the block");
            }
            event.price = Price(last * track.priceStep);
            event.qty = Qty(static_cast<std::int64_t>(qty) * track.qtyStep);
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
