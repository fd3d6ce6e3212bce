#include "engine/base/check.h"
#include "engine/base/decimal.h"
#include "engine/history/csv.h"
#include "engine/history/history_books.h"
#include "engine/market/line_reader.h"
#include "engine/market/symbol_name.h"
#include "engine/wire/written_number.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace qob {

namespace {

using Kind = HistoryEvent::Kind;

constexpr std::string_view bookHeader =
    "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount";
constexpr std::string_view tradeHeader = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";
constexpr std::int64_t micro = 1'000;
constexpr std::size_t longestRow = std::size_t{64} << 10U;

struct Row {
    std::string_view exchange;
    std::string_view symbol;
    Timestamp venueTime;
    Timestamp time;
    bool snapshot = false;
    std::uint64_t id = 0;
    bool idLeftOut = false;
    Side side = Side::Undisclosed; // Buy: a bid
    WrittenNumber price;
    WrittenNumber amount;
};

// One file, row by row.
class RowReader {
public:
    RowReader(std::unique_ptr<ByteSource> source, std::string name)
        : m_lines(std::move(source), name, longestRow)
        , m_name(std::move(name))
    {}

    Expected<void> begin()
    {
        TextLine line;
        auto const found = m_lines.next(line);
        if (!found) {
            return tl::unexpected(found.error());
        }
        auto const text = *found ? line.text.view() : std::string_view();
        if (text != bookHeader && text != tradeHeader) {
            return fail(
                ErrorCode::FileUnknownFormat,
                m_name + ":1: expected the header `" + std::string(bookHeader) + "` or `" +
                    std::string(tradeHeader) + "`"
            );
        }
        m_trades = text == tradeHeader;
        return {};
    }

    [[nodiscard]] bool trades() const { return m_trades; }

    // False at the end. What the row's texts point to is valid until the next call.
    Expected<bool> next(Row& row)
    {
        TextLine line;
        auto const found = m_lines.next(line);
        if (!found || !*found) {
            return found;
        }
        m_line = line.number;
        auto read = parse(line.text.view(), row);
        if (!read) {
            return fail(read.error().code, place() + ": " + read.error().detail);
        }
        if (row.time < m_last) {
            return fail(
                ErrorCode::HistoryOutOfOrder,
                place() + ": expected no local_timestamp before that of the row before"
            );
        }
        m_last = row.time;
        return true;
    }

    [[nodiscard]] std::string place() const { return m_name + ":" + std::to_string(m_line); }

private:
    static Expected<void> takeTime(std::string_view text, Timestamp& time)
    {
        std::uint64_t micros = 0;
        if (!parseUnsigned(text, micros) ||
            micros > static_cast<std::uint64_t>(Timestamp::max().value / micro)) {
            return fail(
                ErrorCode::FileUnknownFormat,
                "expected microseconds since 1970, found `" + std::string(text) + "`"
            );
        }
        time = Timestamp(static_cast<std::int64_t>(micros) * micro);
        return {};
    }

    static Expected<void> takeNumber(std::string_view text, WrittenNumber& number)
    {
        auto read = readNumeral(text);
        if (!read || read->digits < 0) {
            return fail(
                read ? ErrorCode::NumberBadCharacter : read.error().code,
                "expected a number that is not negative, found `" + std::string(text) + "`"
            );
        }
        number = *read;
        return {};
    }

    Expected<void> takeSide(std::string_view text, Side& side) const
    {
        std::string_view const buy = m_trades ? "buy" : "bid";
        std::string_view const sell = m_trades ? "sell" : "ask";
        if (text == buy || text == sell || (m_trades && text == "unknown")) {
            side = text == buy ? Side::Buy : text == sell ? Side::Sell : Side::Undisclosed;
            return {};
        }
        return fail(
            ErrorCode::FileUnknownFormat,
            "expected " + std::string(buy) + " or " + std::string(sell) + ", found `" + std::string(text) +
                "`"
        );
    }

