// The matching book on the yardstick's workload, beside the bare ladder: owners, checks at the door, every
// order type compiled in, events written to the ring and read from it. Prints one JSON object a scenario.
//
//   book_bench [--ops N] [--repeat N] SCENARIO...      (one, one-deep, one-wide, zipf, rr, mem)
//
// The client's part is here too: it hands out order ids, knows its own numbers by slot, and takes ids back.
// As the engine does with its inbox, it looks a few commands ahead and loads what they will touch.

#include "engine/base/clock.h"
#include "engine/base/json_writer.h"
#include "engine/book/ladder_book.h"
#include "tests/bench/bare_ladder.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace qob;

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    file >> total >> resident;
    return resident * 4096;
}

// One run of a workload through books of one pool.
class Exchange {
public:
    Exchange(bench::Workload const& workload)
        : m_ops(workload.ops())
        , m_pool(std::bit_ceil(workload.maxLive() + 1024), true)
        , m_slotOf(workload.maxId() + std::size_t{1}, true)
        , m_freeSlots(m_pool.maxOrders)
        , m_freeSlot(m_freeSlots.data())
    {
        for (std::uint32_t i = 0; i < workload.symbols(); ++i) {
            m_books.push_back(std::make_unique<LadderBook>(BookRules{.instrument = InstrumentId(i)}, m_pool));
        }
        for (Slot slot = m_pool.maxOrders; slot > 0; --slot) {
            give(slot - 1);
        }
    }

    [[gnu::noinline]] void run(std::size_t begin, std::size_t end)
    {
        std::size_t k = begin;
        for (; k + farthest < end; ++k) {
            lookAhead(k);
            step(m_ops[k]);
        }
        for (; k < end; ++k) {
            step(m_ops[k]);
        }
    }

    [[gnu::always_inline]] void step(bench::Op const& op)
    {
        LadderBook& book = *m_books[op.symbol];
        if (op.cancels()) {
            book.cancel(idOf(op.id), ownerOf(op.id), m_events);
        }
        if (op.adds()) {
            const Slot slot = *--m_freeSlot;
            m_slotOf[op.id] = slot;
            book.addPlain(
                {makeOrderId(slot, op.id),
                 Price(op.price),
                 Qty(op.qty),
                 ownerOf(op.id),
                 static_cast<Side>('1' + op.side),
                 TimeInForce::GoodTillCancel,
                 SelfTrade::Allow},
                m_events
            );
        }
        read();
    }

    [[nodiscard]] bench::TradeHash const& trades() const { return m_trades; }

private:
    // The workload's own numbers stand for the generations: it never uses one twice.
    [[nodiscard]] OrderId idOf(std::uint32_t order) const { return makeOrderId(m_slotOf[order], order); }

    static OwnerId ownerOf(std::uint32_t order) { return OwnerId(1 + order % 16); }

    void give(Slot slot) { *m_freeSlot++ = slot; }

    void read()
    {
        m_events.each([this](BookEvent const& event) {
            if (event.kind == BookEvent::Kind::Trade) {
                m_trades.add(
                    generationOf(event.maker), generationOf(event.order), event.price.value, event.qty.value
                );
                if (event.makerLeaves == Qty(0)) {
                    give(slotOf(event.maker));
                }
                if (event.leaves == Qty(0)) {
                    give(slotOf(event.order));
                }
            } else if (event.kind == BookEvent::Kind::Canceled) {
                give(slotOf(event.order));
            }
        });
        m_events.clear();
    }

    static constexpr std::size_t farthest = 24;

    // Without a branch on what the command is: a hint too many costs less than a wrong guess.
    [[gnu::always_inline]] void lookAhead(std::size_t k)
    {
        __builtin_prefetch(&m_slotOf[m_ops[k + farthest].id], 1);
        bench::Op const& far = m_ops[k + 16];
        m_books[far.symbol]->prefetch(idOf(far.id), Price(far.price));
        bench::Op const& near = m_ops[k + 8];
        m_books[near.symbol]->prefetchQueues(idOf(near.id), Price(near.price));
    }

