// What a venue's frames cost as they came, over all its books: unpacked where it packs them, decoded,
// applied, checksums made. Beside it simdjson's bare walk over the same frames, unpacked the same way. The
// files come from QOB_CAPTURES.

#include "engine/market/capture_reader.h"
#include "engine/market/feed_book.h"
#include "engine/venue/venues.h"
#include "engine/wire/frame_unpacker.h"
#include "engine/wire/json_walk.h"
#include "tests/support/allocation_count.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace qob {
namespace {

struct Recording {
    struct Record {
        std::size_t offset;
        std::size_t size;
        Timestamp time;
        std::size_t connection; // 0: an answer
        bool binary;
        std::string url; // of an answer
    };

    std::string bytes;
    std::vector<Record> records;
    std::size_t connections = 1;
    std::size_t frames = 0;

    [[nodiscard]] PaddedText text(Record const& record) const
    {
        return {bytes.data() + record.offset, record.size};
    }
};

std::shared_ptr<Recording> load(std::string const& path)
{
    auto recording = std::make_shared<Recording>();
    auto reader = CaptureReader::open(path);
    std::map<std::string, std::size_t, std::less<>> connections;
    CaptureRecord record;
    while (reader) {
        auto const read = (*reader)->next(record);
        if (!read || !*read) {
            break;
        }
        bool const answer = record.kind == CaptureRecord::Kind::Answer;
        if (!answer && record.kind != CaptureRecord::Kind::Received) {
            continue;
        }
        std::size_t connection = 0;
        if (!answer) {
            auto const known = connections.emplace(record.connection, connections.size() + 1);
            connection = known.first->second;
            ++recording->frames;
        }
        auto const text = record.payload.view();
        recording->records.push_back(
            {recording->bytes.size(),
             text.size(),
             record.time,
             connection,
             record.binary,
             std::string(record.url)}
        );
        recording->bytes += text;
        recording->bytes.append(textPadding, ' ');
    }
    recording->connections = connections.size() + 1;
    return recording;
}

// A list of instruments is read once and far from any book.
void dropLists(Recording& recording, VenueSpec const& spec)
{
    auto const feed = spec.makeFeed(spec);
    FeedBatch batch;
    std::erase_if(recording.records, [&](Recording::Record const& record) {
        return record.connection == 0 && feed->decode(recording.text(record), record.url, batch) &&
               !batch.instruments.empty();
    });
}

struct NoListener final : MarketListener {
    std::uint64_t events = 0;

    void onInstrument(Instrument const& /*instrument*/) override {}

    void onLevel(InstrumentId /*i*/, Side /*s*/, Price /*p*/, Qty /*q*/, Timestamp /*t*/) override
    {
        ++events;
    }

    void onBookCleared(InstrumentId /*instrument*/, Timestamp /*time*/) override {}

    void onBookUpdated(InstrumentId /*instrument*/, Timestamp /*time*/) override { ++events; }

    void onTrade(Trade const& /*trade*/) override { ++events; }

    void onFeed(FeedStatus const& /*status*/) override {}

    void onNotice(Notice const& notice) override { std::cerr << notice.text << '\n'; }
};

// Of each symbol, what the venue's list of instruments would say.
using KnownTerms = std::unordered_map<std::string, InstrumentTerms>;

// A venue's books, fed as the live market does it.
class Books {
public:
    Books(VenueSpec const& spec, Recording const& recording, KnownTerms const& known)
        : m_spec(spec)
        , m_recording(recording)
        , m_known(known)
    {
        for (std::size_t i = 0; i < recording.connections; ++i) {
            m_feeds.push_back(spec.makeFeed(spec));
            m_unpackers.emplace_back(spec.packing);
        }
    }

    // False: a frame was refused.
    bool apply(std::size_t from, std::size_t to)
    {
        for (std::size_t at = from; at < to; ++at) {
            auto const& record = m_recording.records[at];
            PaddedText text = m_recording.text(record);
            if (record.binary && m_spec.packing != Packing::None) {
                auto const unpacked = m_unpackers[record.connection].unpack(text);
                if (!unpacked) {
                    return false;
                }
                text = *unpacked;
            }
            if (!m_feeds[record.connection]->decode(text, record.url, m_batch)) {
                return false;
            }
            for (std::size_t i = 0; i < m_batch.size(); ++i) {
                FeedBook& book = bookOf(m_batch[i].symbol);
                book.onMessage(m_batch[i], record.time, {"recording", at}, listener);
            }
        }
        return true;
    }

    [[nodiscard]] std::uint64_t gaps() const
    {
        std::uint64_t all = 0;
        for (auto const& [symbol, book] : m_books) {
            all += book->status().gaps + book->status().checksumsBad;
        }
        return all;
    }