    // Of a trade the id, of a level whether it is of a snapshot.
    Expected<void> takeFifth(std::string_view text, Row& row) const
    {
        if (!m_trades) {
            row.snapshot = text == "true";
            return row.snapshot || text == "false"
                       ? Expected<void>()
                       : fail(
                             ErrorCode::FileUnknownFormat,
                             "expected true or false, found `" + std::string(text) + "`"
                         );
        }
        row.id = 0;
        row.idLeftOut = !text.empty() && !parseUnsigned(text, row.id);
        row.id = row.idLeftOut ? 0 : row.id;
        return {};
    }

    Expected<void> parse(std::string_view text, Row& row) const
    {
        std::array<std::string_view, 8> fields;
        auto const commas = std::count(text.begin(), text.end(), ',');
        if (commas != 7) {
            return fail(
                ErrorCode::FileUnknownFormat, "expected 8 columns, found " + std::to_string(commas + 1)
            );
        }
        for (auto& field : fields) {
            auto const comma = text.find(',');
            field = text.substr(0, comma);
            text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        }
        row.exchange = fields[0];
        row.symbol = fields[1];
        if (row.exchange.empty() || row.symbol.empty()) {
            return fail(ErrorCode::FileUnknownFormat, "expected an exchange and a symbol");
        }
        return takeTime(fields[2], row.venueTime)
            .and_then([&] { return takeTime(fields[3], row.time); })
            .and_then([&] { return takeFifth(fields[4], row); })
            .and_then([&] { return takeSide(fields[5], row.side); })
            .and_then([&] { return takeNumber(fields[6], row.price); })
            .and_then([&] { return takeNumber(fields[7], row.amount); });
    }

    LineReader m_lines;
    std::string m_name;
    bool m_trades = false;
    std::uint64_t m_line = 1;
    Timestamp m_last = Timestamp::min();
};

// Numbers of one kind: the most decimals, and what divides all of them.
struct Steps {
    int scale = 0;
    std::int64_t step = 0;

    Expected<void> see(WrittenNumber number)
    {
        int const decimals = significantDecimals(number);
        std::int64_t units = 0;
        if (decimals > amountScale) {
            return fail(ErrorCode::NumberTooFine, textOf(number));
        }
        if (decimals > scale) {
            auto const finer = pow10(decimals - scale);
            step = step > std::numeric_limits<std::int64_t>::max() / finer ? 1 : step * finer;
            scale = decimals;
        }
        if (!toUnits(number, scale, units)) {
            return fail(ErrorCode::NumberTooLarge, textOf(number));
        }
        step = std::gcd(step, units);
        return {};
    }
};

struct Book {
    Steps price;
    Steps qty;
    Instrument instrument;
    bool defined = false;
    bool open = false;     // levels have come since the last Updated
    bool snapshot = false; // they are of a snapshot
    bool live = false;
    std::uint64_t messages = 0;
    std::uint64_t trades = 0;
    Timestamp opened;
    Timestamp venueTime; // of the open message
    Timestamp stampedAt = Timestamp::min();
    Timestamp stamp;
};

using Books = std::map<std::pair<std::string, std::string>, Book>;

// Finds a row's book; the next row is nearly always of the same.
class BookFinder {
public:
    explicit BookFinder(Books& books) : m_books(books) {}

    Book& of(Row const& row)
    {
        if (m_last == nullptr || m_last->first.first != row.exchange || m_last->first.second != row.symbol) {
            m_last = &*m_books.try_emplace({std::string(row.exchange), std::string(row.symbol)}).first;
        }
        return m_last->second;
    }

private:
    Books& m_books;
    Books::value_type* m_last = nullptr;
};

class Importer {
public:
    Importer(Books& books, HistoryWriter& writer, HistorySettings const& settings)
        : m_books(books)
        , m_finder(books)
        , m_writer(writer)
        , m_settings(settings)
    {}

