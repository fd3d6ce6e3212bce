// Once a book has seen its traffic it asks for no more memory, whatever kind of order comes. A round of
// random commands, made beforehand and ending with an empty book, is done again and again; the last time is
// watched.

#include "engine/book/ladder_book.h"
#include "tests/support/allocation_count.h"
#include "tests/support/random_commands.h"

#include <gtest/gtest.h>

namespace qob::test {
namespace {

constexpr int stepsPerRound = 20'000;
constexpr int warmRounds = 4;
constexpr std::uint64_t generationsPerRound = 1U << 20U;

// Which of the random commands are in the round.
struct Traffic {
    char const* name;
    RaceStyle style;
    bool (*takes)(Command const&);
};

BookOrder const* orderOf(Command const& command)
{
    return std::get_if<BookOrder>(&command);
}

bool isOrdinary(Command const& command)
{
    return !std::holds_alternative<TradingState>(command) && !std::holds_alternative<PriceBand>(command) &&
           !std::holds_alternative<ListCommand>(command) && !std::holds_alternative<BookMassCancel>(command);
}

template <class Takes>
bool ordersThat(Command const& command, Takes takes)
{
    auto const* order = orderOf(command);
    return isOrdinary(command) && (order == nullptr || takes(*order));
}

bool isPlainLimit(BookOrder const& order)
{
    return order.ordType == OrdType::Limit && order.execInst == ExecInst::None &&
           order.displayQty == Qty(0) && order.timeInForce != TimeInForce::FillOrKill;
}

std::vector<Traffic> traffics()
{
    RaceStyle plain = styleOf(0);
    plain.instructions = 0;
    RaceStyle const orders = styleOf(0);
    RaceStyle const stops = styleOf(5);
    RaceStyle lists = styleOf(1);
    lists.states = 0;
    RaceStyle const auctions = styleOf(2);
    return std::vector<Traffic>{
        {"AddCancelReplaceMatch",
         plain,
         [](Command const& c) {
             return ordersThat(c, isPlainLimit);
         }},
        {"MassCancel",
         plain,
         [](Command const& c) {
             return std::holds_alternative<BookMassCancel>(c) || ordersThat(c, isPlainLimit);
         }},
        {"Market",
         plain,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return o.execInst == ExecInst::None && o.displayQty == Qty(0) &&
                        o.timeInForce != TimeInForce::FillOrKill;
             });
         }},
        {"FillOrKill",
         plain,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return isPlainLimit(o) || o.timeInForce == TimeInForce::FillOrKill;
             });
         }},
        {"Icebergs",
         orders,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return o.execInst == ExecInst::None && o.timeInForce != TimeInForce::FillOrKill;
             });
         }},
        {"HiddenAndPostOnly",
         orders,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return !has(o.execInst, ExecInst::AllOrNone | ExecInst::ReduceOnly) &&
                        o.timeInForce != TimeInForce::FillOrKill;
             });
         }},
        {"AllOrNone",
         orders,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return !has(o.execInst, ExecInst::ReduceOnly) && o.ordType == OrdType::Limit;
             });
         }},
        {"ReduceOnly",
         orders,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) { return !has(o.execInst, ExecInst::AllOrNone); });
         }},
        {"Stops",
         stops,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return o.ordType != OrdType::Pegged && o.execInst == ExecInst::None &&
                        o.timeInForce != TimeInForce::FillOrKill;
             });
         }},
        {"Pegs",
         stops,
         [](Command const& c) {
             return ordersThat(c, [](BookOrder const& o) {
                 return (o.ordType == OrdType::Pegged || o.execInst == ExecInst::None) &&
                        o.ordType != OrdType::Stop && o.ordType != OrdType::StopLimit &&
                        o.timeInForce != TimeInForce::FillOrKill;
             });
         }},
        {"Lists",
         lists,
         [](Command const&) {
             return true;
         }},
        {"Auctions",
         auctions,
         [](Command const& c) {
             return !std::holds_alternative<ListCommand>(c);
         }},
        {"Everything",
         styleOf(5),
         [](Command const&) {
             return true;
         }},
    };
}

// To where a round begins: nothing in the book, no positions, no band, continuous.
std::vector<Command> const& clearing()
{
    static std::vector<Command> const commands{
        BookMassCancel(),
        PriceBand(),
        TradingState::Continuous,
        NetPosition{OwnerId(1), Qty(0)},
        NetPosition{OwnerId(2), Qty(0)},
        NetPosition{OwnerId(3), Qty(0)},
        NetPosition{OwnerId(4), Qty(0)}};
    return commands;
}

std::vector<Command> roundOf(Traffic const& traffic)
{
    LadderBook book(traffic.style.rules);
    RandomChance chance(11);
    RandomCommands random(traffic.style, chance);
    BookEvents events(4096);
    std::vector<Command> round;
    while (round.size() < stepsPerRound) {
        Command const command = random.next(book);
        if (!std::holds_alternative<Timestamp>(command) && traffic.takes(command)) {
            round.push_back(command);
            applyTo(book, command, events);
            events.clear();
        }
    }
    return round;
}

// Ids that come again get a later generation.
void renew(std::vector<Command>& round)
{
    auto const renewed = [](OrderId id) {
        return OrderId(id.value + (generationsPerRound << 32U));
    };
    for (Command& command : round) {
        if (auto* order = std::get_if<BookOrder>(&command)) {
            order->id = renewed(order->id);
        } else if (auto* list = std::get_if<ListCommand>(&command)) {
            for (BookOrder& one : list->orders) {
                one.id = renewed(one.id);
            }
        } else if (auto* cancel = std::get_if<CancelCommand>(&command)) {
            cancel->order = renewed(cancel->order);
        } else if (auto* replace = std::get_if<BookReplace>(&command)) {
            replace->order = renewed(replace->order);
        }
    }
}

class MatchingAllocation : public testing::TestWithParam<Traffic> {};

TEST_P(MatchingAllocation, NoneAfterWarmUp)
{
    std::vector<Command> round = roundOf(GetParam());
    LadderBook book(GetParam().style.rules);
    BookEvents events(4096);
    std::uint64_t caused = 0;
    auto const run = [&](std::vector<Command> const& commands) {
        for (Command const& command : commands) {
            applyTo(book, command, events);
            caused += events.size();
            events.clear();
        }
    };
    for (int i = 0; i < warmRounds; ++i) {
        run(round);
        run(clearing());
        EXPECT_EQ(book.orderCount(), 0U);
        renew(round);
    }
    caused = 0;
    AllocationWatch watch;
    run(round);
    EXPECT_EQ(watch.end(), 0U) << watch.where();
    EXPECT_GT(caused, static_cast<std::uint64_t>(stepsPerRound));
}

std::string nameOf(testing::TestParamInfo<Traffic> const& at)
{
    return at.param.name;
}

INSTANTIATE_TEST_SUITE_P(Traffic, MatchingAllocation, testing::ValuesIn(traffics()), nameOf);

} // namespace
} // namespace qob::test
