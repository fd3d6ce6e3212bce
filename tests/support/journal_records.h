#pragma once

#include "engine/storage/journal_writer.h"

#include <array>
#include <vector>

// Records that can be made again from their number.
namespace qob::test {

// The payload of record `sequence`: of a size and with bytes that follow from it.
inline std::vector<std::byte> payloadOf(std::uint64_t sequence)
{
    static constexpr std::array<std::size_t, 7> sizes{0, 1, 7, 8, 64, 200, 33};
    std::vector<std::byte> payload(sizes[sequence % sizes.size()]);
    for (std::size_t i = 0; i < payload.size(); ++i) {
        payload[i] = static_cast<std::byte>(sequence * 31 + i * 7 + 1);
    }
    return payload;
}

inline Timestamp timeOf(std::uint64_t sequence)
{
    return Timestamp(1'700'000'000'000'000'000 + static_cast<std::int64_t>(sequence) * 1'000);
}

inline std::uint16_t kindOf(std::uint64_t sequence)
{
    return static_cast<std::uint16_t>(sequence % 5 + 1);
}

// The next record, made from its own number.
inline Expected<std::uint64_t>
appendNext(JournalWriter& writer, RecordClass recordClass = RecordClass::Normal)
{
    auto const sequence = writer.lastSequence() + 1;
    return writer.append(kindOf(sequence), timeOf(sequence), payloadOf(sequence), recordClass);
}

} // namespace qob::test
