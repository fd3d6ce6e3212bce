// Reading the scenario language.
#include "tests/support/scenario_text.h"

#include "tests/support/scenario_words.h"

namespace qob::test {

namespace {

using Kind = BookEvent::Kind;

// Words with a number behind them; false: it is none of them.
bool parseNumbered(BookOrder& order, std::string const& word, Words& words)
{
    if (word == "@") {
        order.price = Price(words.number());
    } else if (word == "stop" || word == "trigger") {
        order.stopPx = Price(words.number());
    } else if (word == "trail") {
        order.trailOffset = Price(words.number());
    } else if (word == "step") {
        order.trailStep = Price(words.number());
    } else if (word == "offset") {
        order.pegOffset = Price(words.number());
    } else if (word == "iceberg") {
        order.displayQty = Qty(words.number());
    } else if (word == "expires") {
        order.expireTime = Timestamp(words.number());
    } else {
        return false;
    }
    return true;
}

BookOrder parseOrder(Words& words, Names& names)
{
    std::string label = words.next();
    if (!label.ends_with(':')) {
        throw ScenarioError("an order begins with its name and a colon");
    }
    label.pop_back();
    BookOrder order;
    order.id = names.order(label);
    order.owner = names.owner(words.next());
    names.owns(order.id, order.owner);
    std::string const side = words.next();
    order.side = side == "buy" ? Side::Buy : side == "sell" ? Side::Sell : Side::Undisclosed;
    order.qty = Qty(words.number());
    std::optional<OrdType> type;
    bool stops = false;
    while (!words.empty() && words.peek() != "|") {
        std::string const word = words.next();
        stops = stops || word == "stop" || word == "trail";
        if (parseNumbered(order, word, words)) {
            continue;
        }
        if (auto const tif = valueOf(tifNames, word)) {
            order.timeInForce = *tif;
            if (*tif == TimeInForce::GoodTillDate) {
                order.expireTime = Timestamp(words.number());
            }
        } else if (auto const inst = valueOf(instNames, word)) {
            order.execInst = order.execInst | *inst;
        } else if (word == "guarded") {
            order.guarded = true;
        } else if (word == "self-trade") {
            order.selfTrade = required(selfTradeNames, words.next());
        } else {
            type = required(typeNames, word);
        }
    }
    order.ordType = type.value_or(impliedType(order, stops));
    return order;
}

ListCommand parseList(Contingency contingency, Words& words, Names& names)
{
    ListCommand list{contingency, {}};
    do {
        list.orders.push_back(parseOrder(words, names));
    } while (words.take("|"));
    return list;
}

OwnerId parseBy(Words& words, Names& names, OrderId order)
{
    return words.take("by") ? names.owner(words.next()) : names.ownerOf(order);
}

BookReplace parseReplace(Words& words, Names& names)
{
    BookReplace request;
    request.order = names.order(words.next());
    request.qty = Qty(words.number());
    if (words.take("@")) {
        request.price = Price(words.number());
    }
    if (words.take("stop")) {
        request.stopPx = Price(words.number());
    }
    request.owner = parseBy(words, names, request.order);
    return request;
}

BookMassCancel parseMassCancel(Words& words, Names& names)
{
    BookMassCancel request;
    while (!words.empty()) {
        std::string const word = words.next();
        if (word == "buy" || word == "sell") {
            request.side = word == "buy" ? Side::Buy : Side::Sell;
        } else if (word == "of") {
            request.owner = names.owner(words.next());
        } else if (word == "from") {
            request.lowest = Price(words.number());
        } else if (word == "to") {
            request.highest = Price(words.number());
        } else if (word == "on-disconnect") {
            request.onlyCancelOnDisconnect = true;
        } else {
            throw ScenarioError("unknown word: " + word);
        }
    }
    return request;
}

std::optional<Command> parseOther(std::string const& verb, Words& words, Names& names)
{
    if (verb == "cancel") {
        OrderId const order = names.order(words.next());
        return CancelCommand{order, parseBy(words, names, order)};
    }
    if (verb == "replace") {
        return parseReplace(words, names);
    }
    if (verb == "mass-cancel") {
        return parseMassCancel(words, names);
    }
    if (verb == "state") {
        return required(stateNames, words.next());
    }
    if (verb == "band") {
        Price const low(words.number());
        return PriceBand{low, Price(words.number())};
    }
    if (verb == "position") {
        OwnerId const owner = names.owner(words.next());
        return NetPosition{owner, Qty(words.number())};
    }
    if (verb == "time") {
        return Timestamp(words.number());
    }
    return std::nullopt;
}

} // namespace

std::optional<Command> parseCommand(std::string_view line, Names& names)
{
    Words words(line);
    std::optional<Command> command;
    std::string const verb(words.peek());
    if (verb.ends_with(':')) {
        command = parseOrder(words, names);
    } else if (auto const contingency = valueOf(listNames, verb)) {
        words.next();
        command = parseList(*contingency, words, names);
    } else {
        words.next();
        command = parseOther(verb, words, names);
    }
    if (command && !words.empty()) {
        throw ScenarioError("too much: " + words.next());
    }
    return command;
}

bool ExpectedEvent::matches(BookEvent const& event) const
{
    auto const fits = [](auto const& wanted, auto const& got) {
        return !wanted || *wanted == got;
    };
    return kind == event.kind && reason == event.reason && order == event.order && maker == event.maker &&
           fits(price, event.price) && fits(qty, event.qty) && fits(leaves, event.leaves) &&
           fits(makerLeaves, event.makerLeaves) && fits(levelQty, event.levelQty);
}

ExpectedEvent parseEvent(std::string_view line, Names& names)
{
    Words words(line);
    ExpectedEvent event;
    event.kind = required(kindNames, words.next());
    bool const paired = event.kind == Kind::Trade || event.kind == Kind::Prevented;
    if (event.kind != Kind::Uncrossed) {
        event.order = names.order(words.next());
    }
    if (paired) {
        event.maker = names.order(words.next());
    }
    while (!words.empty()) {
        std::string const word = words.next();
        if (word == "@") {
            event.price = Price(words.number());
        } else if (word == "shows") {
            event.leaves = Qty(words.number());
        } else if (word == "left") {
            event.leaves = Qty(words.number());
            event.makerLeaves = Qty(words.number());
        } else if (word == "level") {
            event.levelQty = words.take("-") ? BookEvent::noLevel : Qty(words.number());
        } else if (auto const number = asNumber(word)) {
            event.qty = Qty(*number);
        } else if (auto const reason = reasonOf(word)) {
            event.reason = *reason;
        } else {
            throw ScenarioError("unknown word: " + word);
        }
    }
    return event;
}

} // namespace qob::test
