// Thirty-four cases other engines agree on, over every book: what goes in, what must come out, what is left.
// They are not part of the repository; QOB_REFERENCE names the folder that holds matching-cases.json.

#include "engine/book/ladder_book.h"
#include "tests/support/naive_book.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstdlib>
#include <filesystem>

namespace qob::test {
namespace {

using Json = simdjson::dom::element;
using Kind = BookEvent::Kind;

std::filesystem::path casesFile()
{
    char const* folder = std::getenv("QOB_REFERENCE"); // NOLINT(concurrency-mt-unsafe): one thread
    return std::filesystem::path(folder ? folder : QOB_DEFAULT_REFERENCE) / "matching-cases.json";
}

std::int64_t number(Json const& object, std::string_view key)
{
    return object[key].get_int64().value();
}

std::string text(Json const& object, std::string_view key)
{
    return std::string(object[key].get_string().value());
}

// Gives client ids order ids: a slot of their own while the order lives, with a new generation each time.
class ClientIds {
public:
    OrderId fresh(std::int64_t client)
    {
        auto const slot = m_slots.emplace(client, m_slots.size() + 1).first->second;
        OrderId const id(++m_generation << 32U | slot);
        m_clients[id] = client;
        return m_live[client] = id;
    }

    // An id the book never saw is a large one.
    OrderId known(std::int64_t client) const
    {
        auto const at = m_live.find(client);
        return at == m_live.end() ? OrderId(1ULL << 32U | static_cast<std::uint64_t>(client)) : at->second;
    }

    std::int64_t clientOf(OrderId order) const
    {
        auto const at = m_clients.find(order);
        return at == m_clients.end() ? static_cast<std::int64_t>(order.value & 0xffffffffU) : at->second;
    }

private:
    std::map<std::int64_t, std::uint64_t> m_slots;
    std::map<std::int64_t, OrderId> m_live;
    std::map<OrderId, std::int64_t> m_clients;
    std::uint64_t m_generation = 0;
};

template <class Book>
class CaseRun {
public:
    void input(Json const& command)
    {
        std::string const op = text(command, "op");
        BookEvents events;
        if (op == "new") {
            BookOrder order;
            order.id = m_ids.fresh(number(command, "id"));
            order.owner = owner;
            order.side = text(command, "side") == "buy" ? Side::Buy : Side::Sell;
            order.price = Price(number(command, "px"));
            order.qty = Qty(number(command, "qty"));
            order.timeInForce =
                text(command, "tif") == "ioc" ? TimeInForce::ImmediateOrCancel : TimeInForce::GoodTillCancel;
            m_book.add(order, events);
        } else if (op == "cancel") {
            m_book.cancel(m_ids.known(number(command, "id")), owner, events);
        } else {
            modify(command, events);
        }
        events.each([&](BookEvent const& event) { record(op, event); });
    }

    void sweep(int makers)
    {
        BookEvents events;
        for (int i = 0; i <= makers; ++i) {
            BookOrder order;
            order.id = m_ids.fresh(i);
            order.owner = owner;
            order.side = i < makers ? Side::Sell : Side::Buy;
            order.price = Price(i < makers ? 100 + i : 100 + makers);
            order.qty = Qty(i < makers ? 1 : makers);
            m_book.add(order, events);
        }
        events.each([&](BookEvent const& event) { record("new", event); });
    }

    [[nodiscard]] std::vector<std::string> const& got() const { return m_got; }

    [[nodiscard]] std::string book(Side side) const
    {
        std::string all;
        Price level;
        for (OrderImage const& at : m_book.image().orders) {
            if (at.order.side == side) {
                if (at.order.price != level) {
                    level = at.order.price;
                    all += " @" + std::to_string(level.value);
                }
                all +=
                    " " + std::to_string(m_ids.clientOf(at.order.id)) + ":" + std::to_string(at.leaves.value);
            }
        }
        return all;
    }

private:
    static constexpr OwnerId owner{1};

