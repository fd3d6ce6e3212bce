#pragma once

#include "engine/base/decimal.h"
#include "engine/base/fixed_text.h"
#include "engine/base/strong.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace qob {

// Appends values to a byte string, integers little-endian in their own width. The mirror of ByteReader. The
// string has its length when the writer is gone.
class ByteWriter {
public:
    explicit ByteWriter(std::vector<std::byte>& out) : m_out(out), m_used(out.size()) {}

    ~ByteWriter() { m_out.resize(m_used); }

    ByteWriter(ByteWriter const&) = delete;
    ByteWriter& operator=(ByteWriter const&) = delete;

    template <class T>

    requires std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, Int128> ByteWriter& put(T value)
    {
        static_assert(std::endian::native == std::endian::little);
        std::memcpy(room(sizeof value), &value, sizeof value);
        return *this;
    }

    template <class Tag, class Rep>
    ByteWriter& put(Strong<Tag, Rep> value)
    {
        return put(value.value);
    }

    ByteWriter& put(std::string_view text)
    {
        put(static_cast<std::uint16_t>(text.size()));
        std::memcpy(room(text.size()), text.data(), text.size());
        return *this;
    }

    template <std::size_t Capacity>
    ByteWriter& put(FixedText<Capacity> const& text)
    {
        return put(text.view());
    }

private:
    // Where the next `bytes` go.
    std::byte* room(std::size_t bytes)
    {
        if (m_out.size() - m_used < bytes) [[unlikely]] {
            m_out.resize(std::max(m_out.size() * 2, m_used + bytes + 256));
        }
        m_used += bytes;
        return m_out.data() + m_used - bytes;
    }

    std::vector<std::byte>& m_out;
    std::size_t m_used; // the rest is room to come
};

// Takes values off the front of a byte string. What is not there reads as zero and makes the reader bad, so
// that one look at good() in the end is enough.
class ByteReader {
public:
    explicit ByteReader(std::span<std::byte const> bytes) : m_rest(bytes) {}

    template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, Int128>

    void get(T& value)
    {
        value = T{};
        if (m_rest.size() < sizeof value) {
            m_good = false;
            m_rest = {};
            return;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.subspan(sizeof value);
    }

    void get(bool& value)
    {
        std::uint8_t byte = 0;
        get(byte);
        m_good = m_good && byte < 2;
        value = byte == 1;
    }

    template <class Tag, class Rep>
    void get(Strong<Tag, Rep>& value)
    {
        get(value.value);
    }

    void get(std::string& text)
    {
        std::uint16_t size = 0;
        get(size);
        if (m_rest.size() < size) {
            m_good = false;
            m_rest = {};
            text.clear();
            return;
        }
        text.assign(reinterpret_cast<char const*>(m_rest.data()), size);
        m_rest = m_rest.subspan(size);
    }

    template <std::size_t Capacity>
    void get(FixedText<Capacity>& text)
    {
        std::string read;
        get(read);
        m_good = m_good && FixedText<Capacity>::fits(read);
        text = m_good ? FixedText<Capacity>(read) : FixedText<Capacity>();
    }

    // What was not taken yet.
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }

    // Everything asked for was there.
    [[nodiscard]] bool good() const { return m_good; }

    // Good, and nothing is left over.
    [[nodiscard]] bool finished() const { return m_good && m_rest.empty(); }

private:
    std::span<std::byte const> m_rest;
    bool m_good = true;
};

} // namespace qob
