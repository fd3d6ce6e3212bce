#pragma once

#include "tests/support/scenario_text.h"

#include <array>

namespace qob::test {

// The words of the scenario language, and what each stands for.
template <class T>
struct Named {
    std::string_view name;
    T value;
};

inline constexpr std::array<Named<OrdType>, 6> typeNames{{
    {"market", OrdType::Market},
    {"limit", OrdType::Limit},
    {"stop-market", OrdType::Stop},
    {"stop-limit", OrdType::StopLimit},
    {"to-limit", OrdType::MarketToLimit},
    {"pegged", OrdType::Pegged},
}};
inline constexpr std::array<Named<TimeInForce>, 7> tifNames{{
    {"day", TimeInForce::Day},
    {"gtc", TimeInForce::GoodTillCancel},
    {"opening", TimeInForce::AtTheOpening},
    {"ioc", TimeInForce::ImmediateOrCancel},
    {"fok", TimeInForce::FillOrKill},
    {"gtd", TimeInForce::GoodTillDate},
    {"closing", TimeInForce::AtTheClose},
}};
inline constexpr std::array<Named<SelfTrade>, 5> selfTradeNames{{
    {"allow", SelfTrade::Allow},
    {"newest", SelfTrade::CancelNewest},
    {"oldest", SelfTrade::CancelOldest},
    {"both", SelfTrade::CancelBoth},
    {"decrement", SelfTrade::Decrement},
}};
inline constexpr std::array<Named<ExecInst>, 8> instNames{{
    {"post-only", ExecInst::PostOnly},
    {"slide", ExecInst::PostOnlySlide},
    {"reduce-only", ExecInst::ReduceOnly},
    {"all-or-none", ExecInst::AllOrNone},
    {"hidden", ExecInst::Hidden},
    {"primary", ExecInst::PegPrimary},
    {"mid", ExecInst::PegMid},
    {"on-disconnect", ExecInst::CancelOnDisconnect},
}};
inline constexpr std::array<Named<Contingency>, 4> listNames{{
    {"list", Contingency::None},
    {"oco", Contingency::OneCancelsOther},
    {"oto", Contingency::OneTriggersOther},
    {"bracket", Contingency::Bracket},
}};
inline constexpr std::array<Named<TradingState>, 6> stateNames{{
    {"pre-open", TradingState::PreOpen},
    {"opening", TradingState::OpeningAuction},
    {"continuous", TradingState::Continuous},
    {"halted", TradingState::Halted},
    {"closing", TradingState::ClosingAuction},
    {"closed", TradingState::Closed},
}};
inline constexpr std::array<Named<BookEvent::Kind>, 12> kindNames{{
    {"accepted", BookEvent::Kind::Accepted},
    {"rejected", BookEvent::Kind::Rejected},
    {"rested", BookEvent::Kind::Rested},
    {"trade", BookEvent::Kind::Trade},
    {"prevented", BookEvent::Kind::Prevented},
    {"canceled", BookEvent::Kind::Canceled},
    {"pulled", BookEvent::Kind::Pulled},
    {"replaced", BookEvent::Kind::Replaced},
    {"restated", BookEvent::Kind::Restated},
    {"refilled", BookEvent::Kind::Refilled},
    {"triggered", BookEvent::Kind::Triggered},
    {"uncrossed", BookEvent::Kind::Uncrossed},
}};
inline constexpr std::array<Named<OrderImage::Place>, 7> placeNames{{
    {"lit", OrderImage::Place::Lit},
    {"dark", OrderImage::Place::Dark},
    {"all-or-none", OrderImage::Place::AllOrNone},
    {"stop", OrderImage::Place::Stop},
    {"auction", OrderImage::Place::Auction},
    {"peg", OrderImage::Place::Peg},
    {"held", OrderImage::Place::Held},
}};

template <class T, std::size_t n>
std::optional<T> valueOf(std::array<Named<T>, n> const& table, std::string_view name)
{
    for (auto const& entry : table) {
        if (entry.name == name) {
            return entry.value;
        }
    }
    return std::nullopt;
}

template <class T, std::size_t n>
std::string_view nameIn(std::array<Named<T>, n> const& table, T value)
{
    for (auto const& entry : table) {
        if (entry.value == value) {
            return entry.name;
        }
    }
    return "?";
}

template <class T, std::size_t n>
T required(std::array<Named<T>, n> const& table, std::string const& name)
{
    auto const found = valueOf(table, name);
    return found ? *found : throw ScenarioError("unknown word: " + name);
}

std::optional<std::int64_t> asNumber(std::string_view text);

// What the words other than the type say of the type. `stops`: one of them was "stop" or "trail".
OrdType impliedType(BookOrder const& order, bool stops);

// By its name without "Order" in front.
std::string_view reasonName(ErrorCode code);
std::optional<ErrorCode> reasonOf(std::string_view name);

} // namespace qob::test
