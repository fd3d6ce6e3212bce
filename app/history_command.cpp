#include "app/history_command.h"

#include "engine/history/csv.h"
#include "engine/storage/posix_file_system.h"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <system_error>

namespace qob {

namespace {

int complain(Error const& error)
{
    std::cerr << "qob: " << error.message() << '\n';
    return 1;
}

std::string timeText(Timestamp time)
{
    auto const seconds = time.value / 1'000'000'000;
    auto const millis = time.value % 1'000'000'000 / 1'000'000;
    const std::chrono::sys_seconds at{std::chrono::seconds(seconds)};
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", at, millis);
}

int listHistory(HistoryReader const& reader)
{
    fmt::print(
        "{:<18} {:<22} {:<24} {:<24} {:>12} {:>10} {:>12}\n",
        "venue",
        "symbol",
        "from",
        "to",
        "levels",
        "trades",
        "bytes"
    );
    for (HistoryListing const& one : reader.list()) {
        fmt::print(
            "{:<18} {:<22} {:<24} {:<24} {:>12} {:>10} {:>12}\n",
            one.instrument.venue,
            one.instrument.symbol,
            timeText(one.first),
            timeText(one.last),
            one.levels,
            one.trades,
            one.bytes
        );
    }
    for (Error const& problem : reader.problems()) {
        complain(problem);
    }
    return reader.problems().empty() ? 0 : 1;
}

int verifyHistory(HistoryReader const& reader)
{
    auto const check = reader.verify();
    for (Error const& damage : check.damage) {
        complain(damage);
    }
    fmt::print(
        "{}: {} segments, {} blocks, {} bytes, {} level changes, {} trades\n",
        check.damage.empty() ? "good" : "damaged",
        check.segments,
        check.blocks,
        check.bytes,
        check.levels,
        check.trades
    );
    return check.damage.empty() ? 0 : 1;
}

// A file, compressed if its name says so, or standard output.
class TextOutput {
public:
    static Expected<std::unique_ptr<TextOutput>> open(std::string const& path)
    {
        std::unique_ptr<TextOutput> output(new TextOutput(path));
        if (path.ends_with(".gz")) {
            output->m_gzip = gzopen(path.c_str(), "wb");
        } else {
            output->m_file = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
        }
        if (output->m_gzip == nullptr && output->m_file == nullptr) {
            return fail(ErrorCode::FileUnreadable, path + ": " + std::generic_category().message(errno));
        }
        return output;
    }

    ~TextOutput() { static_cast<void>(close()); }

    TextOutput(TextOutput const&) = delete;
    TextOutput& operator=(TextOutput const&) = delete;
    TextOutput(TextOutput&&) = delete;
    TextOutput& operator=(TextOutput&&) = delete;

    Expected<void> write(std::string_view text)
    {
        bool const good = m_gzip != nullptr
                              ? gzwrite(m_gzip, text.data(), static_cast<unsigned>(text.size())) > 0
                              : std::fwrite(text.data(), 1, text.size(), m_file) == text.size();
        return good ? Expected<void>() : fail(ErrorCode::HistoryIoFailed, m_path + ": cannot be written");
    }

    Expected<void> close()
    {
        bool good = true;
        if (m_gzip != nullptr) {
            good = gzclose(m_gzip) == Z_OK;
        } else if (m_file != nullptr) {
            good = m_file == stdout ? std::fflush(m_file) == 0 : std::fclose(m_file) == 0;
        }
        m_gzip = nullptr;
        m_file = nullptr;
        return good ? Expected<void>() : fail(ErrorCode::HistoryIoFailed, m_path + ": cannot be written");
    }

private:
    explicit TextOutput(std::string path) : m_path(std::move(path)) {}

    std::string m_path;
    gzFile m_gzip = nullptr;
    std::FILE* m_file = nullptr;
};

int exportHistory(HistoryReader const& reader, HistoryFlags const& flags)
{
    CsvExport what;
    what.format = flags.format == "csv" ? CsvFormat::Plain : CsvFormat::Tardis;
    what.type = flags.type == "trades" ? CsvType::Trades : CsvType::Book;
    if (!flags.symbol.empty()) {
        auto const colon = flags.symbol.find(':');
        what.venue = flags.symbol.substr(0, colon);
        what.symbol = colon == std::string::npos ? "" : flags.symbol.substr(colon + 1);
        auto const all = reader.list();
        bool const known = std::any_of(all.begin(), all.end(), [&](HistoryListing const& one) {
            return one.instrument.venue == what.venue && one.instrument.symbol == what.symbol;
        });
        if (!known && flags.type != "raw") {
            return complain(
                {ErrorCode::OrderUnknownSymbol, flags.symbol + "; `qob history list` says what there is"}
            );
        }
    }
    auto output = TextOutput::open(flags.out);
    if (!output) {
        return complain(output.error());
    }
    std::vector<Error> holes;
    auto const sink = [&](std::string_view text) {
        return (*output)->write(text);
    };
    auto const rows = flags.type == "raw"
                          ? exportRaw(reader, what.venue, flags.from, flags.until, sink, holes)
                          : exportCsv(*reader.read(flags.from, flags.until), what, sink, holes);
    auto const closed = (*output)->close();
    for (Error const& hole : holes) {
        complain(hole);
    }
    if (!rows || !closed) {
        return complain(rows ? closed.error() : rows.error());
    }
    std::cerr << "qob: " << *rows << " rows written\n";
    return 0;
}

int importHistory(FileSystem& disk, HistoryFlags const& flags)
{
    HistorySettings settings;
    settings.directory = flags.to;
    auto const done = importCsv(disk, settings, flags.paths);
    if (!done) {
        return complain(done.error());
    }
    if (done->idsLeftOut != 0) {
        std::cerr << "qob: " << done->idsLeftOut << " trade ids are no whole numbers and were left out\n";
    }
    fmt::print("imported {} rows in {} bytes to {}\n", done->rows, done->bytes, flags.to);
    return 0;
}

} // namespace

int runHistory(CommandLine const& line)
{
    PosixFileSystem disk;
    auto const& flags = line.history;
    if (flags.action == "import") {
        return importHistory(disk, flags);
    }
    auto const reader = HistoryReader::open(disk, flags.paths.front());
    if (!reader) {
        return complain(reader.error());
    }
    if (flags.action == "export") {
        return exportHistory(*reader, flags);
    }
    return flags.action == "list" ? listHistory(*reader) : verifyHistory(*reader);
}

} // namespace qob