    Expected<void> add(Row const& row, bool trade)
    {
        if (row.time != m_now) {
            closeMessages();
            m_now = row.time;
        }
        Book& book = m_finder.of(row);
        auto const id = book.instrument.id;
        if (!book.defined) {
            book.defined = true;
            m_batch.add(book.instrument, id, m_now);
        }
        if (!trade) {
            startMessage(book, row);
        }
        auto const known = book.stampedAt == m_now ? book.stamp : m_now;
        if (row.venueTime != known) {
            book.stampedAt = m_now;
            book.stamp = row.venueTime;
            m_batch.events.push_back({m_now, {}, {}, id, Kind::Stamp});
            m_batch.numbers.push_back(static_cast<std::uint64_t>(row.venueTime.value));
        }
        Price price;
        Qty qty;
        bool const exact = toUnits(row.price, book.instrument.priceScale, price.value) &&
                           toUnits(row.amount, book.instrument.qtyScale, qty.value);
        if (!exact) { // the file is not what it was a moment ago
            return fail(ErrorCode::FileUnreadable, "the file was changed while it was read");
        }
        if (trade) {
            ++book.trades;
            ++book.messages;
            m_batch.addTrade({id, price, qty, row.side, m_now, row.id});
        } else {
            auto const gone = qty == Qty(0) ? 1 : 0;
            m_batch.events.push_back(
                {m_now, price, qty, id, static_cast<Kind>((row.side == Side::Buy ? 0 : 2) + gone)}
            );
        }
        return m_batch.events.size() >= batchEvents ? flush() : Expected<void>();
    }

    Expected<void> finish()
    {
        closeMessages();
        for (auto& [name, book] : m_books) {
            close(book);
            if (book.live) {
                tell(book, FeedState::Ended);
            }
        }
        return flush().and_then([&] { return m_writer.finish(); });
    }

private:
    static constexpr std::size_t batchEvents = 2048;

    // Snapshots that follow each other are one: the layout tells a new one only from what is none.
    void startMessage(Book& book, Row const& row)
    {
        bool const other =
            book.opened != row.time || book.venueTime != row.venueTime || book.snapshot != row.snapshot;
        if (book.open && other && !(book.snapshot && row.snapshot)) {
            close(book);
        }
        if (row.snapshot && !book.open) {
            m_batch.events.push_back({m_now, {}, {}, book.instrument.id, Kind::Cleared});
        }
        book.open = true;
        book.snapshot = row.snapshot;
        book.opened = row.time;
        book.venueTime = row.venueTime;
    }

    void close(Book& book)
    {
        if (!book.open) {
            return;
        }
        auto const id = book.instrument.id;
        ++book.messages;
        m_batch.events.push_back({m_now, {}, {}, id, Kind::Updated});
        if (book.snapshot && !book.live) {
            book.live = true;
            tell(book, FeedState::Live);
        }
        book.open = false;
        book.snapshot = false;
    }

    void tell(Book const& book, FeedState state)
    {
        FeedStatus status;
        status.instrument = book.instrument.id;
        status.state = state;
        status.messages = book.messages;
        status.trades = book.trades;
        status.lastMessage = m_now;
        m_batch.add(status, status.instrument, m_now);
    }

    void closeMessages()
    {
        for (auto& [name, book] : m_books) {
            if (!book.snapshot) {
                close(book);
            }
        }
    }

    Expected<void> flush()
    {
        HistoryCursor cursor(m_batch);
        HistoryItem item;
        while (cursor.next(item)) {
            m_state.apply(item);
        }
        auto written = m_writer.write(m_batch, false);
        m_batch.clear();
        if (!written || (m_now < m_nextKey && !m_writer.wantsKey())) {
            return written;
        }
        bool const first = m_nextKey == Timestamp::min();
        m_nextKey = keyAfter(m_settings, m_now);
        if (!first) {
            m_batch.kind = HistoryBlock::Kind::Key;
            m_state.snapshot(m_now, m_batch);
            written = m_writer.write(m_batch, false);
            m_batch.clear();
        }
        return written;
    }

