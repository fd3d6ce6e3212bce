// The whole core on the yardstick's flow: a command comes in, is journaled, its money is set aside, it is
// matched, ledgers move, reports go out. With the journal in memory, and with group commit on the disk.
// Prints one JSON object.
//
//   core_bench [--commands N] [--directory DIR]

#include "engine/base/clock.h"
#include "engine/base/json_writer.h"
#include "engine/exchange/journaled_exchange.h"
#include "engine/storage/posix_file_system.h"
#include "tests/bench/bare_ladder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

using namespace qob;

constexpr std::uint32_t accounts = 64;
constexpr std::size_t batchSize = 512;

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Counter final : public ExchangeOutput {
public:
    void onReport(ExchangeReport const& report) override
    {
        ++reports;
        trades += static_cast<std::uint64_t>(report.execType == ExecType::Trade);
        refused += static_cast<std::uint64_t>(
            report.reason != ErrorCode() && report.kind == ExchangeReport::Kind::Order
        );
        last = std::max(last, report.command);
    }

    void onBookEvent(BookEvent const& /*event*/) override { ++events; }

    std::uint64_t reports = 0;
    std::uint64_t trades = 0;
    std::uint64_t refused = 0;
    std::uint64_t events = 0;
    std::uint64_t last = 0;
};

std::vector<ExchangeCommand> opening()
{
    ListInstrument list;
    Instrument& instrument = list.instrument;
    instrument.id = InstrumentId(1);
    instrument.venue = "X";
    instrument.symbol = "BTC-USDT";
    instrument.base = AssetName("BTC");
    instrument.quote = AssetName("USDT");
    instrument.priceScale = 2;
    instrument.qtyScale = 5;
    instrument.makerFee = FeeRate(10'000);
    instrument.takerFee = FeeRate(50'000);
    std::vector<ExchangeCommand> commands{list};
    for (std::uint32_t account = 0; account < accounts; ++account) {
        commands.emplace_back(OpenAccount{OwnerId(account), 0});
        for (char const* asset : {"USDT", "BTC"}) {
            commands.emplace_back(Transfer{
                OwnerId(account), AssetName(asset), Amount(static_cast<Int128>(1'000'000'000) * pow10(18))});
        }
    }
    return commands;
}

std::vector<ExchangeCommand> flow(bench::Workload const& workload, std::size_t most)
{
    std::vector<ExchangeCommand> commands = opening();
    std::vector<std::uint32_t> generation(workload.maxId() + 1);
    auto const name = [&](std::uint32_t id) {
        return ClOrdId(std::to_string(id) + "-" + std::to_string(generation[id]));
    };
    for (bench::Op const& op : workload.ops()) {
        const OwnerId account(op.id % accounts);
        if (op.cancels()) {
            commands.emplace_back(CancelOrder{account, ClOrdId(), name(op.id)});
            ++generation[op.id];
        }
        if (op.adds()) {
            EnterOrder order{name(op.id), InstrumentId(1), {}};
            order.order.owner = account;
            order.order.side = op.side == 0 ? Side::Buy : Side::Sell;
            order.order.price = Price(op.price);
            order.order.qty = Qty(op.qty);
            commands.emplace_back(order);
        }
        if (commands.size() >= most) {
            break;
        }
    }
    return commands;
}

void memoryRun(std::vector<ExchangeCommand> const& commands, std::size_t warm, JsonWriter& json)
{
    Counter counter;
    JournaledExchangeOptions options;
    options.acknowledge = Acknowledge::Matched;
    options.limits.hugePages = true;
    auto const venue = JournaledExchange::inMemory(options, counter);
    double start = 0;
    for (std::size_t i = 0; i < commands.size(); i += batchSize) {
        if (i == warm) {
            start = cpuSeconds();
        }
        auto const batch = std::span(commands).subspan(i, std::min(batchSize, commands.size() - i));
        venue->submit(Timestamp(static_cast<std::int64_t>(i)), batch);
        static_cast<void>(venue->commit());
    }
    double const seconds = cpuSeconds() - start;
    json.key("memory_commands_per_second").real(static_cast<double>(commands.size() - warm) / seconds);
    json.key("trades").integer(counter.trades).key("refused").integer(counter.refused);
}

double quantile(std::vector<std::int64_t>& values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty()
               ? 0
               : static_cast<double>(
                     values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))]
                 ) * 1e-6;
}

void fsyncRun(std::string const& directory, JsonWriter& json)
{
    SystemClock const clock;
    PosixFileSystem files;
    auto file = files.open(directory + "/fsync", OpenMode::Replace);
    std::array<std::byte, 4096> page{};
    static_cast<void>((*file)->preallocate(1U << 20U));
    std::vector<std::int64_t> took;
    for (std::uint64_t i = 0; i < 200; ++i) {
        const Duration before = clock.steady();
        static_cast<void>((*file)->write(i % 200 * page.size(), page));
        static_cast<void>((*file)->sync());
        took.push_back((clock.steady() - before).value);
    }
    json.key("fsync_p50_ms").real(quantile(took, 0.5)).key("fsync_p99_ms").real(quantile(took, 0.99));
}

// Commands come as fast as they are taken, in batches; an acknowledgement is counted when it is handed out.
void durableRun(std::vector<ExchangeCommand> const& commands, std::string const& directory, JsonWriter& json)
{
    SystemClock const clock;
    PosixFileSystem files;
    Counter counter;
    JournaledExchangeOptions options;
    options.directory = directory + "/journal";
    options.limits.hugePages = true;
    auto venue = JournaledExchange::open(files, options, counter);
    if (!venue) {
        json.key("error").string(venue.error().message());
        return;
    }
    std::vector<std::int64_t> sent(commands.size() + 1);
    std::vector<std::int64_t> took;
    took.reserve(commands.size());
    std::uint64_t answered = 0;
    auto const answer = [&](bool wait) {
        (*venue)->deliver(wait);
        const std::int64_t now = clock.steady().value;
        for (; answered < counter.last; ++answered) {
            took.push_back(now - sent[answered + 1]);
        }
    };
    const Duration start = clock.steady();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        sent[i + 1] = clock.steady().value;
        (*venue)->submit(Timestamp(static_cast<std::int64_t>(i)), commands[i]);
        if (i % batchSize == batchSize - 1) {
            static_cast<void>((*venue)->commit());
            answer(false);
        }
    }
    static_cast<void>((*venue)->commit());
    answer(true);
    double const seconds = static_cast<double>((clock.steady() - start).value) * 1e-9;
    json.key("durable_commands_per_second").real(static_cast<double>(commands.size()) / seconds);
    json.key("ack_p50_ms").real(quantile(took, 0.5)).key("ack_p99_ms").real(quantile(took, 0.99));
}

} // namespace

int main(int argc, char** argv)
{
    std::size_t count = 1'000'000;
    std::string directory = (std::filesystem::current_path() / "core_bench.tmp").string();
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--commands") == 0) {
            count = std::strtoull(argv[i + 1], nullptr, 10);
        } else if (std::strcmp(argv[i], "--directory") == 0) {
            directory = argv[i + 1];
        }
    }
    auto const workload = bench::Workload::make("one", count);
    auto const commands = flow(*workload, count);
    std::filesystem::remove_all(directory);
    std::filesystem::create_directories(directory);
    JsonWriter json;
    json.beginObject();
    memoryRun(commands, count / 10 / batchSize * batchSize, json);
    fsyncRun(directory, json);
    durableRun(commands, directory, json);
    json.endObject();
    std::filesystem::remove_all(directory);
    std::cout << json.text() << std::endl;
}
