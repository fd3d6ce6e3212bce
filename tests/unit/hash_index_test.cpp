// References by hash: right whatever the hashes are.

#include "engine/base/rng.h"
#include "engine/exchange/hash_index.h"

#include <gtest/gtest.h>

#include <map>

namespace qob {
namespace {

class HashIndexTest : public testing::TestWithParam<std::uint32_t> {
protected:
    // The smaller the parameter, the worse the hash: 0 gives every key the same.
    static std::uint32_t hashOf(std::uint32_t key) { return key * 0x9e3779b1U & GetParam(); }

    // The reference of key k is k, as it would be in a vector of keys.
    [[nodiscard]] static HashIndex::Reference find(HashIndex const& index, std::uint32_t key)
    {
        return index.find(hashOf(key), [&](HashIndex::Reference reference) {
            return reference % 10'000 == key;
        });
    }
};

TEST_P(HashIndexTest, DoesAsAMapDoes)
{
    HashIndex index;
    std::map<std::uint32_t, HashIndex::Reference> expected;
    Rng rng(GetParam());
    for (int step = 0; step < 20'000; ++step) {
        auto const key = static_cast<std::uint32_t>(rng.below(300));
        auto const known = expected.find(key);
        ASSERT_EQ(find(index, key), known == expected.end() ? HashIndex::none : known->second);
        if (known == expected.end()) {
            index.insert(hashOf(key), key);
            expected[key] = key;
        } else if (rng.chance(0.3)) {
            index.change(hashOf(key), known->second, known->second + 10'000);
            known->second += 10'000;
        } else {
            index.erase(hashOf(key), known->second);
            expected.erase(known);
        }
        ASSERT_EQ(index.size(), expected.size());
    }
    for (std::uint32_t key = 0; key < 300; ++key) {
        EXPECT_EQ(find(index, key) != HashIndex::none, expected.contains(key));
    }
}

TEST_P(HashIndexTest, WhatIsNotThereCanBeErased)
{
    HashIndex index;
    index.insert(hashOf(1), 1);
    index.erase(hashOf(2), 2);
    EXPECT_EQ(find(index, 1), 1U);
    EXPECT_EQ(index.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Hashes, HashIndexTest, testing::Values(0U, 1U, 7U, 0x80000000U, 0xf0U, ~0U));

} // namespace
} // namespace qob