    Books& m_books;
    BookFinder m_finder;
    HistoryWriter& m_writer;
    HistoryBlock m_batch;
    HistorySettings const& m_settings;
    HistoryBooks m_state; // as the events so far make them
    Timestamp m_nextKey = Timestamp::min();
    Timestamp m_now = Timestamp::min();
};

Expected<std::unique_ptr<RowReader>> openRows(std::string const& name, CsvOpen const& open)
{
    auto source = open(name);
    if (!source) {
        return tl::unexpected(source.error());
    }
    auto rows = std::make_unique<RowReader>(std::move(*source), name);
    return rows->begin().map([&] { return std::move(rows); });
}

// Reads every row once: what is wrong is found before anything is written.
Expected<void>
survey(std::string const& name, CsvOpen const& open, Books& books, Timestamp& first, CsvImport& done)
{
    auto rows = openRows(name, open);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    BookFinder finder(books);
    Row row;
    while (true) {
        auto const found = (*rows)->next(row);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return {};
        }
        Book& book = finder.of(row);
        auto seen = book.price.see(row.price).and_then([&] { return book.qty.see(row.amount); });
        if (!seen) {
            return fail(seen.error().code, (*rows)->place() + ": " + seen.error().detail);
        }
        first = std::min(first, row.time);
        ++done.rows;
        done.idsLeftOut += row.idLeftOut ? 1U : 0U;
    }
}

Expected<void> define(Books& books)
{
    std::uint32_t id = 0;
    for (auto& [name, book] : books) {
        InstrumentTerms terms;
        Instrument& instrument = book.instrument;
        instrument.id = InstrumentId(++id);
        instrument.venue = venueOfTardis(name.first);
        splitByQuote(name.second, terms, instrument.venue);
        instrument.symbol = name.second;
        instrument.base = AssetName(std::string_view(terms.base).substr(0, AssetName::capacity));
        instrument.quote = AssetName(std::string_view(terms.quote).substr(0, AssetName::capacity));
        instrument.priceScale = book.price.scale;
        instrument.qtyScale = book.qty.scale;
        instrument.tickSize = Price(std::max<std::int64_t>(book.price.step, 1));
        instrument.lotSize = Qty(std::max<std::int64_t>(book.qty.step, 1));
        instrument.minQty = instrument.lotSize;
        if (auto valid = validate(instrument); !valid) {
            return valid;
        }
        book.price = {};
    }
    return {};
}

struct Track {
    std::unique_ptr<RowReader> rows;
    Row row;
    bool over = false;

    Expected<void> advance()
    {
        auto const found = rows->next(row);
        over = !found || !*found;
        return found ? Expected<void>() : tl::unexpected(found.error());
    }
};

// All files together, by time; of the same time, the one named first.
Expected<void> writeRows(std::vector<std::string> const& names, CsvOpen const& open, Importer& importer)
{
    std::vector<Track> tracks;
    for (std::string const& name : names) {
        auto rows = openRows(name, open);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        tracks.push_back({std::move(*rows)});
        if (auto read = tracks.back().advance(); !read) {
            return read;
        }
    }
    while (true) {
        Track* first = nullptr;
        for (Track& track : tracks) {
            if (!track.over && (first == nullptr || track.row.time < first->row.time)) {
                first = &track;
            }
        }
        if (first == nullptr) {
            return importer.finish();
        }
        auto added =
            importer.add(first->row, first->rows->trades()).and_then([&] { return first->advance(); });
        if (!added) {
            return added;
        }
    }
}

} // namespace

Expected<CsvImport> importCsv(
    FileSystem& files,
    HistorySettings const& settings,
    std::vector<std::string> const& names,
    CsvOpen const& open
)
{
    Books books;
    CsvImport done;
    Timestamp first = Timestamp::max();
    for (std::string const& name : names) {
        if (auto seen = survey(name, open, books, first, done); !seen) {
            return tl::unexpected(std::move(seen.error()));
        }
    }
    if (done.rows == 0) {
        return fail(ErrorCode::FileTruncated, "expected rows behind the header, found none");
    }
    if (auto defined = define(books); !defined) {
        return tl::unexpected(std::move(defined.error()));
    }
    auto writer = HistoryWriter::open(files, settings, first);
    if (!writer) {
        return tl::unexpected(std::move(writer.error()));
    }
    Importer importer(books, **writer, settings);
    return writeRows(names, open, importer).map([&] {
        done.bytes = (*writer)->bytes();
        return done;
    });
}

Expected<CsvImport>
importCsv(FileSystem& files, HistorySettings const& settings, std::vector<std::string> const& paths)
{
    return importCsv(files, settings, paths, [](std::string const& path) {
        return openFile(path).and_then([&](std::unique_ptr<ByteSource>&& file) {
            return decompressed(std::move(file), path);
        });
    });
}

} // namespace qob
