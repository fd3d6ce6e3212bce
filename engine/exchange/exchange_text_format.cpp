#include "engine/base/json_writer.h"
#include "engine/exchange/exchange_text.h"
#include "engine/exchange/exchange_words.h"

namespace qob {

namespace {

using namespace words;

std::string pair(std::string_view key, std::string const& value)
{
    return " " + std::string(key) + "=" + value;
}

std::string bpsText(FeeRate rate)
{
    return formatTrimmed(rate.value, 4);
}

// FIX 102, of a refused cancel or replace; its numbers mean other things than those of a refused order's.
int cxlRejReason(ErrorCode reason)
{
    switch (reason) {
    case ErrorCode::OrderTooLateToCancel:
        return 0;
    case ErrorCode::OrderUnknown:
        return 1;
    case ErrorCode::OrderDuplicateClOrdID:
        return 6;
    case ErrorCode::OrderOutsideBand:
        return 8;
    case ErrorCode::OrderOffTick:
        return 18;
    default:
        return 99;
    }
}

} // namespace

std::string ExchangeText::symbolText(InstrumentId id) const
{
    auto const found = m_instruments.find(id);
    return found == m_instruments.end() ? "#" + std::to_string(id.value) : found->second.symbol;
}

std::string ExchangeText::format(EnterOrder const& entry) const
{
    BookOrder const& order = entry.order;
    auto const found = m_instruments.find(entry.instrument);
    static const Instrument unknown;
    Instrument const& instrument = found == m_instruments.end() ? unknown : found->second;
    std::string text = pair("account", std::to_string(order.owner.value)) + pair("id", entry.clOrdId.text()) +
                       pair("symbol", symbolText(entry.instrument)) +
                       pair("side", wordOf(sides, order.side)) + pair("type", wordOf(types, order.ordType)) +
                       pair("tif", wordOf(tifs, order.timeInForce)) +
                       pair("qty", instrument.qtyText(order.qty));
    auto const price = [&](std::string_view key, Price value) {
        text +=
            value == Price(0) ? std::string() : pair(key, formatTrimmed(value.value, instrument.priceScale));
    };
    price("price", order.price);
    price("stop", order.stopPx);
    price("trail", order.trailOffset);
    price("trail-step", order.trailStep);
    price("peg-offset", order.pegOffset);
    text += order.displayQty == Qty(0) ? "" : pair("display", instrument.qtyText(order.displayQty));
    text +=
        order.selfTrade == SelfTrade::Allow ? "" : pair("self-trade", wordOf(selfTrades, order.selfTrade));
    text += order.expireTime == Timestamp() ? "" : pair("expire", std::to_string(order.expireTime.value));
    std::string flags;
    for (auto const& row : flagWords) {
        if (has(order.execInst, row.value)) {
            flags += (flags.empty() ? "" : "+") + std::string(row.word);
        }
    }
    return text + (flags.empty() ? "" : pair("flags", flags));
}

std::string ExchangeText::format(ExchangeCommand const& command)
{
    if (auto const* list = std::get_if<ListInstrument>(&command);
        list != nullptr && listable(list->instrument)) {
        learn(list->instrument);
    }
    return std::visit([this](auto const& c) { return line(c); }, command);
}

std::string ExchangeText::line(EnterList const& c) const
{
    std::string text = wordOf(contingencies, c.contingency);
    for (EnterOrder const& order : c.orders) {
        text += (&order == c.orders.data() ? "" : " |") + format(order);
    }
    return text;
}

std::string ExchangeText::line(CancelOrder const& c) const
{
    return "cancel" + pair("account", std::to_string(c.account.value)) +
           (c.clOrdId.empty() ? "" : pair("id", c.clOrdId.text())) + pair("order", c.origClOrdId.text());
}

std::string ExchangeText::line(ReplaceOrder const& c) const
{
    // Which instrument the order is of is not said here, so prices are whole units.
    return "replace" + pair("account", std::to_string(c.account.value)) +
           (c.clOrdId.empty() ? "" : pair("id", c.clOrdId.text())) + pair("order", c.origClOrdId.text()) +
           pair("price-units", std::to_string(c.price.value)) +
           pair("qty-units", std::to_string(c.qty.value)) +
           (c.stopPx == Price(0) ? "" : pair("stop-units", std::to_string(c.stopPx.value)));
}

std::string ExchangeText::line(MassCancel const& c) const
{
    std::string text = "mass-cancel";
    int scale = 0;
    if (c.instrument) {
        text += pair("symbol", symbolText(*c.instrument));
        auto const found = m_instruments.find(*c.instrument);
        scale = found == m_instruments.end() ? 0 : found->second.priceScale;
    }
    text += c.which.owner ? pair("account", std::to_string(c.which.owner->value)) : "";
    text += c.which.side ? pair("side", wordOf(sides, *c.which.side)) : "";
    text += c.which.lowest ? pair("low", formatTrimmed(c.which.lowest->value, scale)) : "";
    text += c.which.highest ? pair("high", formatTrimmed(c.which.highest->value, scale)) : "";
    return text;
}

std::string ExchangeText::line(Disconnect const& c) const
{
    return "disconnect" + pair("account", std::to_string(c.account.value));
}

std::string ExchangeText::line(BlockTrading const& c) const
{
    return (c.blocked ? "block" : "unblock") +
           (c.account ? pair("account", std::to_string(c.account->value)) : "");
}

std::string ExchangeText::line(Transfer const& c) const
{
    return "transfer" + pair("account", std::to_string(c.account.value)) + pair("asset", c.asset.text()) +
           pair("amount", formatTrimmed(c.amount.value, amountScale));
}

std::string ExchangeText::line(OpenAccount const& c) const
{
    return "open" + pair("account", std::to_string(c.account.value)) +
           pair("tier", std::to_string(c.feeTier));
}

std::string ExchangeText::line(SetFeeTier const& c) const
{
    return "tier" + pair("number", std::to_string(c.tier)) + pair("maker-bps", bpsText(c.maker)) +
           pair("taker-bps", bpsText(c.taker));
}

std::string ExchangeText::line(ListInstrument const& c) const
{
    Instrument const& i = c.instrument;
    return "list" + pair("id", std::to_string(i.id.value)) + pair("venue", i.venue) +
           pair("symbol", i.symbol) + pair("base", i.base.text()) + pair("quote", i.quote.text()) +
           pair("kind", wordOf(kinds, i.kind)) + pair("price-scale", std::to_string(i.priceScale)) +
           pair("qty-scale", std::to_string(i.qtyScale)) +
           pair("tick", formatTrimmed(i.tickSize.value, i.priceScale)) + pair("lot", i.qtyText(i.lotSize)) +
           pair("min-qty", i.qtyText(i.minQty)) + pair("max-qty", i.qtyText(i.maxQty)) +
           pair("min-notional", formatTrimmed(i.minNotional.value, amountScale)) +
           pair("contract-value", std::to_string(i.contractValue)) +
           (i.canonical.empty() ? "" : pair("canonical", i.canonical)) +
           (i.settle.empty() ? "" : pair("settle", i.settle.text())) +
           (i.multiplier == 1 && i.multiplierScale == 0
                ? ""
                : pair("multiplier", formatTrimmed(i.multiplier, i.multiplierScale))) +
           pair("maker-bps", bpsText(i.makerFee)) + pair("taker-bps", bpsText(i.takerFee));
}

std::string ExchangeText::line(SetTradingState const& c) const
{
    return "state" + pair("symbol", symbolText(c.instrument)) + pair("state", wordOf(states, c.state));
}

std::string ExchangeText::line(SetPriceBand const& c) const
{
    auto const found = m_instruments.find(c.instrument);
    int const scale = found == m_instruments.end() ? 0 : found->second.priceScale;
    return "band" + pair("symbol", symbolText(c.instrument)) +
           pair("low", formatTrimmed(c.band.low.value, scale)) +
           pair("high", formatTrimmed(c.band.high.value, scale));
}

std::string reportJson(ExchangeReport const& report, Instrument const* instrument, std::string_view ack)
{
    using Kind = ExchangeReport::Kind;
    static const Instrument plain;
    Instrument const& terms = instrument == nullptr ? plain : *instrument;
    auto const price = [&](Price value) {
        return formatTrimmed(value.value, terms.priceScale);
    };
    JsonWriter json;
    json.beginObject();
    json.key("kind").string(
        report.kind == Kind::Order          ? "order"
        : report.kind == Kind::CancelReject ? "cancelReject"
                                            : "reject"
    );
    json.key("ack").string(ack).key("command").integer(report.command);
    json.key("account").integer(report.account.value);
    if (instrument != nullptr) {
        json.key("symbol").string(instrument->symbol);
    }
    if (!report.clOrdId.empty()) {
        json.key("clOrdId").string(report.clOrdId.view());
    }
    if (!report.origClOrdId.empty()) {
        json.key("origClOrdId").string(report.origClOrdId.view());
    }
    if (report.execType != ExecType{}) {
        json.key("execType").string(std::string(1, static_cast<char>(report.execType)));
        json.key("ordStatus").string(std::string(1, static_cast<char>(report.ordStatus)));
    }
    if (report.kind == Kind::CancelReject && report.orderId != OrderId()) {
        json.key("orderId").integer(report.orderId.value);
    }
    if (report.kind == Kind::Order) {
        json.key("orderId").integer(report.orderId.value).key("execId").integer(report.execId.value);
        json.key("price").string(price(report.price)).key("orderQty").string(terms.qtyText(report.orderQty));
        json.key("leavesQty").string(terms.qtyText(report.leavesQty));
        json.key("cumQty").string(terms.qtyText(report.cumQty));
    }
    if (report.execType == ExecType::Trade) {
        json.key("lastPx").string(price(report.lastPx)).key("lastQty").string(terms.qtyText(report.lastQty));
        json.key("liquidity").string(report.liquidity == Liquidity::Maker ? "maker" : "taker");
        json.key("fee").string(formatTrimmed(report.fee.value, amountScale));
    }
    if (report.reason != ErrorCode()) {
        ErrorInfo const& info = errorInfo(report.reason);
        json.key("reason").string(info.name).key("text").string(info.sentence);
        json.key("fixRejectReason")
            .integer(report.kind == Kind::CancelReject ? cxlRejReason(report.reason) : info.fixRejectReason);
    }
    return json.endObject().text();
}

} // namespace qob
