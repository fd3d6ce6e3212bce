#pragma once

#include "engine/wire/field_checks.h"
#include "engine/wire/report_codec.h"

#include <bit>
#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <variant>

namespace qob {

// Writes and reads structures field by field by one description for both ways: `each(archive, value)` names
// the fields in their order. For the files of the session codec.

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

// No element of any list is shorter than this; what claims to be longer than what is left is refused.
inline constexpr std::size_t leastElementBytes = 8;

class FieldWriter {
public:
    explicit FieldWriter(ByteWriter& bytes) : m_bytes(bytes) {}

    template <class... Fields>
    void operator()(Fields const&... fields)
    {
        (one(fields), ...);
    }

private:
    template <class T>
    void one(T const& value)
    {
        if constexpr (requires { m_bytes.put(value); } && !std::is_same_v<T, std::string>) {
            m_bytes.put(value);
        } else if constexpr (requires { write(m_bytes, value); }) {
            write(m_bytes, value);
        } else {
            each(*this, value);
        }
    }

    void one(double value) { m_bytes.put(std::bit_cast<std::uint64_t>(value)); }

    void one(float value) { m_bytes.put(std::bit_cast<std::uint32_t>(value)); }

    void one(std::string const& text) { m_bytes.put(std::string_view(text).substr(0, 0xffff)); }

    template <class T>
    void one(std::optional<T> const& value)
    {
        m_bytes.put(value.has_value());
        if (value) {
            one(*value);
        }
    }

    template <class T>
    void one(std::vector<T> const& list)
    {
        m_bytes.put(static_cast<std::uint32_t>(list.size()));
        for (T const& element : list) {
            one(element);
        }
    }

    // Which it is, then itself.
    template <class... Alternatives>
    void one(std::variant<Alternatives...> const& value)
    {
        m_bytes.put(static_cast<std::uint8_t>(value.index()));
        std::visit([this](auto const& inner) { this->one(inner); }, value);
    }

    // Null goes as an empty one.
    template <class T>
    void one(std::shared_ptr<T const> const& shared)
    {
        one(shared == nullptr ? T{} : *shared);
    }

    ByteWriter& m_bytes;
};

// What is wrong is remembered, so that one look at good() in the end is enough.
class FieldReader {
public:
    explicit FieldReader(ByteReader& bytes) : m_bytes(bytes) {}

    template <class... Fields>
    void operator()(Fields&... fields)
    {
        (one(fields), ...);
    }

    void check(bool holds) { m_good = m_good && holds; }

    [[nodiscard]] bool good() const { return m_good && m_bytes.good(); }

private:
    template <class T>
    void one(T& value)
    {
        if constexpr (requires { m_bytes.get(value); }) {
            m_bytes.get(value);
            if constexpr (std::is_enum_v<T>) {
                check(isGood(value));
            }
        } else if constexpr (requires { read(m_bytes, value); }) {
            check(read(m_bytes, value));
        } else {
            each(*this, value);
        }
    }

    void one(double& value)
    {
        std::uint64_t bits = 0;
        m_bytes.get(bits);
        value = std::bit_cast<double>(bits);
        check(value == value); // no number that is none
    }

    void one(float& value)
    {
        std::uint32_t bits = 0;
        m_bytes.get(bits);
        value = std::bit_cast<float>(bits);
        check(value == value);
    }

    template <class T>
    void one(std::optional<T>& value)
    {
        bool there = false;
        m_bytes.get(there);
        value.reset();
        if (there) {
            one(value.emplace());
        }
    }

    template <class T>
    void one(std::vector<T>& list)
    {
        std::uint32_t count = 0;
        m_bytes.get(count);
        list.clear();
        check(count <= m_bytes.left() / leastElementBytes);
        if (!good()) {
            return;
        }
        list.reserve(count);
        for (std::uint32_t i = 0; i < count && good(); ++i) {
            one(list.emplace_back());
        }
    }

    template <class... Alternatives>
    void one(std::variant<Alternatives...>& value)
    {
        std::uint8_t index = 0;
        m_bytes.get(index);
        readAt(value, index);
    }

    template <std::size_t Index = 0, class Variant>
    void readAt(Variant& value, std::size_t index)
    {
        if constexpr (Index == std::variant_size_v<Variant>) {
            check(false);
        } else if (index == Index) {
            one(value.template emplace<Index>());
        } else {
            readAt<Index + 1>(value, index);
        }
    }

    template <class T>
    void one(std::shared_ptr<T const>& shared)
    {
        auto made = std::make_shared<T>();
        one(*made);
        shared = std::move(made);
    }

    ByteReader& m_bytes;
    bool m_good = true;
};

} // namespace qob
