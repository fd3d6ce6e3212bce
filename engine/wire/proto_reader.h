#pragma once

#include <cstdint>
#include <string_view>

namespace qob {

// One field of a Protocol Buffers message (protobuf.dev, "Encoding").
struct ProtoField {
    std::uint32_t number = 0;
    std::uint64_t value = 0; // of a varint
    std::string_view bytes;  // of a string, bytes or an embedded message
};

// Goes through the fields of a message, front to back.
class ProtoReader {
public:
    explicit ProtoReader(std::string_view bytes) : m_rest(bytes) {}

    // False at the end, and where what follows is no field: see good().
    bool next(ProtoField& field);

    // The message ended where a field ended.
    [[nodiscard]] bool good() const { return m_good; }

private:
    bool readVarint(std::uint64_t& value);
    bool take(std::uint64_t size, std::string_view& bytes);

    std::string_view m_rest;
    bool m_good = true;
};

} // namespace qob
