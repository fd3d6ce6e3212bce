#include "engine/base/decimal.h"
#include "engine/history/csv.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr std::size_t pieceBytes = std::size_t{64} << 10U;
constexpr std::int64_t micro = 1'000;

// What is known of one instrument while its events go by.
struct Column {
    std::string name; // exchange and symbol, each with a comma behind it
    int priceScale = 0;
    int qtyScale = 0;
    bool wanted = false;
    bool snapshot = false;                  // between Cleared and Updated
    Timestamp stampedAt = Timestamp::min(); // `venueTime` is of events at this time
    Timestamp venueTime;
};

class CsvWriter {
public:
    CsvWriter(CsvExport const& what, CsvSink const& sink) : m_what(what), m_sink(sink) {}

    Expected<void> begin()
    {
        bool const book = m_what.type == CsvType::Book;
        if (m_what.format == CsvFormat::Tardis) {
            m_text = book ? "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n"
                          : "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";
        } else {
            m_text = book ? "venue,symbol,time,is_snapshot,side,price,qty\n"
                          : "venue,symbol,time,id,side,price,qty\n";
        }
        return {};
    }

    Expected<void> add(HistoryItem const& item)
    {
        HistoryEvent const& event = item.event;
        if (item.extra != nullptr) {
            if (auto const* instrument = std::get_if<Instrument>(item.extra)) {
                define(event.instrument, *instrument);
            }
            return {};
        }
        Column& column = columnOf(event.instrument);
        if (event.kind == Kind::Cleared || event.kind == Kind::Updated) {
            column.snapshot = event.kind == Kind::Cleared;
        } else if (event.kind == Kind::Stamp) {
            column.stampedAt = event.time;
            column.venueTime = Timestamp(static_cast<std::int64_t>(item.number));
        } else if (column.wanted && isTrade(event.kind) == (m_what.type == CsvType::Trades)) {
            row(column, item);
        }
        return m_text.size() >= pieceBytes ? flush() : Expected<void>();
    }

    Expected<void> flush()
    {
        auto written = m_text.empty() ? Expected<void>() : m_sink(m_text);
        m_text.clear();
        return written;
    }

    // Ids have another meaning from here on.
    void forget()
    {
        m_columns.clear();
        m_last = nullptr;
    }

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    Column& columnOf(InstrumentId id)
    {
        if (m_last == nullptr || m_lastId != id) {
            m_last = &m_columns[id];
            m_lastId = id;
        }
        return *m_last;
    }

    void define(InstrumentId id, Instrument const& instrument)
    {
        Column& column = columnOf(id);
        bool const tardis = m_what.format == CsvFormat::Tardis;
        column.name =
            (tardis ? tardisExchange(instrument.venue) : instrument.venue) + "," + instrument.symbol + ",";
        column.priceScale = instrument.priceScale;
        column.qtyScale = instrument.qtyScale;
        bool const all = m_what.venue.empty() && m_what.symbol.empty();
        column.wanted = all || (m_what.venue == instrument.venue && m_what.symbol == instrument.symbol);
    }

    void row(Column const& column, HistoryItem const& item)
    {
        HistoryEvent const& event = item.event;
        ++m_rows;
        m_text += column.name;
        if (m_what.format == CsvFormat::Tardis) {
            number(
                column.stampedAt == event.time ? column.venueTime.value / micro : event.time.value / micro
            );
            m_text += ',';
            number(event.time.value / micro);
        } else {
            number(event.time.value);
        }
        m_text += ',';
        if (isTrade(event.kind)) {
            if (item.number != 0) {
                number(item.number);
            }
            m_text += event.kind == Kind::TradeBuy    ? ",buy,"
                      : event.kind == Kind::TradeSell ? ",sell,"
                                                      : ",unknown,";
        } else {
            m_text += column.snapshot ? "true," : "false,";
            m_text += event.kind <= Kind::BidGone ? "bid," : "ask,";
        }
        decimal(event.price.value, column.priceScale);
        m_text += ',';
        decimal(event.qty.value, column.qtyScale);
        m_text += '\n';
    }

    template <class Integer>
    void number(Integer value)
    {
        std::array<char, 24> digits{};
        auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        m_text.append(digits.data(), end);
    }

    // As formatTrimmed, without its 128 bits.
    void decimal(std::int64_t value, int scale)
    {
        auto const unit = pow10(scale);
        number(value / unit);
        auto rest = value % unit;
        if (rest == 0) {
            return;
        }
        m_text += '.';
        for (auto digit = unit / 10; rest != 0; digit /= 10) {
            m_text += static_cast<char>('0' + rest / digit);
            rest %= digit;
        }
    }

    CsvExport const& m_what;
    CsvSink const& m_sink;
    std::map<InstrumentId, Column> m_columns;
    InstrumentId m_lastId{0};
    Column* m_last = nullptr;
    std::string m_text;
    std::uint64_t m_rows = 0;
};

} // namespace

std::string tardisExchange(std::string_view venue)
{
    std::string exchange(venue);
    for (char& c : exchange) {
        c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return exchange;
}

std::string venueOfTardis(std::string_view exchange)
{
    std::string venue(exchange);
    for (char& c : venue) {
        c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return venue;
}

Expected<std::uint64_t>
exportCsv(HistoryStream& stream, CsvExport const& what, CsvSink const& sink, std::vector<Error>& holes)
{
    CsvWriter writer(what, sink);
    if (auto begun = writer.begin(); !begun) {
        return tl::unexpected(std::move(begun.error()));
    }
    HistoryItem item;
    std::uint64_t runs = 0;
    while (stream.next(item)) {
        if (runs != stream.runs()) {
            runs = stream.runs();
            writer.forget();
        }
        if (item.extra != nullptr && std::holds_alternative<HistoryHole>(*item.extra)) {
            holes.push_back(std::get<HistoryHole>(*item.extra).why);
        }
        if (auto added = writer.add(item); !added) {
            return tl::unexpected(std::move(added.error()));
        }
    }
    return writer.flush().map([&] { return writer.rows(); });
}

} // namespace qob
