#include "tests/support/book_command.h"

namespace qob::test {

namespace {

class Apply {
public:
    Apply(MatchingBook& book, BookEvents& out) : m_book(book), m_out(out) {}

    void operator()(BookOrder const& order) { m_book.add(order, m_out); }

    void operator()(ListCommand const& list) { m_book.addList(list.contingency, list.orders, m_out); }

    void operator()(CancelCommand const& cancel) { m_book.cancel(cancel.order, cancel.owner, m_out); }

    void operator()(BookReplace const& replace) { m_book.replace(replace, m_out); }

    void operator()(BookMassCancel const& request) { m_book.massCancel(request, m_out); }

    void operator()(TradingState state) { m_book.setState(state, m_out); }

    void operator()(PriceBand band) { m_book.setBand(band); }

    void operator()(NetPosition const& at) { m_book.setNetPosition(at.owner, at.net, m_out); }

    void operator()(Timestamp now) { m_book.advanceTime(now, m_out); }

private:
    MatchingBook& m_book;
    BookEvents& m_out;
};

} // namespace

void applyTo(MatchingBook& book, Command const& command, BookEvents& out)
{
    std::visit(Apply(book, out), command);
}

void BookWatch::follow(BookEvent const& event)
{
    if (event.leaves < Qty(0) || event.makerLeaves < Qty(0) || event.qty < Qty(0)) {
        m_wrong = "an event with a negative quantity";
    }
    bool const paired = event.kind == BookEvent::Kind::Trade || event.kind == BookEvent::Kind::Prevented;
    if (paired && event.qty <= Qty(0)) {
        m_wrong = "a trade of nothing";
    }
    if (event.kind == BookEvent::Kind::Canceled && event.qty <= Qty(0)) {
        m_wrong = "a cancel of an order that has nothing left";
    }
    if (event.levelQty == BookEvent::noLevel) {
        return;
    }
    std::pair const key(paired ? opposite(event.side) : event.side, event.price);
    if (event.levelQty == Qty(0)) {
        m_levels.erase(key);
    } else {
        m_levels[key] = event.levelQty;
    }
}

std::string BookWatch::checkLevels(MatchingBook const& book, Side side) const
{
    std::vector<PriceLevel> told;
    for (auto const& [key, qty] : m_levels) {
        if (key.first == side) {
            told.insert(side == Side::Buy ? told.begin() : told.end(), {key.second, qty});
        }
    }
    std::vector<PriceLevel> shown;
    book.levels(side, SIZE_MAX, shown);
    if (told != shown) {
        return "the levels told by events are not those of the book";
    }
    auto const best = book.best(side);
    bool const same = best ? !shown.empty() && *best == shown.front() : shown.empty();
    return same ? "" : "the best level is not the first one";
}

std::string BookWatch::checkOrders(MatchingBook const& book) const
{
    BookImage const image = book.image();
    if (image.orders.size() != book.orderCount()) {
        return "orderCount is not the number of orders";
    }
    std::map<std::pair<Side, Price>, Qty> shown;
    for (OrderImage const& at : image.orders) {
        BookOrder const& order = at.order;
        bool const lit = at.place == OrderImage::Place::Lit;
        if (at.leaves <= Qty(0) || at.leaves > order.qty || (lit ? at.shown <= Qty(0) : at.shown != Qty(0)) ||
            at.shown > at.leaves) {
            return "an order with impossible quantities";
        }
        auto const found = book.find(order.id);
        if (!found || *found != at) {
            return "find and image differ";
        }
        Qty const ahead = lit ? shown[{order.side, order.price}] : Qty(0);
        if (book.queueAhead(order.id) != ahead) {
            return "queueAhead is not what is shown before";
        }
        if (lit) {
            shown[{order.side, order.price}] += at.shown;
        }
    }
    return shown == m_levels ? "" : "the orders' shown quantities are not the levels";
}

std::string BookWatch::check(MatchingBook const& book, BookEvents const& events)
{
    events.each([&](BookEvent const& event) { follow(event); });
    if (!m_wrong.empty()) {
        return m_wrong;
    }
    for (Side const side : {Side::Buy, Side::Sell}) {
        if (auto wrong = checkLevels(book, side); !wrong.empty()) {
            return wrong;
        }
    }
    auto const bid = book.best(Side::Buy);
    auto const ask = book.best(Side::Sell);
    if (book.state() == TradingState::Continuous && bid && ask && bid->price >= ask->price) {
        return "the lit book is crossed";
    }
    return checkOrders(book);
}

} // namespace qob::test
