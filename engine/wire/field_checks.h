#pragma once

#include "engine/api/command.h"
#include "engine/api/event.h"

#include <algorithm>
#include <initializer_list>

namespace qob {

// Whether what was read as an enumeration is one of its values: for codecs.

template <class T>
constexpr bool isOneOf(T value, std::initializer_list<T> all)
{
    return std::find(all.begin(), all.end(), value) != all.end();
}

constexpr bool isGood(Side side)
{
    return isOneOf(side, {Side::Buy, Side::Sell, Side::Undisclosed});
}

constexpr bool isGood(OrdType type)
{
    using enum OrdType;
    return isOneOf(type, {Market, Limit, Stop, StopLimit, MarketToLimit, Pegged});
}

constexpr bool isGood(TimeInForce time)
{
    using enum TimeInForce;
    return isOneOf(
        time, {Day, GoodTillCancel, AtTheOpening, ImmediateOrCancel, FillOrKill, GoodTillDate, AtTheClose}
    );
}

constexpr bool isGood(ExecInst set)
{
    constexpr auto all = static_cast<unsigned>(ExecInst::CancelOnDisconnect) * 2 - 1;
    return (static_cast<unsigned>(set) & ~all) == 0;
}

constexpr bool isGood(SelfTrade rule)
{
    return rule <= SelfTrade::Decrement;
}

constexpr bool isGood(Contingency contingency)
{
    using enum Contingency;
    return isOneOf(contingency, {None, OneCancelsOther, OneTriggersOther, Bracket});
}

constexpr bool isGood(OrdStatus status)
{
    using enum OrdStatus;
    return isOneOf(
        status, {New, PartiallyFilled, Filled, Canceled, PendingCancel, Rejected, PendingNew, PendingReplace}
    );
}

constexpr bool isGood(ExecType type)
{
    using enum ExecType;
    return isOneOf(
        type,
        {New,
         Canceled,
         Replaced,
         PendingCancel,
         Rejected,
         PendingNew,
         Restated,
         PendingReplace,
         Trade,
         OrderStatus,
         Triggered}
    );
}

constexpr bool isGood(Liquidity liquidity)
{
    return isOneOf(liquidity, {Liquidity::None, Liquidity::Maker, Liquidity::Taker});
}

constexpr bool isGood(ContractKind kind)
{
    return kind <= ContractKind::Quanto;
}

constexpr bool isGood(TopicKind kind)
{
    return kind <= TopicKind::HeatPast;
}

constexpr bool isGood(CandleInterval interval)
{
    return static_cast<std::size_t>(interval) < candleIntervals;
}

constexpr bool isGood(MarketKind kind)
{
    return kind <= MarketKind::Live;
}

constexpr bool isGood(ReplayRequest::Action action)
{
    return action <= ReplayRequest::Action::SetSpeed;
}

constexpr bool isGood(FeedState state)
{
    return state <= FeedState::Ended;
}

constexpr bool isGood(LeftOut reason)
{
    return reason <= LeftOut::Quanto;
}

constexpr bool isGood(Notice::Level level)
{
    return level <= Notice::Level::Error;
}

inline bool isGood(ErrorCode code)
{
    return isErrorCode(static_cast<std::uint16_t>(code));
}

} // namespace qob
