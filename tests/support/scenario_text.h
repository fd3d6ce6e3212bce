#pragma once

#include "tests/support/book_command.h"

#include <optional>
#include <stdexcept>
#include <string_view>

namespace qob::test {

// What is wrong with a line of a scenario.
class ScenarioError : public std::runtime_error {
public:
    using runtime_error::runtime_error;
};

// The words of a line, one after the other.
class Words {
public:
    explicit Words(std::string_view text);

    [[nodiscard]] bool empty() const { return m_at == m_words.size(); }

    // The next word, or nothing; it stays.
    [[nodiscard]] std::string_view peek() const { return empty() ? std::string_view() : m_words[m_at]; }

    std::string next();
    std::int64_t number();
    // Takes the word if it is the next one.
    bool take(std::string_view word);

private:
    std::vector<std::string> m_words;
    std::size_t m_at = 0;
};

// Who is meant by the words of a scenario. A new order gets the next slot, unless it is written
// oSLOT_GENERATION; a new owner the next number, unless it is written uNUMBER.
class Names {
public:
    OrderId order(std::string const& name);
    OwnerId owner(std::string const& name);

    void owns(OrderId order, OwnerId owner) { m_owners[order] = owner; }

    [[nodiscard]] OwnerId ownerOf(OrderId order) const;
    [[nodiscard]] std::string of(OrderId order) const;
    [[nodiscard]] std::string of(OwnerId owner) const;

private:
    std::map<std::string, OrderId> m_orders;
    std::map<std::string, OwnerId> m_ownerNames;
    std::map<OrderId, OwnerId> m_owners;
};

// A line that is a call of the book; nothing if the line is something else.
std::optional<Command> parseCommand(std::string_view line, Names& names);
std::string write(Command const& command, Names const& names);

// An event as it is looked for: what is not set does not matter, but for the reason.
struct ExpectedEvent {
    BookEvent::Kind kind{};
    ErrorCode reason{};
    OrderId order;
    OrderId maker;
    std::optional<Price> price;
    std::optional<Qty> qty;
    std::optional<Qty> leaves;
    std::optional<Qty> makerLeaves;
    std::optional<Qty> levelQty;

    [[nodiscard]] bool matches(BookEvent const& event) const;
};

ExpectedEvent parseEvent(std::string_view line, Names& names);
std::string write(BookEvent const& event, Names const& names);

std::string_view nameOf(TradingState state);
std::string_view nameOf(OrderImage::Place place);

} // namespace qob::test
