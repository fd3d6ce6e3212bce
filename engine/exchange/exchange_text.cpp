#include "engine/exchange/exchange_text.h"

#include "engine/exchange/exchange_words.h"

#include <algorithm>
#include <charconv>

namespace qob {

namespace {

using namespace words;

tl::unexpected<Error> bad(std::string const& key, std::string_view value, std::string const& expected)
{
    return fail(ErrorCode::ConfigBadValue, key + "=" + std::string(value) + "; expected " + expected);
}

// Reads the values of one line and remembers the first that was wrong.
class Fields {
public:
    using Words = std::map<std::string, std::string, std::less<>>;

    explicit Fields(Words const& words) : m_words(words) {}

    // Whether the key was given.
    bool has(std::string_view key) { return m_words.find(key) != m_words.end(); }

    std::string_view text(std::string const& key, bool must = true)
    {
        m_seen.push_back(key);
        auto const found = m_words.find(key);
        if (found == m_words.end()) {
            if (must && !m_error) {
                m_error = Error{ErrorCode::ConfigBadValue, key + "= is missing"};
            }
            return {};
        }
        return found->second;
    }

    template <class T>
    void integer(std::string const& key, T& value, bool must = true)
    {
        std::string_view const given = text(key, must);
        if (given.empty()) {
            return;
        }
        auto const [end, problem] = std::from_chars(given.data(), given.data() + given.size(), value);
        if (problem != std::errc{} || end != given.data() + given.size()) {
            complain(bad(key, given, "a whole number").value());
        }
    }

    template <class Table, class T>
    void word(std::string const& key, Table const& table, T& value, bool must = true)
    {
        std::string_view const given = text(key, must);
        if (given.empty()) {
            return;
        }
        auto const found =
            std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.word == given; });
        if (found != table.end()) {
            value = found->value;
            return;
        }
        std::string all;
        for (auto const& row : table) {
            all += (all.empty() ? "" : ", ") + std::string(row.word);
        }
        complain(bad(key, given, "one of " + all).value());
    }

    void number(std::string const& key, int scale, std::int64_t& value)
    {
        Amount read(value);
        decimal(key, scale, read, false);
        value = static_cast<std::int64_t>(read.value);
        if (value != read.value) {
            complain(Error{ErrorCode::NumberTooLarge, key});
        }
    }

    template <class T>
    void decimal(std::string const& key, int scale, T& value, bool must = true)
    {
        std::string_view const given = text(key, must);
        if (given.empty()) {
            return;
        }
        auto const parsed = parseScaled128(given, scale);
        using Rep = decltype(value.value);
        if (!parsed) {
            complain(Error{parsed.error().code, key + "=" + std::string(given)});
        } else if (static_cast<Int128>(static_cast<Rep>(*parsed)) != *parsed) {
            complain(Error{ErrorCode::NumberTooLarge, key + "=" + std::string(given)});
        } else {
            value = T(static_cast<Rep>(*parsed));
        }
    }

    template <std::size_t Capacity>
    void name(std::string const& key, FixedText<Capacity>& value, bool must = true)
    {
        std::string_view const given = text(key, must);
        if (FixedText<Capacity>::fits(given)) {
            value = FixedText<Capacity>(given);
        } else {
            complain(bad(key, given, "at most " + std::to_string(Capacity) + " characters").value());
        }
    }

    void complain(Error error)
    {
        if (!m_error) {
            m_error = std::move(error);
        }
    }

    // The first complaint; a key nobody asked for is one.
    [[nodiscard]] std::optional<Error> error() const
    {
        for (auto const& [key, value] : m_words) {
            if (!m_error && std::find(m_seen.begin(), m_seen.end(), key) == m_seen.end()) {
                return Error{ErrorCode::ConfigUnknownKey, key + "="};
            }
        }
        return m_error;
    }

private:
    Words const& m_words;
    std::vector<std::string> m_seen;
    std::optional<Error> m_error;
};

