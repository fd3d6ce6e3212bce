#include "engine/wire/proto_reader.h"

namespace qob {

bool ProtoReader::readVarint(std::uint64_t& value)
{
    constexpr unsigned most = 64;
    value = 0;
    for (unsigned shift = 0; shift < most; shift += 7) {
        if (m_rest.empty()) {
            return false;
        }
        auto const byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U) {
            return true;
        }
    }
    return false;
}

bool ProtoReader::take(std::uint64_t size, std::string_view& bytes)
{
    if (size > m_rest.size()) {
        return false;
    }
    bytes = m_rest.substr(0, static_cast<std::size_t>(size));
    m_rest.remove_prefix(static_cast<std::size_t>(size));
    return true;
}

bool ProtoReader::next(ProtoField& field)
{
    if (m_rest.empty()) {
        return false;
    }
    field = {};
    std::uint64_t key = 0;
    m_good = readVarint(key) && (key >> 3U) != 0 && (key >> 3U) < (1U << 29U);
    field.number = static_cast<std::uint32_t>(key >> 3U);
    if (!m_good) {
        return false;
    }
    std::uint64_t size = 0;
    constexpr unsigned eightBytes = 1;
    constexpr unsigned counted = 2;
    constexpr unsigned fourBytes = 5;
    switch (key & 7U) {
    case 0:
        m_good = readVarint(field.value);
        break;
    case eightBytes:
        m_good = take(8, field.bytes);
        break;
    case counted:
        m_good = readVarint(size) && take(size, field.bytes);
        break;
    case fourBytes:
        m_good = take(4, field.bytes);
        break;
    default:
        m_good = false;
    }
    return m_good;
}

} // namespace qob
