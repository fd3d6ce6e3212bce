#include "engine/venue/binance/binance_rules.h"

#include <string>

namespace qob {

namespace {

std::string explainSpot(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta)
{
    auto const next = std::to_string(last + 1);
    return (afterSnapshot ? "expected an update with U <= " + next + " <= u after the snapshot"
                          : "expected U " + next) +
           ", got U " + std::to_string(delta.first) + ", u " + std::to_string(delta.last);
}

std::string explainFutures(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta)
{
    auto const id = std::to_string(last);
    return (afterSnapshot ? "expected an update with pu <= " + id + " <= u after the snapshot"
                          : "expected pu " + id) +
           ", got pu " + std::to_string(delta.previous) + ", u " + std::to_string(delta.last);
}

} // namespace

const SyncRule binanceSpotRule{
    [](std::uint64_t snapshot, SequenceSpan const& delta) { return delta.last <= snapshot; },
    [](std::uint64_t snapshot, SequenceSpan const& delta) {
        return delta.first <= snapshot + 1 && snapshot + 1 <= delta.last;
    },
    [](std::uint64_t last, SequenceSpan const& delta) { return delta.first == last + 1; },
    explainSpot,
    "U = the u before + 1",
};

const SyncRule binanceFuturesRule{
    [](std::uint64_t snapshot, SequenceSpan const& delta) { return delta.last < snapshot; },
    [](std::uint64_t snapshot, SequenceSpan const& delta) {
        return delta.previous <= snapshot && snapshot <= delta.last;
    },
    [](std::uint64_t last, SequenceSpan const& delta) { return delta.previous == last; },
    explainFutures,
    "pu = the u before",
};

} // namespace qob
