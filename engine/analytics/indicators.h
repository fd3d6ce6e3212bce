#pragma once

#include "engine/analytics/bar.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace qob {

// Indicators as traders know them, one struct a formula. Each is fed with push(), oldest first, and answers
// with its value then: noValue while it has seen too little. A noValue in changes nothing and comes back. To
// see what a bar that is still open would make of it, push to a copy. Periods are at least 1.

// The last `period` values, for those that look back over them.
class ValueWindow {
public:
    explicit ValueWindow(std::size_t period) : m_values(period < 1 ? 1 : period) {}

    void push(double value);

    [[nodiscard]] bool full() const { return m_seen >= m_values.size(); }

    [[nodiscard]] std::size_t period() const { return m_values.size(); }

    [[nodiscard]] double mean() const { return m_sum / static_cast<double>(m_values.size()); }

    // 0 is the oldest. Only when full.
    [[nodiscard]] double at(std::size_t age) const { return m_values[(m_next + age) % m_values.size()]; }

private:
    std::vector<double> m_values;
    std::size_t m_next = 0;
    std::size_t m_seen = 0;
    double m_sum = 0;
};

// Simple moving average: the mean of the last n values.
class Sma {
public:
    explicit Sma(std::size_t period) : m_window(period) {}

    double push(double value);

private:
    ValueWindow m_window;
};

// Exponential moving average: e += 2 / (n + 1) * (x - e), begun with the mean of the first n (StockCharts,
// "Moving Averages - Simple and Exponential").
class Ema {
public:
    explicit Ema(std::size_t period) : m_first(period) {}

    double push(double value);

private:
    Sma m_first;
    std::size_t m_period = 0;
    double m_value = noValue;
};

// Linearly weighted moving average: the newest value n times, the one before n - 1 times, ...
class Wma {
public:
    explicit Wma(std::size_t period) : m_window(period) {}

    double push(double value);

private:
    ValueWindow m_window;
};

// Wilder's average: the mean of the first n, then (before * (n - 1) + x) / n (J. W. Wilder, "New Concepts in
// Technical Trading Systems", 1978).
class WilderAverage {
public:
    explicit WilderAverage(std::size_t period) : m_period(static_cast<double>(period < 1 ? 1 : period)) {}

    double push(double value);

private:
    double m_period;
    double m_seen = 0;
    double m_value = 0;
};

// Relative strength index (Wilder, 1978): 100 - 100 / (1 + average rise / average fall). 50 where nothing
// moved.
class Rsi {
public:
    explicit Rsi(std::size_t period) : m_rise(period), m_fall(period) {}

    double push(double value);

private:
    WilderAverage m_rise;
    WilderAverage m_fall;
    double m_before = noValue;
};

// Average true range (Wilder, 1978); the first bar's range is high less low (StockCharts, "ATR").
class Atr {
public:
    explicit Atr(std::size_t period) : m_average(period) {}

    double push(double high, double low, double close);

private:
    WilderAverage m_average;
    double m_close = noValue;
};

// Moving average convergence/divergence (G. Appel): EMA(fast) - EMA(slow), its EMA as the signal, and the
// difference of the two.
class Macd {
public:
    struct Value {
        double macd = noValue;
        double signal = noValue;
        double histogram = noValue;
    };

    Macd(std::size_t fast, std::size_t slow, std::size_t signal)
        : m_fast(fast)
        , m_slow(slow)
        , m_signal(signal)
    {}

    Value push(double value);

private:
    Ema m_fast;
    Ema m_slow;
    Ema m_signal;
};

// Bollinger bands (J. Bollinger, "Bollinger on Bollinger Bands"): the SMA, and k standard deviations of the
// same n values (of the population: divided by n) above and below.
class Bollinger {
public:
    struct Value {
        double middle = noValue;
        double upper = noValue;
        double lower = noValue;
    };

    Bollinger(std::size_t period, double deviations) : m_window(period), m_deviations(deviations) {}

    Value push(double value);

private:
    ValueWindow m_window;
    double m_deviations;
};

// Sums that begin anew with each UTC day.
class SessionSum {
public:
    double push(Timestamp time, double value);

private:
    std::optional<std::int64_t> m_day;
    double m_sum = 0;
};

// Volume-weighted average price since the session's (the UTC day's) beginning: sum(price * volume) /
// sum(volume).
class SessionVwap {
public:
    double push(Timestamp time, double price, double volume);

private:
    SessionSum m_worth;
    SessionSum m_volume;
};

} // namespace qob
