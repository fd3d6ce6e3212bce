#include "tests/bench/bare_ladder.h"

#include <ctime>
#include <proto.hpp>
#include <workload.hpp>

namespace qob::bench {

struct Workload::Yardstick {
    wl::Workload workload;
};

namespace {

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

} // namespace

Workload::Workload() : m_yardstick(std::make_unique<Yardstick>()) {}

Workload::~Workload() = default;

std::unique_ptr<Workload> Workload::make(std::string const& scenario, std::uint64_t ops)
{
    wl::Params params;
    if (!wl::scenario(scenario, params)) {
        return nullptr;
    }
    if (params.n_ops != 0) {
        params.n_ops = ops;
    }
    std::unique_ptr<Workload> made(new Workload);
    made->m_yardstick->workload = wl::generate(params);
    for (wl::Op const& op : made->m_yardstick->workload.ops) {
        made->m_ops.push_back({op.id, op.price_ticks, op.qty, op.symbol, op.type, op.side});
    }
    return made;
}

std::size_t Workload::warm() const
{
    return m_yardstick->workload.warm;
}

std::uint32_t Workload::maxId() const
{
    return m_yardstick->workload.max_id;
}

std::uint32_t Workload::maxLive() const
{
    return static_cast<std::uint32_t>(m_yardstick->workload.expect.max_live);
}

std::uint64_t Workload::live() const
{
    return m_yardstick->workload.expect.live;
}

std::uint32_t Workload::symbols() const
{
    return m_yardstick->workload.params.n_symbols;
}

bool Workload::expects(TradeHash const& trades) const
{
    wl::Expect const& expect = m_yardstick->workload.expect;
    return trades.trades == expect.trades && trades.qty == expect.traded_qty &&
           trades.hash == expect.trade_hash;
}

double timeBareLadder(Workload const& workload)
{
    wl::Workload const& w = workload.yardstick().workload;
    wl::TradeSink sink;
    auto const book = std::make_unique<Proto>(
        w.params.n_symbols, w.params.band, w.max_id, static_cast<std::uint32_t>(w.expect.max_live)
    );
    double start = 0;
    for (std::size_t k = 0; k < w.ops.size(); ++k) {
        if (k == w.warm) {
            start = cpuSeconds();
        }
        wl::Op const& op = w.ops[k];
        if (op.type >= wl::CANCEL) {
            book->cancel(op.id);
        }
        if (op.type != wl::CANCEL) {
            book->add(op.symbol, op.id, op.side, op.price_ticks, op.qty, sink);
        }
    }
    double const ns = (cpuSeconds() - start) * 1e9 / static_cast<double>(w.ops.size() - w.warm);
    bool const right = sink.trades == w.expect.trades && sink.hash == w.expect.trade_hash;
    return right ? ns : -1;
}

} // namespace qob::bench
