#pragma once

#include "engine/analytics/indicators.h"

#include <array>
#include <span>
#include <string_view>
#include <variant>

namespace qob {

enum class IndicatorKind : std::uint8_t {
    Sma,
    Ema,
    Wma,
    Vwap,
    Bollinger,
    Volume,
    Delta,
    Cvd,
    Rsi,
    Macd,
    Atr,
    OpenInterest,
};

// What can be set of an indicator: whole numbers but for the deviations of Bollinger bands.
struct IndicatorSpec {
    IndicatorKind kind{};
    std::array<double, 3> parameters{};

    friend bool operator==(IndicatorSpec const&, IndicatorSpec const&) = default;
};

// How many of the parameters a kind reads, and how many lines it makes.
std::size_t parameterCount(IndicatorKind kind);
std::size_t lineCount(IndicatorKind kind);

// With the usual parameters.
IndicatorSpec usualIndicator(IndicatorKind kind);

// Drawn over the prices, not in a pane of its own.
bool isOverlay(IndicatorKind kind);

// An indicator over a whole chart of bars: its values beside each bar. Bars that have been followed by
// another one are pushed once; the newest, which still changes, is tried on a copy of the state each time.
class IndicatorLine {
public:
    // Moving averages: of the close. Bollinger: middle, upper, lower. Macd: macd, signal, histogram. Cvd:
    // since the first bar, or with parameters[0] != 0 since each UTC day's beginning.
    explicit IndicatorLine(IndicatorSpec const& spec);

    [[nodiscard]] IndicatorSpec const& spec() const { return m_spec; }

    // Bars from `firstChanged` on are new or changed; those before are as they were at the last call.
    void update(std::span<Bar const> bars, std::size_t firstChanged);

    // As many values as bars.
    [[nodiscard]] std::vector<double> const& line(std::size_t index) const { return m_lines[index]; }

    // Bars pushed so far, the tries included.
    [[nodiscard]] std::uint64_t pushes() const { return m_pushes; }

private:
    struct Plain {};

    using State = std::variant<Plain, Sma, Ema, Wma, SessionVwap, Bollinger, SessionSum, Rsi, Macd, Atr>;
    using Values = std::array<double, 3>;

    static State stateOf(IndicatorSpec const& spec);
    Values push(State& state, Bar const& bar) const;
    void put(std::size_t index, Values const& values);

    IndicatorSpec m_spec;
    State m_state; // after the first m_done bars
    std::size_t m_done = 0;
    double m_sum = 0;
    std::array<std::vector<double>, 3> m_lines;
    std::uint64_t m_pushes = 0;
};

} // namespace qob
