#pragma once

#include "engine/exchange/exchange.h"

#include <map>
#include <string>
#include <string_view>

namespace qob {

// Exchange commands as lines people can read and write: a word, then key=value pairs, prices and quantities
// in decimals. `format` writes what `parse` reads.
//
//   list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=5 tick=0.01 lot=0.00001
//   open account=1 tier=0
//   transfer account=1 asset=USDT amount=100000
//   order account=1 id=c1 symbol=BTC-USDT side=buy type=limit tif=gtc qty=0.5 price=60000
//   cancel account=1 id=c2 order=c1
//   bracket account=1 symbol=BTC-USDT id=a side=buy ... | id=b side=sell ... | id=c ...
//
// Symbols are those of the instruments it was taught. docs/exchange.md lists every word and key.
class ExchangeText {
public:
    // ConfigBadValue says which word, and what was expected. A `list` line of an id or symbol that is known
    // already is refused; it teaches nothing yet, as the exchange may still refuse it.
    [[nodiscard]] Expected<ExchangeCommand> parse(std::string_view line) const;

    // As the exchange would, it takes what a command lists if that can be listed and its id is new.
    std::string format(ExchangeCommand const& command);

    // What the exchange has listed. Nothing happens when the id is known.
    void learn(Instrument const& instrument);

private:
    using Words = std::map<std::string, std::string, std::less<>>;

    [[nodiscard]] Instrument const* find(std::string_view symbol) const;
    Expected<EnterOrder> order(Words const& words, Instrument const& instrument) const;
    Expected<ExchangeCommand> list(std::string_view word, std::string_view rest) const;
    [[nodiscard]] Expected<ExchangeCommand> simple(std::string_view word, Words const& words) const;
    static Expected<Words> split(std::string_view rest);
    [[nodiscard]] Expected<ExchangeCommand> listing(Words const& words) const;
    static Expected<ExchangeCommand> market(std::string_view word, auto& fields, auto const& instrumentOf);

    std::string line(EnterOrder const& c) const { return "order" + format(c); }

    std::string line(EnterList const& c) const;
    std::string line(CancelOrder const& c) const;
    std::string line(ReplaceOrder const& c) const;
    std::string line(MassCancel const& c) const;
    std::string line(Disconnect const& c) const;
    std::string line(BlockTrading const& c) const;
    std::string line(Transfer const& c) const;
    std::string line(OpenAccount const& c) const;
    std::string line(SetFeeTier const& c) const;
    std::string line(ListInstrument const& c) const;
    std::string line(SetTradingState const& c) const;
    std::string line(SetPriceBand const& c) const;

    std::string line(PassTime const& /*c*/) const { return "time"; }

    std::string format(EnterOrder const& order) const;
    std::string symbolText(InstrumentId id) const;

    std::map<InstrumentId, Instrument> m_instruments;
};

// A report as one line of JSON; `ack` is what it promises, "matched" or "durable".
std::string reportJson(ExchangeReport const& report, Instrument const* instrument, std::string_view ack);

} // namespace qob