    std::vector<bench::Op> const& m_ops;
    OrderPool m_pool;
    std::vector<std::unique_ptr<LadderBook>> m_books;
    PagedArray<Slot> m_slotOf;     // by the workload's number
    std::vector<Slot> m_freeSlots; // a stack
    Slot* m_freeSlot;              // behind its top
    BookEvents m_events{32};
    bench::TradeHash m_trades;
};

struct Timed {
    double nsPerOp;
    bool right;
};

Timed timeBook(bench::Workload const& workload)
{
    auto exchange = std::make_unique<Exchange>(workload);
    exchange->run(0, workload.warm());
    double const start = cpuSeconds();
    exchange->run(workload.warm(), workload.ops().size());
    double const seconds = cpuSeconds() - start;
    return {
        seconds * 1e9 / static_cast<double>(workload.ops().size() - workload.warm()),
        workload.expects(exchange->trades())};
}

// One by one, so without looking ahead, less what reading the clock costs.
void addLatencies(bench::Workload const& workload, JsonWriter& json)
{
    SystemClock const clock;
    auto exchange = std::make_unique<Exchange>(workload);
    exchange->run(0, workload.warm());
    std::vector<std::int64_t> took;
    const std::size_t end = std::min(workload.ops().size(), workload.warm() + 2'000'000);
    took.reserve(end - workload.warm());
    std::vector<std::int64_t> idle;
    for (int i = 0; i < 10'001; ++i) {
        const Duration before = clock.steady();
        idle.push_back((clock.steady() - before).value);
    }
    std::nth_element(idle.begin(), idle.begin() + 5'000, idle.end());
    for (std::size_t k = workload.warm(); k < end; ++k) {
        const Duration before = clock.steady();
        exchange->step(workload.ops()[k]);
        took.push_back((clock.steady() - before).value - idle[5'000]);
    }
    std::sort(took.begin(), took.end());
    auto const at = [&](double share) {
        return took[static_cast<std::size_t>(share * static_cast<double>(took.size() - 1))];
    };
    json.key("p50_ns").integer(at(0.5)).key("p99_ns").integer(at(0.99)).key("p999_ns").integer(at(0.999));
}

void addMemory(bench::Workload const& workload, JsonWriter& json)
{
    const std::size_t before = residentBytes();
    auto exchange = std::make_unique<Exchange>(workload);
    const std::size_t ready = residentBytes();
    exchange->run(0, workload.ops().size());
    // The client's own two tables are not the book's.
    const std::size_t ours = residentBytes() - ready;
    json.key("bytes_per_order").real(static_cast<double>(ours) / static_cast<double>(workload.live()));
    json.key("tables_bytes").integer(ready - before);
}

} // namespace

int main(int argc, char** argv)
{
    std::uint64_t ops = 5'000'000;
    int repeat = 3;
    std::vector<std::string> scenarios;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--ops") == 0 && i + 1 < argc) {
            ops = std::strtoull(argv[++i], nullptr, 10);
        } else if (std::strcmp(argv[i], "--repeat") == 0 && i + 1 < argc) {
            repeat = std::atoi(argv[++i]);
        } else {
            scenarios.emplace_back(argv[i]);
        }
    }
    for (std::string const& name : scenarios) {
        auto const workload = bench::Workload::make(name, ops);
        if (!workload) {
            std::cerr << "book_bench: there is no scenario " << name << '\n';
            return 2;
        }
        JsonWriter json;
        json.beginObject().key("scenario").string(name);
        if (name == "mem") {
            addMemory(*workload, json);
        } else {
            bool right = true;
            json.key("runs").beginArray();
            for (int i = 0; i < repeat; ++i) {
                double const bare = bench::timeBareLadder(*workload);
                const Timed book = timeBook(*workload);
                right = right && book.right && bare > 0;
                json.beginObject().key("ladder_ns").real(bare).key("book_ns").real(book.nsPerOp).endObject();
            }
            json.endArray().key("trades_as_expected").boolean(right);
            addLatencies(*workload, json);
        }
        json.endObject();
        std::cout << json.text() << std::endl;
    }
}