    // Here the quantity is what shall be left; the book's is the total.
    void modify(Json const& command, BookEvents& events)
    {
        BookReplace request;
        request.order = m_ids.known(number(command, "id"));
        request.owner = owner;
        request.price = Price(number(command, "px"));
        request.qty = Qty(number(command, "qty"));
        if (auto const found = m_book.find(request.order)) {
            request.qty += found->order.qty - found->leaves;
        }
        m_book.replace(request, events);
    }

    void record(std::string const& op, BookEvent const& event)
    {
        std::string const id = std::to_string(m_ids.clientOf(event.order));
        std::string const qty = std::to_string(event.qty.value);
        switch (event.kind) {
        case Kind::Accepted:
            m_got.push_back("ack " + id);
            break;
        case Kind::Rejected:
            m_got.push_back(op + "_reject " + id);
            break;
        case Kind::Canceled:
            m_got.push_back("cancel_ack " + id + " " + qty);
            break;
        case Kind::Replaced:
            m_got.push_back("modify_ack " + id);
            break;
        case Kind::Trade:
            m_got.push_back(
                "trade " + std::to_string(m_ids.clientOf(event.maker)) + " " + id + " " + qty + "@" +
                std::to_string(event.price.value)
            );
            break;
        default:
            break;
        }
    }

    Book m_book{BookRules{}};
    ClientIds m_ids;
    std::vector<std::string> m_got;
};

std::string expectedEvent(Json const& event)
{
    std::string const kind = text(event, "e");
    if (kind == "trade") {
        return "trade " + std::to_string(number(event, "maker")) + " " +
               std::to_string(number(event, "taker")) + " " + std::to_string(number(event, "qty")) + "@" +
               std::to_string(number(event, "px"));
    }
    std::string const base = kind + " " + std::to_string(number(event, "id"));
    return kind == "cancel_ack" ? base + " " + std::to_string(number(event, "qty")) : base;
}

std::string expectedSide(Json const& levels)
{
    std::string all;
    for (Json const level : levels.get_array()) {
        all += " @" + std::to_string(level.at(0).get_int64().value());
        for (Json const order : level.at(1).get_array()) {
            all += " " + std::to_string(order.at(0).get_int64().value()) + ":" +
                   std::to_string(order.at(1).get_int64().value());
        }
    }
    return all;
}

template <class Book>
void runCase(Json const& one)
{
    CaseRun<Book> run;
    if (one["input"].is_string()) { // only described: so many makers, one taker
        auto const trades = number(one["expect"].value(), "trades");
        run.sweep(static_cast<int>(trades));
        EXPECT_EQ(
            std::count_if(
                run.got().begin(),
                run.got().end(),
                [](std::string const& event) { return event.starts_with("trade"); }
            ),
            trades
        );
        EXPECT_EQ(run.book(Side::Buy) + run.book(Side::Sell), "");
        return;
    }
    for (Json const command : one["input"].get_array()) {
        run.input(command);
    }
    std::vector<std::string> expected;
    for (Json const event : one["expect"].get_array()) {
        expected.push_back(expectedEvent(event));
    }
    EXPECT_EQ(run.got(), expected);
    EXPECT_EQ(run.book(Side::Buy), expectedSide(one["final_book"]["bids"].value()));
    EXPECT_EQ(run.book(Side::Sell), expectedSide(one["final_book"]["asks"].value()));
}

template <class Book>
class MatchingCases : public testing::Test {};

using Books = testing::Types<LadderBook, NaiveBook>;
TYPED_TEST_SUITE(MatchingCases, Books);

TYPED_TEST(MatchingCases, WhatOtherEnginesAgreeOn)
{
    if (!std::filesystem::exists(casesFile())) {
        GTEST_SKIP() << casesFile() << " is not there; set QOB_REFERENCE";
    }
    simdjson::dom::parser parser;
    Json const document = parser.load(casesFile().string());
    int cases = 0;
    for (Json const one : document.get_array()) {
        SCOPED_TRACE(text(one, "name"));
        runCase<TypeParam>(one);
        ++cases;
    }
    EXPECT_EQ(cases, 34);
}

} // namespace
} // namespace qob::test