template <class T>
Expected<ExchangeCommand> finished(Fields const& fields, T command)
{
    if (auto error = fields.error()) {
        return tl::unexpected(*error);
    }
    return ExchangeCommand(std::move(command));
}

} // namespace

Expected<ExchangeCommand> ExchangeText::parse(std::string_view line) const
{
    auto const space = std::min(line.find(' '), line.size());
    std::string_view const word = line.substr(0, space);
    std::string_view const rest = line.substr(space);
    for (auto const& row : contingencies) {
        if (row.word == word) {
            return list(word, rest);
        }
    }
    auto const words = split(rest);
    if (!words) {
        return tl::unexpected(words.error());
    }
    if (word == "order") {
        auto const symbol = words->find("symbol");
        Instrument const* instrument = symbol == words->end() ? nullptr : find(symbol->second);
        if (instrument == nullptr) {
            return bad("symbol", symbol == words->end() ? "" : symbol->second, "one that was listed");
        }
        auto made = order(*words, *instrument);
        return made ? Expected<ExchangeCommand>(*made) : tl::unexpected(made.error());
    }
    return simple(word, *words);
}

// "a=1 b=2" by key.
Expected<ExchangeText::Words> ExchangeText::split(std::string_view rest)
{
    Words words;
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r"), rest.size()));
        if (rest.empty()) {
            return words;
        }
        std::string_view const token = rest.substr(0, std::min(rest.find(' '), rest.size()));
        rest.remove_prefix(token.size());
        auto const equals = token.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            return fail(ErrorCode::ConfigBadValue, "'" + std::string(token) + "'; expected key=value");
        }
        if (!words.emplace(token.substr(0, equals), token.substr(equals + 1)).second) {
            return fail(ErrorCode::ConfigBadValue, std::string(token) + " is given twice");
        }
    }
}

Expected<EnterOrder> ExchangeText::order(Words const& words, Instrument const& instrument) const
{
    EnterOrder made;
    made.instrument = instrument.id;
    BookOrder& order = made.order;
    Fields fields(words);
    fields.text("symbol");
    fields.integer("account", order.owner.value);
    fields.name("id", made.clOrdId);
    fields.word("side", sides, order.side);
    fields.word("type", types, order.ordType, false);
    fields.word("tif", tifs, order.timeInForce, false);
    fields.word("self-trade", selfTrades, order.selfTrade, false);
    fields.decimal("qty", instrument.qtyScale, order.qty);
    fields.decimal("display", instrument.qtyScale, order.displayQty, false);
    fields.decimal("price", instrument.priceScale, order.price, false);
    fields.decimal("stop", instrument.priceScale, order.stopPx, false);
    fields.decimal("trail", instrument.priceScale, order.trailOffset, false);
    fields.decimal("trail-step", instrument.priceScale, order.trailStep, false);
    fields.decimal("peg-offset", instrument.priceScale, order.pegOffset, false);
    fields.integer("expire", order.expireTime.value, false);
    std::string_view flags = fields.text("flags", false);
    while (!flags.empty()) {
        std::string_view const flag = flags.substr(0, std::min(flags.find('+'), flags.size()));
        flags.remove_prefix(std::min(flag.size() + 1, flags.size()));
        auto const known = std::find_if(flagWords.begin(), flagWords.end(), [&](auto const& row) {
            return row.word == flag;
        });
        if (known == flagWords.end()) {
            return bad("flags", flag, "words like post-only+cancel-on-disconnect");
        }
        order.execInst = order.execInst | known->value;
    }
    if (auto error = fields.error()) {
        return tl::unexpected(*error);
    }
    return made;
}

