#include "engine/market/sync_rule.h"

namespace qob {

namespace {

std::string explainNext(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta)
{
    auto const next = std::to_string(last + 1);
    return (afterSnapshot ? "expected an update that holds " + next + " after the snapshot"
                          : "expected update " + next) +
           ", got " + std::to_string(delta.first) +
           (delta.first == delta.last ? "" : " to " + std::to_string(delta.last));
}

std::string explainChain(std::uint64_t last, bool afterSnapshot, SequenceSpan const& delta)
{
    return "expected an update after " + std::to_string(last) + (afterSnapshot ? " (the snapshot)" : "") +
           ", got " + std::to_string(delta.last) + " after " + std::to_string(delta.previous);
}

bool notAfter(std::uint64_t snapshot, SequenceSpan const& delta)
{
    return delta.last <= snapshot;
}

bool always(std::uint64_t /*last*/, SequenceSpan const& /*delta*/)
{
    return true;
}

bool never(std::uint64_t /*last*/, SequenceSpan const& /*delta*/)
{
    return false;
}

} // namespace

constinit const SyncRule contiguousRule{
    notAfter,
    [](std::uint64_t snapshot, SequenceSpan const& delta) {
        return delta.first <= snapshot + 1 && snapshot + 1 <= delta.last;
    },
    [](std::uint64_t last, SequenceSpan const& delta) { return delta.first == last + 1; },
    explainNext,
    "each number is the one before + 1",
};

constinit const SyncRule chainedRule{
    notAfter,
    [](std::uint64_t snapshot, SequenceSpan const& delta) {
        return delta.previous <= snapshot && snapshot <= delta.last;
    },
    [](std::uint64_t last, SequenceSpan const& delta) { return delta.previous == last; },
    explainChain,
    "each update names the one before",
};

constinit const SyncRule growingRule{
    notAfter,
    always,
    always,
    explainNext,
    "numbers grow; a hole cannot be seen",
    true,
};

constinit const SyncRule unnumberedRule{
    never,
    always,
    always,
    explainNext,
    "no numbers",
    true,
};

constinit const SyncRule connectionRule{
    never,
    always,
    always,
    explainNext,
    "one number for the whole connection, + 1 each message",
    true,
};

} // namespace qob
