// Any bytes as a CSV file in the Tardis layout; what is taken comes out again as it can be taken again.

#include "engine/base/check.h"
#include "engine/history/csv.h"
#include "tests/support/faulty_file_system.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace qob;

namespace {

std::string importAndExport(std::string const& text, bool trades, bool mustWork)
{
    test::FaultyFileSystem disk;
    HistorySettings settings;
    settings.directory = "h";
    settings.heat = false;
    auto const done = importCsv(disk, settings, {"input"}, [&](std::string const& /*name*/) {
        return Expected<std::unique_ptr<ByteSource>>(memorySource(text));
    });
    CHECK(done || !mustWork);
    if (!done) {
        CHECK(!done.error().detail.empty());
        return {};
    }
    auto const reader = HistoryReader::open(disk, "h");
    CHECK(reader.has_value());
    std::string out;
    std::vector<Error> holes;
    auto const sink = [&](std::string_view piece) {
        out += piece;
        return Expected<void>();
    };
    auto const rows = exportCsv(
        *reader->read(), {CsvFormat::Tardis, trades ? CsvType::Trades : CsvType::Book, "", ""}, sink, holes
    );
    CHECK(rows && *rows == done->rows && holes.empty());
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    bool const trades = size > 0 && data[0] % 2 == 1;
    std::string text = trades ? "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
                              : "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n";
    text.append(reinterpret_cast<char const*>(data), size);
    auto const first = importAndExport(text, trades, false);
    if (!first.empty()) {
        CHECK(importAndExport(first, trades, true) == first);
    }
    return 0;
}
