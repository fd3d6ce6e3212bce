// Writing the scenario language.
#include "tests/support/scenario_words.h"

#include <sstream>

namespace qob::test {

namespace {

using Kind = BookEvent::Kind;

class Writer {
public:
    explicit Writer(Names const& names) : m_names(names) {}

    void operator()(BookOrder const& order)
    {
        m_text << m_names.of(order.id) << ": " << m_names.of(order.owner) << ' '
               << (order.side == Side::Buy    ? "buy"
                   : order.side == Side::Sell ? "sell"
                                              : "neither")
               << ' ' << order.qty.value;
        bool const stops = order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit;
        numbered("@", order.price.value);
        numbered(stops ? "stop" : "trigger", order.stopPx.value);
        numbered("trail", order.trailOffset.value);
        numbered("step", order.trailStep.value);
        numbered("offset", order.pegOffset.value);
        numbered("iceberg", order.displayQty.value);
        bool const dated = order.timeInForce == TimeInForce::GoodTillDate;
        bool const says = (stops && order.stopPx != Price(0)) || order.trailOffset != Price(0);
        if (impliedType(order, says) != order.ordType) {
            m_text << ' ' << nameIn(typeNames, order.ordType);
        }
        if (order.timeInForce != TimeInForce::GoodTillCancel) {
            m_text << ' ' << nameIn(tifNames, order.timeInForce);
        }
        if (dated) {
            m_text << ' ' << order.expireTime.value;
        } else {
            numbered("expires", order.expireTime.value);
        }
        for (auto const& [name, inst] : instNames) {
            if (has(order.execInst, inst)) {
                m_text << ' ' << name;
            }
        }
        if (order.guarded) {
            m_text << " guarded";
        }
        if (order.selfTrade != SelfTrade::Allow) {
            m_text << " self-trade " << nameIn(selfTradeNames, order.selfTrade);
        }
    }

    void operator()(ListCommand const& list)
    {
        m_text << nameIn(listNames, list.contingency) << ' ';
        for (std::size_t i = 0; i < list.orders.size(); ++i) {
            m_text << (i == 0 ? "" : " | ");
            (*this)(list.orders[i]);
        }
    }

    void operator()(CancelCommand const& cancel)
    {
        m_text << "cancel " << m_names.of(cancel.order) << " by " << m_names.of(cancel.owner);
    }

    void operator()(BookReplace const& request)
    {
        m_text << "replace " << m_names.of(request.order) << ' ' << request.qty.value;
        numbered("@", request.price.value);
        numbered("stop", request.stopPx.value);
        m_text << " by " << m_names.of(request.owner);
    }

    void operator()(BookMassCancel const& request)
    {
        m_text << "mass-cancel";
        if (request.owner) {
            m_text << " of " << m_names.of(*request.owner);
        }
        if (request.side) {
            m_text << (*request.side == Side::Buy ? " buy" : " sell");
        }
        numbered("from", request.lowest);
        numbered("to", request.highest);
        m_text << (request.onlyCancelOnDisconnect ? " on-disconnect" : "");
    }

    void operator()(TradingState state) { m_text << "state " << nameOf(state); }

    void operator()(PriceBand band) { m_text << "band " << band.low.value << ' ' << band.high.value; }

    void operator()(NetPosition const& at)
    {
        m_text << "position " << m_names.of(at.owner) << ' ' << at.net.value;
    }

    void operator()(Timestamp now) { m_text << "time " << now.value; }

    [[nodiscard]] std::string text() const { return m_text.str(); }

private:
    void numbered(std::string_view word, std::int64_t number)
    {
        if (number != 0) {
            m_text << ' ' << word << ' ' << number;
        }
    }

    void numbered(std::string_view word, std::optional<Price> price)
    {
        if (price) {
            m_text << ' ' << word << ' ' << price->value;
        }
    }

    Names const& m_names;
    std::ostringstream m_text;
};

} // namespace

std::string write(Command const& command, Names const& names)
{
    Writer writer(names);
    std::visit(writer, command);
    return writer.text();
}

std::string write(BookEvent const& event, Names const& names)
{
    std::ostringstream text;
    bool const paired = event.kind == Kind::Trade || event.kind == Kind::Prevented;
    text << nameIn(kindNames, event.kind);
    if (event.kind != Kind::Uncrossed) {
        text << ' ' << names.of(event.order);
    }
    if (paired) {
        text << ' ' << names.of(event.maker);
    }
    if (event.kind == Kind::Rejected) {
        text << ' ' << reasonName(event.reason);
        return text.str();
    }
    text << ' ' << event.qty.value << " @ " << event.price.value;
    if (paired) {
        text << " left " << event.leaves.value << ' ' << event.makerLeaves.value;
    } else {
        text << " shows " << event.leaves.value;
    }
    text << " level " << (event.levelQty == BookEvent::noLevel ? "-" : std::to_string(event.levelQty.value));
    if (event.reason != ErrorCode()) {
        text << ' ' << reasonName(event.reason);
    }
    return text.str();
}

} // namespace qob::test
