#pragma once

#include "engine/base/expected.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace qob {

// Events of a subscription for a line, small: a message is compressed with the one before as its dictionary,
// so that what did not change costs next to nothing. A book of 2,000 levels of which five changed is about
// 150 bytes. The first byte says how the rest is written: 0 as it is, 1 zstd, 2 zstd with the message before.
//
// Both sides remember the message before where it is at most `mostRemembered` bytes long, else nothing.
inline constexpr std::size_t mostRemembered = 512U << 10U;
inline constexpr std::size_t mostEventBytes = 64U << 20U; // of an unpacked event

// The tables that compressing takes, shared by all packers of a thread.
class PackingTables {
public:
    PackingTables();
    ~PackingTables();
    PackingTables(PackingTables const&) = delete;
    PackingTables& operator=(PackingTables const&) = delete;

private:
    friend class EventPacker;
    friend class EventUnpacker;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

class EventPacker {
public:
    explicit EventPacker(PackingTables& tables) : m_tables(tables) {}

    [[nodiscard]] std::vector<std::byte> pack(std::vector<std::byte> plain);

private:
    PackingTables& m_tables;
    std::vector<std::byte> m_before;
};

class EventUnpacker {
public:
    explicit EventUnpacker(PackingTables& tables) : m_tables(tables) {}

    // FrameMalformed: the packer did not write this, or not after what came before. What it would take is
    // looked at before it is allocated. The bytes are good until the next call.
    [[nodiscard]] Expected<std::span<std::byte const>> unpack(std::span<std::byte const> packed);

private:
    PackingTables& m_tables;
    std::vector<std::byte> m_before;
    std::vector<std::byte> m_plain;
};

} // namespace qob
