#pragma once

#include "engine/market/feed_message.h"

#include <algorithm>
#include <vector>

namespace qob {

// The last trades of one book, to know those that a venue tells again. A trade is the same where id, time,
// price and size are: venues begin their ids anew, and some give one to all fills of an order.
class RecentTrades {
public:
    static constexpr std::size_t kept = 1'024; // more than any venue sends to a new subscriber

    // Notes it. Without an id nothing is known: false.
    bool repeats(FeedMessage const& trade)
    {
        if (trade.lastTradeId == 0) {
            return false;
        }
        auto const key = keyOf(trade);
        if (std::find(m_keys.begin(), m_keys.end(), key) != m_keys.end()) {
            return true;
        }
        if (m_keys.size() < kept) {
            m_keys.push_back(key);
        } else {
            m_keys[m_oldest] = key;
            m_oldest = (m_oldest + 1) % kept;
        }
        return false;
    }

private:
    // 64 bits: that two of the last thousand share them happens about never.
    static std::uint64_t keyOf(FeedMessage const& trade)
    {
        std::uint64_t key = 0;
        auto const mix = [&key](std::uint64_t part) {
            key = (key ^ part) * 0x9e3779b97f4a7c15U;
            key ^= key >> 32U;
        };
        mix(trade.lastTradeId);
        mix(static_cast<std::uint64_t>(trade.venueTime.value));
        mix(static_cast<std::uint64_t>(trade.price.digits));
        mix(static_cast<std::uint64_t>(trade.qty.digits));
        return key;
    }

    std::vector<std::uint64_t> m_keys;
    std::size_t m_oldest = 0;
};

} // namespace qob
