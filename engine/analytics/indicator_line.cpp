#include "engine/analytics/indicator_line.h"

#include <algorithm>
#include <cmath>

namespace qob {

namespace {

struct Facts {
    IndicatorKind kind;
    std::size_t parameters;
    std::size_t lines;
    bool overlay;
    std::array<double, 3> usual;
};

constexpr std::array facts{
    Facts{IndicatorKind::Sma, 1, 1, true, {50}},
    Facts{IndicatorKind::Ema, 1, 1, true, {21}},
    Facts{IndicatorKind::Wma, 1, 1, true, {20}},
    Facts{IndicatorKind::Vwap, 0, 1, true, {}},
    Facts{IndicatorKind::Bollinger, 2, 3, true, {20, 2}},
    Facts{IndicatorKind::Volume, 0, 1, false, {}},
    Facts{IndicatorKind::Delta, 0, 1, false, {}},
    Facts{IndicatorKind::Cvd, 1, 1, false, {0}},
    Facts{IndicatorKind::Rsi, 1, 1, false, {14}},
    Facts{IndicatorKind::Macd, 3, 3, false, {12, 26, 9}},
    Facts{IndicatorKind::Atr, 1, 1, false, {14}},
    Facts{IndicatorKind::OpenInterest, 0, 1, false, {}},
};

Facts const& factsOf(IndicatorKind kind)
{
    return facts[static_cast<std::size_t>(kind)];
}

std::size_t wholeOf(double parameter)
{
    return static_cast<std::size_t>(std::clamp(std::round(parameter), 1.0, 10'000.0));
}

} // namespace

std::size_t parameterCount(IndicatorKind kind)
{
    return factsOf(kind).parameters;
}

std::size_t lineCount(IndicatorKind kind)
{
    return factsOf(kind).lines;
}

IndicatorSpec usualIndicator(IndicatorKind kind)
{
    return {kind, factsOf(kind).usual};
}

bool isOverlay(IndicatorKind kind)
{
    return factsOf(kind).overlay;
}

IndicatorLine::IndicatorLine(IndicatorSpec const& spec) : m_spec(spec), m_state(stateOf(spec)) {}

IndicatorLine::State IndicatorLine::stateOf(IndicatorSpec const& spec)
{
    auto const& p = spec.parameters;
    switch (spec.kind) {
    case IndicatorKind::Sma:
        return Sma(wholeOf(p[0]));
    case IndicatorKind::Ema:
        return Ema(wholeOf(p[0]));
    case IndicatorKind::Wma:
        return Wma(wholeOf(p[0]));
    case IndicatorKind::Vwap:
        return SessionVwap();
    case IndicatorKind::Bollinger:
        return Bollinger(wholeOf(p[0]), p[1]);
    case IndicatorKind::Cvd:
        return p[0] != 0 ? State(SessionSum()) : State(Plain());
    case IndicatorKind::Rsi:
        return Rsi(wholeOf(p[0]));
    case IndicatorKind::Macd:
        return Macd(wholeOf(p[0]), wholeOf(p[1]), wholeOf(p[2]));
    case IndicatorKind::Atr:
        return Atr(wholeOf(p[0]));
    case IndicatorKind::Volume:
    case IndicatorKind::Delta:
    case IndicatorKind::OpenInterest:
        break;
    }
    return Plain();
}

IndicatorLine::Values IndicatorLine::push(State& state, Bar const& bar) const
{
    struct Visitor {
        IndicatorLine const& line;
        Bar const& bar;

        Values operator()(Plain& /*state*/) const
        {
            switch (line.m_spec.kind) {
            case IndicatorKind::Volume:
                return {std::isnan(bar.close) ? noValue : bar.volume};
            case IndicatorKind::Delta:
                return {std::isnan(bar.close) ? noValue : bar.delta};
            case IndicatorKind::Cvd:
                return {std::isnan(bar.close) ? noValue : line.m_sum + bar.delta};
            default:
                return {bar.openInterest};
            }
        }

        Values operator()(Sma& state) const { return {state.push(bar.close)}; }

        Values operator()(Ema& state) const { return {state.push(bar.close)}; }

        Values operator()(Wma& state) const { return {state.push(bar.close)}; }

        Values operator()(Rsi& state) const { return {state.push(bar.close)}; }

        Values operator()(SessionVwap& state) const { return {state.push(bar.start, bar.mean, bar.volume)}; }

        Values operator()(SessionSum& state) const
        {
            return {std::isnan(bar.close) ? noValue : state.push(bar.start, bar.delta)};
        }

        Values operator()(Atr& state) const { return {state.push(bar.high, bar.low, bar.close)}; }

        Values operator()(Bollinger& state) const
        {
            auto const value = state.push(bar.close);
            return {value.middle, value.upper, value.lower};
        }

        Values operator()(Macd& state) const
        {
            auto const value = state.push(bar.close);
            return {value.macd, value.signal, value.histogram};
        }
    };

    return std::visit(Visitor{*this, bar}, state);
}

void IndicatorLine::put(std::size_t index, Values const& values)
{
    for (std::size_t i = 0; i < lineCount(m_spec.kind); ++i) {
        m_lines[i][index] = values[i];
    }
    ++m_pushes;
}

void IndicatorLine::update(std::span<Bar const> bars, std::size_t firstChanged)
{
    if (firstChanged < m_done) {
        m_state = stateOf(m_spec);
        m_done = 0;
        m_sum = 0;
    }
    for (std::size_t i = 0; i < lineCount(m_spec.kind); ++i) {
        m_lines[i].resize(bars.size(), noValue);
    }
    for (; m_done + 1 < bars.size(); ++m_done) {
        put(m_done, push(m_state, bars[m_done]));
        m_sum += std::isnan(bars[m_done].close) ? 0.0 : bars[m_done].delta;
    }
    if (!bars.empty()) {
        auto state = m_state;
        put(bars.size() - 1, push(state, bars.back()));
    }
}

} // namespace qob
