#include "tests/support/book_race.h"

#include "tests/support/scenario_text.h"

#include <algorithm>
#include <sstream>

namespace qob::test {

namespace {

std::string listed(std::string_view title, BookEvents const& events)
{
    std::string text = std::string(title) + ":\n";
    Names const names;
    events.each([&](BookEvent const& event) { text += "> " + write(event, names) + "\n"; });
    return text;
}

std::string described(OrderImage const& at)
{
    Names const names;
    std::ostringstream text;
    text << nameOf(at.place) << " left " << at.leaves.value << " shows " << at.shown.value << " rests "
         << at.restsAt.value << " acceptance " << at.acceptance << " list " << names.of(at.listHead)
         << static_cast<char>(at.contingency) << (at.parent ? " parent: " : ": ")
         << write(Command(at.order), names);
    return text.str();
}

std::string described(BookImage const& image)
{
    std::ostringstream text;
    text << nameOf(image.state) << " time " << image.now.value << " last " << image.lastPrice.value
         << " accepted " << image.acceptances << "\n";
    for (OrderImage const& at : image.orders) {
        text << "  " << described(at) << "\n";
    }
    for (NetPosition const& at : image.positions) {
        text << "  u" << at.owner.value << " has " << at.net.value << "\n";
    }
    return text.str();
}

// Lets most orders of lists in.
class ChoosyGate final : public ListGate {
public:
    bool mayEnter(OrderId order) override { return (order.value ^ order.value >> 32U) % 8 != 3; }
};

std::unique_ptr<MatchingBook> withGate(std::unique_ptr<MatchingBook> book)
{
    static ChoosyGate gate;
    book->setGate(&gate);
    return book;
}

} // namespace

BookRace::BookRace(BookRules const& rules, BookMaker make, BookMaker makeModel)
    : m_rules(rules)
    , m_make(std::move(make))
    , m_makeModel(std::move(makeModel))
    , m_book(withGate(m_make(rules)))
    , m_model(withGate(m_makeModel(rules)))
{}

std::string BookRace::step(RaceStep const& step, bool wholly)
{
    m_bookEvents.clear();
    m_modelEvents.clear();
    if (step.restart) {
        restart();
    }
    applyTo(*m_model, step.command, m_modelEvents);
    applyTo(*m_book, step.command, m_bookEvents);
    if (auto wrong = compareEvents(); !wrong.empty()) {
        return wrong;
    }
    follow(step.command);
    if (auto wrong = m_watch.check(*m_book, m_bookEvents); !wrong.empty()) {
        return wrong + "\n" + listed("events", m_bookEvents) + "model " + described(m_model->image()) +
               "book " + described(m_book->image());
    }
    return wholly ? compareImages() : "";
}

void BookRace::restart()
{
    BookImage const book = m_book->image();
    BookImage const model = m_model->image();
    m_book = withGate(m_make(m_rules));
    m_book->restore(model);
    m_model = withGate(m_makeModel(m_rules));
    m_model->restore(book);
}

std::string BookRace::compareEvents() const
{
    bool const same = m_bookEvents.next() == m_modelEvents.next();
    std::uint64_t at = m_modelEvents.first();
    while (same && at != m_modelEvents.next() && m_bookEvents[at] == m_modelEvents[at]) {
        ++at;
    }
    if (same && at == m_modelEvents.next()) {
        return "";
    }
    return listed("the model", m_modelEvents) + listed("the book", m_bookEvents);
}

void BookRace::follow(Command const& command)
{
    if (auto const* at = std::get_if<NetPosition>(&command)) {
        m_positions[at->owner] = at->net;
    }
    m_modelEvents.each([&](BookEvent const& event) {
        if (event.kind == BookEvent::Kind::Trade) {
            std::int64_t const sign = event.side == Side::Sell ? -1 : 1;
            m_positions[event.owner] += event.qty * sign;
            m_positions[event.makerOwner] -= event.qty * sign;
        }
    });
}

std::string BookRace::compareImages() const
{
    BookImage const model = m_model->image();
    BookImage const book = m_book->image();
    if (model != book || stateHash(model) != stateHash(book)) {
        return "the images differ\nmodel: " + described(model) + "book: " + described(book);
    }
    if (m_model->auctionQuote() != m_book->auctionQuote()) {
        return "the auction quotes differ";
    }
    if (m_model->lastPrice() != m_book->lastPrice() || m_model->state() != m_book->state()) {
        return "last price or state differ";
    }
    auto positions = m_positions;
    for (NetPosition const& at : model.positions) {
        positions[at.owner] -= at.net;
    }
    bool const flat =
        std::all_of(positions.begin(), positions.end(), [](auto const& at) { return at.second == Qty(0); });
    return flat ? "" : "the positions are not what was traded";
}

namespace {

class Shrink {
public:
    Shrink(BookRules const& rules, BookMaker const& make, BookMaker const& makeModel)
        : m_rules(rules)
        , m_make(make)
        , m_makeModel(makeModel)
    {}

    // Cuts the steps after the first difference; true if there is one.
    bool differ(std::vector<RaceStep>& steps)
    {
        BookRace race(m_rules, m_make, m_makeModel);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            std::string const wrong = race.step(steps[i], true);
            if (!wrong.empty()) {
                steps.resize(i + 1);
                m_wrong = wrong;
                return true;
            }
        }
        return false;
    }

    void shorten(std::vector<RaceStep>& steps)
    {
        for (std::size_t size = steps.size() / 2; size > 0;) {
            bool shorter = false;
            for (std::size_t at = 0; at + size <= steps.size();) {
                std::vector<RaceStep> fewer = steps;
                auto const from = fewer.begin() + static_cast<std::ptrdiff_t>(at);
                fewer.erase(from, from + static_cast<std::ptrdiff_t>(size));
                if (differ(fewer)) {
                    steps = fewer;
                    shorter = true;
                } else {
                    at += size;
                }
            }
            size = shorter && size == 1 ? 1 : size / 2;
        }
    }

    [[nodiscard]] std::string const& wrong() const { return m_wrong; }

private:
    BookRules const& m_rules;
    BookMaker const& m_make;
    BookMaker const& m_makeModel;
    std::string m_wrong;
};

} // namespace

std::string explainRace(
    BookRules const& rules, std::vector<RaceStep> steps, BookMaker const& make, BookMaker const& makeModel
)
{
    Shrink shrink(rules, make, makeModel);
    if (!shrink.differ(steps)) {
        return "";
    }
    shrink.shorten(steps);
    shrink.differ(steps);
    std::ostringstream text;
    text << "case ?\nrules tick " << rules.tickSize.value << " lot " << rules.lotSize.value << " min "
         << rules.minQty.value << " max " << rules.maxQty.value << " least "
         << static_cast<std::int64_t>(rules.minNotional) << " slots " << rules.maxOrders << "\n";
    Names const names;
    for (RaceStep const& step : steps) {
        text << (step.restart ? "# both books made anew here\n" : "") << write(step.command, names) << "\n";
    }
    text << shrink.wrong();
    return text.str();
}

} // namespace qob::test