// "oco account=1 symbol=X id=a ... | id=b ...": what stands before the first bar holds for all.
Expected<ExchangeCommand> ExchangeText::list(std::string_view word, std::string_view rest) const
{
    EnterList made;
    for (auto const& row : contingencies) {
        made.contingency = row.word == word ? row.value : made.contingency;
    }
    Words shared;
    while (!rest.empty()) {
        std::string_view const part = rest.substr(0, std::min(rest.find('|'), rest.size()));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        auto words = split(part);
        if (!words) {
            return tl::unexpected(words.error());
        }
        for (auto const& key : {"account", "symbol"}) {
            if (auto const found = words->find(key); found != words->end()) {
                shared[key] = found->second;
            }
        }
        words->insert(shared.begin(), shared.end());
        Instrument const* instrument = find(shared["symbol"]);
        if (instrument == nullptr) {
            return bad("symbol", shared["symbol"], "one that was listed");
        }
        auto const entry = order(*words, *instrument);
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        made.orders.push_back(*entry);
        if (made.orders.size() > longestList) {
            return fail(
                ErrorCode::ConfigBadValue,
                "more than " + std::to_string(longestList) + " orders; expected two to " +
                    std::to_string(longestList) + " between bars"
            );
        }
    }
    return ExchangeCommand(std::move(made));
}

Expected<ExchangeCommand> ExchangeText::simple(std::string_view word, Words const& words) const
{
    Fields fields(words);
    auto const instrumentOf = [&](bool must) -> Instrument const* {
        auto const symbol = fields.text("symbol", must);
        Instrument const* found = find(symbol);
        if (found == nullptr && !symbol.empty()) {
            fields.complain(bad("symbol", symbol, "one that was listed").value());
        }
        return found;
    };
    if (word == "list") {
        return listing(words);
    }
    if (word == "open") {
        OpenAccount c;
        fields.integer("account", c.account.value);
        fields.integer("tier", c.feeTier, false);
        return finished(fields, c);
    }
    if (word == "tier") {
        SetFeeTier c;
        fields.integer("number", c.tier);
        fields.decimal("maker-bps", 4, c.maker);
        fields.decimal("taker-bps", 4, c.taker);
        return finished(fields, c);
    }
    if (word == "transfer") {
        Transfer c;
        fields.integer("account", c.account.value);
        fields.name("asset", c.asset);
        fields.decimal("amount", amountScale, c.amount);
        return finished(fields, c);
    }
    if (word == "cancel") {
        CancelOrder c;
        fields.integer("account", c.account.value);
        fields.name("id", c.clOrdId, false);
        fields.name("order", c.origClOrdId);
        return finished(fields, c);
    }
    if (word == "replace") {
        ReplaceOrder c;
        bool const units = fields.has("qty-units");
        Instrument const* instrument = units ? nullptr : instrumentOf(true);
        fields.integer("account", c.account.value);
        fields.name("id", c.clOrdId, false);
        fields.name("order", c.origClOrdId);
        fields.decimal(
            units ? "price-units" : "price", instrument ? instrument->priceScale : 0, c.price, false
        );
        fields.decimal(units ? "qty-units" : "qty", instrument ? instrument->qtyScale : 0, c.qty);
        fields.decimal(
            units ? "stop-units" : "stop", instrument ? instrument->priceScale : 0, c.stopPx, false
        );
        return finished(fields, c);
    }
    return market(word, fields, instrumentOf);
}

