#include "tests/support/scenario_words.h"

#include <charconv>
#include <sstream>

namespace qob::test {

std::optional<std::int64_t> asNumber(std::string_view text)
{
    std::int64_t value = 0;
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    auto const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::string_view reasonName(ErrorCode code)
{
    return errorInfo(code).name.substr(5);
}

std::optional<ErrorCode> reasonOf(std::string_view name)
{
    auto const last = static_cast<int>(ErrorCode::OrderUnknownAccount);
    for (auto code = static_cast<int>(ErrorCode::OrderUnknownSymbol); code <= last; ++code) {
        if (reasonName(static_cast<ErrorCode>(code)) == name) {
            return static_cast<ErrorCode>(code);
        }
    }
    return std::nullopt;
}

OrdType impliedType(BookOrder const& order, bool stops)
{
    if (stops) {
        return order.price == Price(0) ? OrdType::Stop : OrdType::StopLimit;
    }
    return has(order.execInst, ExecInst::PegPrimary | ExecInst::PegMid) ? OrdType::Pegged : OrdType::Limit;
}

Words::Words(std::string_view text)
{
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;) {
        m_words.push_back(word);
    }
}

std::string Words::next()
{
    return empty() ? throw ScenarioError("a word is missing") : m_words[m_at++];
}

std::int64_t Words::number()
{
    std::string const word = next();
    auto const value = asNumber(word);
    return value ? *value : throw ScenarioError("not a number: " + word);
}

bool Words::take(std::string_view word)
{
    bool const here = peek() == word;
    m_at += here ? 1U : 0U;
    return here;
}

OrderId Names::order(std::string const& name)
{
    if (auto const known = m_orders.find(name); known != m_orders.end()) {
        return known->second;
    }
    std::uint64_t slot = m_orders.size() + 1;
    std::uint64_t generation = 1;
    if (auto const cut = name.find('_'); name.starts_with('o') && cut != std::string::npos) {
        auto const first = asNumber(std::string_view(name).substr(1, cut - 1));
        auto const second = asNumber(std::string_view(name).substr(cut + 1));
        if (first && second) {
            slot = static_cast<std::uint64_t>(*first);
            generation = static_cast<std::uint64_t>(*second);
        }
    }
    return m_orders[name] = OrderId(generation << 32U | slot);
}

OwnerId Names::owner(std::string const& name)
{
    if (auto const known = m_ownerNames.find(name); known != m_ownerNames.end()) {
        return known->second;
    }
    std::optional<std::int64_t> number;
    if (name.starts_with('u')) {
        number = asNumber(std::string_view(name).substr(1));
    }
    auto const next = static_cast<std::int64_t>(m_ownerNames.size() + 1);
    return m_ownerNames[name] = OwnerId(static_cast<std::uint32_t>(number.value_or(next)));
}

OwnerId Names::ownerOf(OrderId order) const
{
    auto const known = m_owners.find(order);
    return known == m_owners.end() ? OwnerId() : known->second;
}

std::string Names::of(OrderId order) const
{
    for (auto const& [name, id] : m_orders) {
        if (id == order) {
            return name;
        }
    }
    return "o" + std::to_string(order.value & 0xffffffffU) + "_" + std::to_string(order.value >> 32U);
}

std::string Names::of(OwnerId owner) const
{
    for (auto const& [name, id] : m_ownerNames) {
        if (id == owner) {
            return name;
        }
    }
    return "u" + std::to_string(owner.value);
}

std::string_view nameOf(TradingState state)
{
    return nameIn(stateNames, state);
}

std::string_view nameOf(OrderImage::Place place)
{
    return nameIn(placeNames, place);
}

} // namespace qob::test
