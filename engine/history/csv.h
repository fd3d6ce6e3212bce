#pragma once

#include "engine/history/history_reader.h"
#include "engine/history/history_writer.h"
#include "engine/market/byte_source.h"

#include <functional>
#include <string_view>

namespace qob {

// Histories as CSV. Numbers are exact decimal text. docs/history.md has the columns.

enum class CsvFormat : std::uint8_t {
    Tardis, // the layout of Tardis.dev's files: microseconds, exchanges as "binance-futures"
    Plain,  // ours: nanoseconds, venues as in `qob venues`
};

enum class CsvType : std::uint8_t { Book, Trades };

struct CsvExport {
    CsvFormat format = CsvFormat::Tardis;
    CsvType type = CsvType::Book;
    std::string venue; // both empty: all instruments
    std::string symbol;
};

// Takes text to wherever it goes, a piece at a time.
using CsvSink = std::function<Expected<void>(std::string_view)>;

// Writes what the stream holds, header first. Holes are appended to `holes`; the levels behind one begin with
// a snapshot. Returns the number of rows; the error is the sink's.
Expected<std::uint64_t>
exportCsv(HistoryStream& stream, CsvExport const& what, CsvSink const& sink, std::vector<Error>& holes);

// The venue's frames as a capture that `qob replay` reads; the venue may be empty where there is one only,
// and else is ConfigBadValue. Returns the number of frames.
Expected<std::uint64_t> exportRaw(
    HistoryReader const& reader,
    std::string const& venue,
    Timestamp from,
    Timestamp to,
    CsvSink const& sink,
    std::vector<Error>& holes
);

struct CsvImport {
    std::uint64_t rows = 0;
    std::uint64_t idsLeftOut = 0; // of trades, that are no whole numbers
    std::uint64_t bytes = 0;      // written
};

// Makes a history of files in the Tardis layout (incremental_book_L2 and trades, gzip or not), merged by
// their local_timestamp. Each is read twice, because prices must have a scale before the first is written.
// FileUnreadable, FileUnknownFormat, a number's own error, HistoryOutOfOrder and InstrumentInvalid, naming
// file and line; the errors of HistoryWriter.
Expected<CsvImport>
importCsv(FileSystem& files, HistorySettings const& settings, std::vector<std::string> const& paths);

// The same of sources in memory or anywhere, for tests: `open` is called twice for each name.
using CsvOpen = std::function<Expected<std::unique_ptr<ByteSource>>(std::string const& name)>;
Expected<CsvImport> importCsv(
    FileSystem& files,
    HistorySettings const& settings,
    std::vector<std::string> const& names,
    CsvOpen const& open
);

// "binance-futures" and "BINANCE_FUTURES".
std::string tardisExchange(std::string_view venue);
std::string venueOfTardis(std::string_view exchange);

} // namespace qob
