#include "tests/support/scenario.h"

#include "tests/support/scenario_text.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace qob::test {

namespace {

class Run {
public:
    Run(ScenarioCase const& scenario, BookMaker const& makeBook, bool restarts)
        : m_scenario(scenario)
        , m_makeBook(makeBook)
        , m_restarts(restarts)
    {}

    std::string all()
    {
        for (auto const& line : m_scenario.lines) {
            try {
                std::string const wrong = step(line);
                if (!wrong.empty()) {
                    return at(m_failed.number) + m_failed.text + "\n" + wrong;
                }
            } catch (ScenarioError const& error) {
                return at(line.number) + line.text + "\n" + error.what();
            }
        }
        std::string const wrong = settleAccounts();
        return wrong.empty() ? "" : at(m_failed.number) + m_failed.text + "\n" + wrong;
    }

private:
    [[nodiscard]] std::string at(int line) const
    {
        return m_scenario.file + ":" + std::to_string(line) + ": ";
    }

    // What is wrong with the line, or with the events of the call before it.
    std::string step(ScenarioCase::Line const& line)
    {
        if (line.text.starts_with('>')) {
            std::string const wanted = line.text.substr(1);
            Words words(wanted);
            if (words.take("...")) {
                m_open = true;
            } else {
                m_expected.push_back(wanted);
            }
            return "";
        }
        if (auto wrong = settleAccounts(); !wrong.empty()) {
            return wrong;
        }
        m_failed = line;
        Words words(line.text);
        if (words.take("rules")) {
            readRules(words);
            return "";
        }
        if (!m_book) {
            m_book = m_makeBook(m_rules);
        }
        if (auto const wrong = checkLine(words); wrong) {
            return *wrong;
        }
        auto const command = parseCommand(line.text, m_names);
        if (!command) {
            throw ScenarioError("neither a call nor a check");
        }
        applyTo(*m_book, *command, m_events);
        m_called = true;
        if (auto wrong = m_watch.check(*m_book, m_events); !wrong.empty()) {
            return wrong + "\n" + gotten();
        }
        return m_restarts ? restart() : "";
    }

    void readRules(Words& words)
    {
        if (m_book) {
            throw ScenarioError("rules come first");
        }
        while (!words.empty()) {
            std::string const word = words.next();
            std::int64_t const value = words.number();
            if (word == "tick") {
                m_rules.tickSize = Price(value);
            } else if (word == "lot") {
                m_rules.lotSize = Qty(value);
            } else if (word == "min") {
                m_rules.minQty = Qty(value);
            } else if (word == "max") {
                m_rules.maxQty = Qty(value);
            } else if (word == "least") {
                m_rules.minNotional = value;
            } else if (word == "slots") {
                m_rules.maxOrders = static_cast<std::uint32_t>(value);
            } else {
                throw ScenarioError("unknown word: " + word);
            }
        }
    }

    std::string restart()
    {
        BookImage const image = m_book->image();
        auto fresh = m_makeBook(m_rules);
        fresh->restore(image);
        if (fresh->image() != image || stateHash(fresh->image()) != stateHash(image)) {
            return "the book made from its image has another image";
        }
        m_book = std::move(fresh);
        return "";
    }

    // Holds the events of the last call against the lines below it: all of them in order, but for Accepted
    // where no line has any. Without lines there may be Accepted and Rested only.
    std::string settleAccounts()
    {
        bool const acceptedToo = std::any_of(m_expected.begin(), m_expected.end(), [](auto const& line) {
            return Words(line).take("accepted");
        });
        std::vector<BookEvent> got;
        m_events.each([&](BookEvent const& event) {
            bool const silent = m_expected.empty() && event.kind == BookEvent::Kind::Rested;
            if (acceptedToo || (event.kind != BookEvent::Kind::Accepted && !silent)) {
                got.push_back(event);
            }
        });
        bool right = m_open ? got.size() >= m_expected.size() : got.size() == m_expected.size();
        for (std::size_t i = 0; right && i < m_expected.size(); ++i) {
            right = parseEvent(m_expected[i], m_names).matches(got[i]);
        }
        std::string wrong;
        if (!right) {
            wrong = "expected:\n";
            for (auto const& line : m_expected) {
                wrong += "  >" + line + "\n";
            }
            wrong += gotten();
        }
        if (!m_expected.empty() && !m_called) {
            wrong = "events expected of nothing";
        }
        m_expected.clear();
        m_events.clear();
        m_open = false;
        m_called = false;
        return wrong;
    }

    [[nodiscard]] std::string gotten() const
    {
        std::string text = "got:\n";
        m_events.each([&](BookEvent const& event) { text += "  > " + write(event, m_names) + "\n"; });
        return text;
    }