    [[nodiscard]] KnownTerms terms() const
    {
        KnownTerms all;
        for (auto const& [symbol, book] : m_books) {
            if (auto const& instrument = book->instrument()) {
                InstrumentTerms& terms = all[symbol] = m_spec.termsOf(m_spec, symbol);
                terms.tickSize = instrument->priceText(instrument->tickSize);
                terms.lotSize = instrument->qtyText(instrument->lotSize);
            }
        }
        return all;
    }

    NoListener listener;

private:
    FeedBook& bookOf(std::string_view symbol)
    {
        if (m_last != nullptr && m_last->symbol() == symbol) {
            return *m_last;
        }
        auto& book = m_books[std::string(symbol)];
        if (!book) {
            const InstrumentId id(static_cast<std::uint32_t>(m_books.size()));
            book = std::make_unique<FeedBook>(id, m_spec, m_spec.termsOf(m_spec, symbol));
            if (auto const known = m_known.find(book->symbol()); known != m_known.end()) {
                book->describe(known->second);
            }
        }
        m_last = book.get();
        return *book;
    }

    VenueSpec const& m_spec;
    Recording const& m_recording;
    KnownTerms const& m_known;
    std::vector<std::unique_ptr<VenueFeed>> m_feeds;
    std::vector<FrameUnpacker> m_unpackers;
    std::unordered_map<std::string, std::unique_ptr<FeedBook>> m_books;
    FeedBook* m_last = nullptr;
    FeedBatch m_batch;
};

void report(benchmark::State& state, Recording const& recording)
{
    constexpr double nanosecond = 1e-9;
    auto const flags = benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert;
    auto const messages = static_cast<double>(recording.records.size());
    state.counters["ns_per_message"] = benchmark::Counter(messages * nanosecond, flags);
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(recording.bytes.size())
    );
}

void venueWalk(benchmark::State& state, std::shared_ptr<Recording> const& recording, VenueSpec const* spec)
{
    JsonParser parser;
    FrameUnpacker unpacker(spec->packing);
    for (auto unused : state) {
        for (auto const& record : recording->records) {
            PaddedText text = recording->text(record);
            if (record.binary && spec->packing != Packing::None) {
                auto const unpacked = unpacker.unpack(text);
                text = unpacked ? *unpacked : text;
            }
            JsonDocument document;
            JsonValue value;
            if (openJson(parser, text, document) || document.get_value().get(value) || walkJson(value)) {
                state.SkipWithError("malformed JSON");
                return;
            }
        }
    }
    report(state, *recording);
}

void venueToBook(benchmark::State& state, std::shared_ptr<Recording> const& recording, VenueSpec const* spec)
{
    const KnownTerms nothing;
    Books first(*spec, *recording, nothing);
    first.apply(0, recording->records.size());
    const KnownTerms known = first.terms();
    for (auto unused : state) {
        Books books(*spec, *recording, known);
        if (!books.apply(0, recording->records.size()) || books.gaps() != 0) {
            state.SkipWithError("a message was refused or a book is not whole");
            return;
        }
        benchmark::DoNotOptimize(books.listener.events);
    }
    // What is asked of memory.
    Books books(*spec, *recording, known);
    // The third time: the first makes the books, and at the second a snapshot replaces what there is.
    std::size_t const all = recording->records.size();
    books.apply(0, all);
    books.apply(0, all);
    auto const before = test::allocationsOfThisThread();
    books.apply(0, all);
    auto const asked = test::allocationsOfThisThread() - before;
    state.counters["allocations_per_message"] = static_cast<double>(asked) / static_cast<double>(all);
    report(state, *recording);
}

} // namespace
} // namespace qob

int main(int argc, char** argv)
{
    char const* const set = std::getenv("QOB_CAPTURES");
    const std::filesystem::path folder = set == nullptr ? QOB_DEFAULT_CAPTURES : set;
    const qob::Venues venues;
    for (char const* venue : {"BINANCE", "KRAKEN", "OKX", "COINBASE", "HUOBI"}) {
        auto const recording = qob::load((folder / "venues" / venue).string() + ".jsonl.gz");
        if (recording->records.empty()) {
            std::cerr << "venue_bench: skipped, no recording of " << venue << '\n';
            continue;
        }
        auto const* spec = venues.find(venue);
        std::string const name(venue);
        qob::dropLists(*recording, *spec);
        benchmark::RegisterBenchmark(("venue_walk/" + name).c_str(), qob::venueWalk, recording, spec);
        benchmark::RegisterBenchmark(("venue_to_book/" + name).c_str(), qob::venueToBook, recording, spec);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
