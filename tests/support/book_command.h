#pragma once

#include "engine/book/matching_book.h"

#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace qob::test {

struct ListCommand {
    Contingency contingency{};
    std::vector<BookOrder> orders;
};

struct CancelCommand {
    OrderId order;
    OwnerId owner;
};

// Any one call of a matching book.
using Command = std::variant<
    BookOrder,
    ListCommand,
    CancelCommand,
    BookReplace,
    BookMassCancel,
    TradingState,
    PriceBand,
    NetPosition,
    Timestamp>;

void applyTo(MatchingBook& book, Command const& command, BookEvents& out);

// What every book must keep to, whatever is done with it; fed with all events of one book. Each answer is
// empty or says what is wrong.
class BookWatch {
public:
    // After each call, with what it caused.
    std::string check(MatchingBook const& book, BookEvents const& events);

private:
    void follow(BookEvent const& event);
    [[nodiscard]] std::string checkLevels(MatchingBook const& book, Side side) const;
    [[nodiscard]] std::string checkOrders(MatchingBook const& book) const;

    // By side and price, as told by events only.
    std::map<std::pair<Side, Price>, Qty> m_levels;
    std::string m_wrong;
};

} // namespace qob::test
