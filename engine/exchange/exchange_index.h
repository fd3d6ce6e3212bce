#pragma once

#include "engine/exchange/exchange.h"

#include <boost/unordered/unordered_flat_map.hpp>

namespace qob {

struct Exchange::Index {
    struct Hash {
        using is_avalanching = void;

        // FNV-1a by eight bytes: the texts are short and the map is not open to outsiders' choice of account.
        std::size_t operator()(Key const& key) const noexcept
        {
            std::uint64_t hash = 0xcbf29ce484222325ULL ^ key.account.value;
            std::string_view rest = key.clOrdId.view();
            while (!rest.empty()) {
                std::uint64_t word = rest.size();
                std::memcpy(&word, rest.data(), std::min<std::size_t>(rest.size(), sizeof word));
                hash = (hash ^ word) * 0x9fb21c651e98df25ULL;
                hash ^= hash >> 32U;
                rest.remove_prefix(std::min<std::size_t>(rest.size(), sizeof word));
            }
            return hash;
        }
    };

    boost::unordered_flat_map<Key, Known, Hash> known;
};

} // namespace qob
