#pragma once

#include "engine/api/instrument.h"
#include "engine/api/types.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace qob::words {

// What people write for the values of a command, for both ways.
template <class T>
struct Word {
    std::string_view word;
    T value;
};

inline constexpr std::array sides{Word<Side>{"buy", Side::Buy}, Word<Side>{"sell", Side::Sell}};
inline constexpr std::array types{
    Word<OrdType>{"limit", OrdType::Limit},
    Word<OrdType>{"market", OrdType::Market},
    Word<OrdType>{"stop", OrdType::Stop},
    Word<OrdType>{"stop-limit", OrdType::StopLimit},
    Word<OrdType>{"market-to-limit", OrdType::MarketToLimit},
    Word<OrdType>{"pegged", OrdType::Pegged}};
inline constexpr std::array tifs{
    Word<TimeInForce>{"gtc", TimeInForce::GoodTillCancel},
    Word<TimeInForce>{"day", TimeInForce::Day},
    Word<TimeInForce>{"gtd", TimeInForce::GoodTillDate},
    Word<TimeInForce>{"ioc", TimeInForce::ImmediateOrCancel},
    Word<TimeInForce>{"fok", TimeInForce::FillOrKill},
    Word<TimeInForce>{"opening", TimeInForce::AtTheOpening},
    Word<TimeInForce>{"closing", TimeInForce::AtTheClose}};
inline constexpr std::array selfTrades{
    Word<SelfTrade>{"allow", SelfTrade::Allow},
    Word<SelfTrade>{"cancel-newest", SelfTrade::CancelNewest},
    Word<SelfTrade>{"cancel-oldest", SelfTrade::CancelOldest},
    Word<SelfTrade>{"cancel-both", SelfTrade::CancelBoth},
    Word<SelfTrade>{"decrement", SelfTrade::Decrement}};
inline constexpr std::array flagWords{
    Word<ExecInst>{"post-only", ExecInst::PostOnly},
    Word<ExecInst>{"slide", ExecInst::PostOnlySlide},
    Word<ExecInst>{"reduce-only", ExecInst::ReduceOnly},
    Word<ExecInst>{"all-or-none", ExecInst::AllOrNone},
    Word<ExecInst>{"hidden", ExecInst::Hidden},
    Word<ExecInst>{"primary", ExecInst::PegPrimary},
    Word<ExecInst>{"mid", ExecInst::PegMid},
    Word<ExecInst>{"cancel-on-disconnect", ExecInst::CancelOnDisconnect}};
inline constexpr std::array states{
    Word<TradingState>{"pre-open", TradingState::PreOpen},
    Word<TradingState>{"opening-auction", TradingState::OpeningAuction},
    Word<TradingState>{"continuous", TradingState::Continuous},
    Word<TradingState>{"halted", TradingState::Halted},
    Word<TradingState>{"closing-auction", TradingState::ClosingAuction},
    Word<TradingState>{"closed", TradingState::Closed}};
inline constexpr std::array kinds{
    Word<ContractKind>{"spot", ContractKind::Spot},
    Word<ContractKind>{"linear", ContractKind::Linear},
    Word<ContractKind>{"inverse", ContractKind::Inverse},
    Word<ContractKind>{"quanto", ContractKind::Quanto}};
inline constexpr std::array contingencies{
    Word<Contingency>{"oco", Contingency::OneCancelsOther},
    Word<Contingency>{"oto", Contingency::OneTriggersOther},
    Word<Contingency>{"bracket", Contingency::Bracket}};

template <class Table, class T>
std::string wordOf(Table const& table, T value)
{
    auto const found =
        std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.value == value; });
    return found == table.end() ? std::string() : std::string(found->word);
}

} // namespace qob::words