    // Nothing: the line is no check.
    std::optional<std::string> checkLine(Words& words)
    {
        if (words.take("buys:")) {
            return compare(rest(words), side(Side::Buy, rest(words)));
        }
        if (words.take("sells:")) {
            return compare(rest(words), side(Side::Sell, rest(words)));
        }
        if (words.take("quote")) {
            auto const quote = m_book->auctionQuote();
            std::ostringstream text;
            if (quote) {
                text << quote->volume.value << " @ " << quote->price.value << " surplus "
                     << quote->surplus.value;
            }
            return compare(rest(words), quote ? text.str() : "none");
        }
        if (words.take("last")) {
            return compare(rest(words), std::to_string(m_book->lastPrice().value));
        }
        if (words.take("orders")) {
            return compare(rest(words), std::to_string(m_book->orderCount()));
        }
        if (words.take("net")) {
            OwnerId const owner = m_names.owner(words.next());
            return compare(rest(words), std::to_string(net(owner).value));
        }
        if (words.take("ahead")) {
            OrderId const order = m_names.order(words.next());
            return compare(rest(words), std::to_string(m_book->queueAhead(order).value));
        }
        std::string const name = words.next();
        if (words.take("is")) {
            return checkOrder(m_names.order(name), words);
        }
        return std::nullopt;
    }

    // The words not yet taken, which stay.
    static std::string rest(Words words)
    {
        std::string text;
        while (!words.empty()) {
            text += (text.empty() ? "" : " ") + words.next();
        }
        return text;
    }

    static std::string compare(std::string const& wanted, std::string const& got)
    {
        return wanted == got ? "" : "expected: " + wanted + "\ngot:      " + got + "\n";
    }

    [[nodiscard]] Qty net(OwnerId owner) const
    {
        for (NetPosition const& at : m_book->image().positions) {
            if (at.owner == owner) {
                return at.net;
            }
        }
        return Qty();
    }

    // A side as written: "99 x 7 (a 4, b 3), 98 x 1". Queues only where the wanted text has some.
    [[nodiscard]] std::string side(Side side, std::string const& wanted) const
    {
        std::vector<PriceLevel> levels;
        m_book->levels(side, 1000, levels);
        bool const queues = wanted.find('(') != std::string::npos;
        BookImage const image = m_book->image();
        std::ostringstream text;
        for (PriceLevel const& level : levels) {
            text << (text.tellp() == 0 ? "" : ", ") << level.price.value << " x " << level.qty.value;
            std::string queue;
            for (OrderImage const& at : image.orders) {
                if (at.place == OrderImage::Place::Lit && at.order.side == side &&
                    at.order.price == level.price) {
                    queue += (queue.empty() ? "" : ", ") + m_names.of(at.order.id) + " " +
                             std::to_string(at.shown.value);
                }
            }
            if (queues) {
                text << " (" << queue << ")";
            }
        }
        return levels.empty() ? "none" : text.str();
    }

    // "a is lit left 5 shows 2 of 10 @ 100 trigger 95": what is said is compared.
    std::string checkOrder(OrderId order, Words& words)
    {
        auto const found = m_book->find(order);
        std::string const place = words.next();
        if (!found || place == "gone") {
            return compare(place, found ? std::string(nameOf(found->place)) : "gone");
        }
        std::string wanted = place;
        std::string got(nameOf(found->place));
        while (!words.empty()) {
            std::string const word = words.next();
            wanted += " " + word + " " + std::to_string(words.number());
            got += " " + word + " " + std::to_string(valueOf(*found, word));
        }
        return compare(wanted, got);
    }

    static std::int64_t valueOf(OrderImage const& at, std::string const& word)
    {
        if (word == "left") {
            return at.leaves.value;
        }
        if (word == "shows") {
            return at.shown.value;
        }
        if (word == "of") {
            return at.order.qty.value;
        }
        if (word == "@") {
            return at.order.price.value;
        }
        if (word == "trigger") {
            return at.order.stopPx.value;
        }
        if (word == "rests") {
            return at.restsAt.value;
        }
        throw ScenarioError("unknown word: " + word);
    }

    ScenarioCase const& m_scenario;
    BookMaker const& m_makeBook;
    bool m_restarts;
    BookRules m_rules;
    std::unique_ptr<MatchingBook> m_book;
    BookWatch m_watch;
    Names m_names;
    BookEvents m_events;
    std::vector<std::string> m_expected;
    ScenarioCase::Line m_failed; // the call or check that expectations are about
    bool m_called = false;
    bool m_open = false; // more events may follow the expected ones
};

void readFile(std::filesystem::path const& path, std::vector<ScenarioCase>& cases)
{
    std::ifstream in(path);
    int number = 0;
    bool inCase = false;
    for (std::string line; std::getline(in, line);) {
        ++number;
        line = line.substr(0, line.find('#'));
        line.erase(0, line.find_first_not_of(" \t"));
        line.erase(line.find_last_not_of(" \t") + 1);
        if (line.starts_with("case ")) {
            cases.push_back({path.filename().string(), line.substr(5), {}});
            inCase = true;
        } else if (!line.empty()) {
            if (!inCase) {
                cases.push_back({path.filename().string(), "before the first case", {}});
                inCase = true;
            }
            cases.back().lines.push_back({number, line});
        }
    }
}

} // namespace

std::vector<ScenarioCase> readScenarios(std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<ScenarioCase> cases;
    for (auto const& file : files) {
        readFile(file, cases);
    }
    return cases;
}

std::string runScenario(ScenarioCase const& scenario, BookMaker const& makeBook, bool restarts)
{
    return Run(scenario, makeBook, restarts).all();
}

} // namespace qob::test