Expected<ExchangeCommand> ExchangeText::market(std::string_view word, auto& fields, auto const& instrumentOf)
{
    if (word == "mass-cancel") {
        MassCancel c;
        Instrument const* instrument = instrumentOf(false);
        int const scale = instrument ? instrument->priceScale : 0;
        if (instrument) {
            c.instrument = instrument->id;
        }
        if (fields.has("account")) {
            fields.integer("account", c.which.owner.emplace().value);
        }
        if (fields.has("side")) {
            fields.word("side", sides, c.which.side.emplace());
        }
        if (fields.has("low")) {
            fields.decimal("low", scale, c.which.lowest.emplace());
        }
        if (fields.has("high")) {
            fields.decimal("high", scale, c.which.highest.emplace());
        }
        return finished(fields, c);
    }
    if (word == "disconnect") {
        Disconnect c;
        fields.integer("account", c.account.value);
        return finished(fields, c);
    }
    if (word == "block" || word == "unblock") {
        BlockTrading c;
        c.blocked = word == "block";
        if (fields.has("account")) {
            fields.integer("account", c.account.emplace().value);
        }
        return finished(fields, c);
    }
    if (word == "state") {
        Instrument const* instrument = instrumentOf(true);
        SetTradingState c{instrument ? instrument->id : InstrumentId(), {}};
        fields.word("state", states, c.state);
        return finished(fields, c);
    }
    if (word == "band") {
        Instrument const* instrument = instrumentOf(true);
        SetPriceBand c{instrument ? instrument->id : InstrumentId(), {}};
        fields.decimal("low", instrument ? instrument->priceScale : 0, c.band.low, false);
        fields.decimal("high", instrument ? instrument->priceScale : 0, c.band.high, false);
        return finished(fields, c);
    }
    if (word == "time") {
        return finished(fields, PassTime{});
    }
    return fail(
        ErrorCode::ConfigBadValue,
        "'" + std::string(word) +
            "'; expected order, oco, oto, bracket, cancel, replace, mass-cancel, disconnect, block, unblock, "
            "transfer, open, tier, list, state, band or time"
    );
}

Expected<ExchangeCommand> ExchangeText::listing(Words const& words) const
{
    ListInstrument c;
    Instrument& instrument = c.instrument;
    Fields fields(words);
    fields.integer("id", instrument.id.value);
    instrument.venue = std::string(fields.text("venue"));
    instrument.symbol = std::string(fields.text("symbol"));
    fields.name("base", instrument.base);
    fields.name("quote", instrument.quote);
    fields.word("kind", kinds, instrument.kind, false);
    fields.integer("price-scale", instrument.priceScale);
    fields.integer("qty-scale", instrument.qtyScale);
    // What follows is read by these.
    for (int const scale : {instrument.priceScale, instrument.qtyScale}) {
        if (scale < 0 || scale > amountScale) {
            return bad("price-scale or qty-scale", std::to_string(scale), "0 to 18");
        }
    }
    fields.decimal("tick", instrument.priceScale, instrument.tickSize);
    fields.decimal("lot", instrument.qtyScale, instrument.lotSize);
    fields.decimal("min-qty", instrument.qtyScale, instrument.minQty, false);
    fields.decimal("max-qty", instrument.qtyScale, instrument.maxQty, false);
    fields.decimal("min-notional", amountScale, instrument.minNotional, false);
    fields.integer("contract-value", instrument.contractValue, false);
    instrument.canonical = std::string(fields.text("canonical", false));
    fields.name("settle", instrument.settle, false);
    // With as many decimals as it needs.
    instrument.multiplierScale = std::min(significantDecimals(fields.text("multiplier", false)), amountScale);
    fields.number("multiplier", instrument.multiplierScale, instrument.multiplier);
    fields.decimal("maker-bps", 4, instrument.makerFee, false);
    fields.decimal("taker-bps", 4, instrument.takerFee, false);
    if (auto const good = listable(instrument); !good) {
        fields.complain(good.error());
    } else if (m_instruments.contains(instrument.id) || find(instrument.symbol) != nullptr) {
        fields.complain(
            bad("id", std::to_string(instrument.id.value), "an id and a symbol not listed yet").value()
        );
    }
    return finished(fields, c);
}

void ExchangeText::learn(Instrument const& instrument)
{
    m_instruments.emplace(instrument.id, instrument);
}

Instrument const* ExchangeText::find(std::string_view symbol) const
{
    auto const found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](auto const& entry) {
        return entry.second.symbol == symbol;
    });
    return found == m_instruments.end() ? nullptr : &found->second;
}

} // namespace qob
