#pragma once

#include "engine/exchange/exchange.h"
#include "engine/exchange/hash_index.h"

namespace qob {

// Which order a ClOrdID of an account names: one that works, or one that is done and still remembered. The
// names themselves lie with the orders.
struct Exchange::Index : HashIndex {
    static constexpr Reference doneBit = 1U << 31U; // the rest is a place in m_done; without it, a slot

    using HashIndex::HashIndex;

    static constexpr bool isDone(Reference reference) { return (reference & doneBit) != 0; }

    // Not a secret: clients who choose colliding names make looks longer, never wrong.
    static std::uint32_t hashOf(OwnerId account, ClOrdId const& clOrdId)
    {
        static_assert(ClOrdId::words == 5);
        const std::uint64_t front =
            mix(clOrdId.word(0) ^ 0xa0761d6478bd642fU, clOrdId.word(1) ^ 0xe7037ed1a0b428dbU);
        const std::uint64_t back =
            mix(clOrdId.word(2) ^ 0x8ebc6af09c88c6e3U, clOrdId.word(3) ^ 0x589965cc75374cc3U);
        const std::uint64_t last = clOrdId.word(4) ^ (std::uint64_t{account.value} << 8U);
        return static_cast<std::uint32_t>(mix(front ^ back ^ 0x1d8e4e27c47d124fU, last ^ 0xeb44accab455d165U)
        );
    }

private:
    // Both halves of the product.
    static std::uint64_t mix(std::uint64_t a, std::uint64_t b)
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    }
};

} // namespace qob
