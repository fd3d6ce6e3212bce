// What the journal costs: an append, a commit of each durability on the temporary directory's disk beside
// that disk's own write and sync, and reading back.

#include "engine/storage/journal_writer.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/temporary_directory.h"

#include <benchmark/benchmark.h>

namespace {

using namespace qob;

constexpr std::size_t payloadBytes = 64;

struct Journal {
    explicit Journal(Durability durability)
    {
        JournalOptions options;
        options.durability = durability;
        auto recovered = recover(files, directory.path());
        auto opened = JournalWriter::open(files, directory.path(), options, std::move(recovered.value().end));
        writer = std::move(opened.value());
    }

    PosixFileSystem files;
    test::TemporaryDirectory directory;
    std::unique_ptr<JournalWriter> writer;
};

void append(benchmark::State& state, JournalWriter& writer, std::int64_t perCommit)
{
    std::vector<std::byte> const payload(payloadBytes, std::byte{7});
    std::int64_t time = 0;
    for (auto _ : state) {
        for (std::int64_t i = 0; i < perCommit; ++i) {
            benchmark::DoNotOptimize(writer.append(1, Timestamp(++time), payload));
        }
        benchmark::DoNotOptimize(writer.commit());
    }
    if (!writer.makeDurable()) {
        state.SkipWithError("the journal failed");
    }
    state.SetItemsProcessed(time);
}

void journalInMemory(benchmark::State& state)
{
    auto const writer = JournalWriter::inMemory();
    append(state, *writer, state.range(0));
}

void journalNone(benchmark::State& state)
{
    Journal const journal(Durability::None);
    append(state, *journal.writer, state.range(0));
}

void journalGroup(benchmark::State& state)
{
    Journal const journal(Durability::Group);
    append(state, *journal.writer, state.range(0));
}

void journalSync(benchmark::State& state)
{
    Journal const journal(Durability::Sync);
    append(state, *journal.writer, state.range(0));
}

// The same bytes in the same places, and nothing else.
void bareSync(benchmark::State& state)
{
    PosixFileSystem files;
    test::TemporaryDirectory const directory;
    auto const records = static_cast<std::uint64_t>(state.range(0));
    std::vector<std::byte> const bytes(alignUp(records * recordBytes(payloadBytes), 512));
    std::vector<std::byte> const mark(markCopySpacing + markBytes);
    auto const data = files.open(directory.path() + "/data", OpenMode::Replace).value();
    auto const marks = files.open(directory.path() + "/marks", OpenMode::Replace).value();
    bool good = data->preallocate(64U << 20U) && data->sync();
    std::uint64_t at = 0;
    for (auto _ : state) {
        good = good && data->write(at % (60U << 20U), bytes) && data->sync() && marks->write(0, mark) &&
               marks->sync();
        at += bytes.size();
    }
    if (!good) {
        state.SkipWithError("the disk failed");
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(records) * state.iterations());
}

void journalRecover(benchmark::State& state)
{
    constexpr std::int64_t records = 500'000;
    Journal journal(Durability::None);
    std::vector<std::byte> const payload(payloadBytes, std::byte{7});
    for (std::int64_t i = 0; i < records; ++i) {
        benchmark::DoNotOptimize(journal.writer->append(1, Timestamp(i), payload));
    }
    if (!journal.writer->makeDurable()) {
        state.SkipWithError("the journal failed");
    }
    journal.writer.reset();
    for (auto _ : state) {
        std::uint64_t bytes = 0;
        auto const recovered = recover(
            journal.files,
            journal.directory.path(),
            {},
            [&](JournalRecord const& record) -> Expected<void> {
                bytes += record.payload.size();
                return {};
            }
        );
        if (!recovered || bytes != records * payloadBytes) {
            state.SkipWithError("not recovered");
        }
    }
    state.SetItemsProcessed(records * state.iterations());
}

BENCHMARK(journalInMemory)->Name("journal/in_memory")->Arg(1)->Arg(128)->UseRealTime();
BENCHMARK(journalNone)->Name("journal/none")->Arg(1)->Arg(128)->UseRealTime();
BENCHMARK(journalGroup)->Name("journal/group")->Arg(1)->Arg(128)->UseRealTime();
BENCHMARK(journalSync)->Name("journal/sync")->Arg(1)->Arg(128)->UseRealTime();
BENCHMARK(bareSync)->Name("journal/bare_write_and_sync")->Arg(1)->Arg(128)->UseRealTime();
BENCHMARK(journalRecover)->Name("journal/recover")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
