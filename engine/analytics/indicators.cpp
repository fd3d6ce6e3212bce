#include "engine/analytics/indicators.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace qob {

void ValueWindow::push(double value)
{
    m_sum += value - (full() ? m_values[m_next] : 0.0);
    m_values[m_next] = value;
    m_next = (m_next + 1) % m_values.size();
    m_seen = std::min(m_seen + 1, m_values.size());
    if (m_next == 0) {
        // Now and then from the start, so that rounding does not add up.
        m_sum = std::accumulate(m_values.begin(), m_values.end(), 0.0);
    }
}

double Sma::push(double value)
{
    if (std::isnan(value)) {
        return noValue;
    }
    m_window.push(value);
    return m_window.full() ? m_window.mean() : noValue;
}

double Ema::push(double value)
{
    if (std::isnan(value)) {
        return noValue;
    }
    if (std::isnan(m_value)) {
        ++m_period;
        m_value = m_first.push(value);
    } else {
        m_value += 2.0 / (static_cast<double>(m_period) + 1.0) * (value - m_value);
    }
    return m_value;
}

double Wma::push(double value)
{
    if (std::isnan(value)) {
        return noValue;
    }
    m_window.push(value);
    if (!m_window.full()) {
        return noValue;
    }
    double sum = 0;
    auto const n = m_window.period();
    for (std::size_t i = 0; i < n; ++i) {
        sum += m_window.at(i) * static_cast<double>(i + 1);
    }
    return sum / (0.5 * static_cast<double>(n * (n + 1)));
}

double WilderAverage::push(double value)
{
    if (std::isnan(value)) {
        return noValue;
    }
    m_seen = std::min(m_seen + 1, m_period + 1);
    if (m_seen <= m_period) {
        m_value += value / m_period;
        return m_seen < m_period ? noValue : m_value;
    }
    m_value = (m_value * (m_period - 1) + value) / m_period;
    return m_value;
}

double Rsi::push(double value)
{
    if (std::isnan(value)) {
        return noValue;
    }
    double const move = value - std::exchange(m_before, value);
    double const rise = m_rise.push(std::isnan(move) ? noValue : std::max(move, 0.0));
    double const fall = m_fall.push(std::isnan(move) ? noValue : std::max(-move, 0.0));
    if (std::isnan(rise)) {
        return noValue;
    }
    return rise + fall == 0 ? 50.0 : 100.0 * rise / (rise + fall);
}

double Atr::push(double high, double low, double close)
{
    if (std::isnan(close)) {
        return noValue;
    }
    double range = high - low;
    if (!std::isnan(m_close)) {
        range = std::max({range, std::abs(high - m_close), std::abs(low - m_close)});
    }
    m_close = close;
    return m_average.push(range);
}

Macd::Value Macd::push(double value)
{
    Value now;
    now.macd = m_fast.push(value) - m_slow.push(value);
    now.signal = m_signal.push(now.macd);
    now.histogram = now.macd - now.signal;
    return now;
}

Bollinger::Value Bollinger::push(double value)
{
    if (std::isnan(value)) {
        return {};
    }
    m_window.push(value);
    if (!m_window.full()) {
        return {};
    }
    double const mean = m_window.mean();
    double squares = 0;
    for (std::size_t i = 0; i < m_window.period(); ++i) {
        squares += (m_window.at(i) - mean) * (m_window.at(i) - mean);
    }
    double const band = m_deviations * std::sqrt(squares / static_cast<double>(m_window.period()));
    return {mean, mean + band, mean - band};
}

double SessionSum::push(Timestamp time, double value)
{
    auto const day = candleStart(CandleInterval::Day1, time).value;
    if (m_day != day) {
        m_day = day;
        m_sum = 0;
    }
    if (!std::isnan(value)) {
        m_sum += value;
    }
    return m_sum;
}

double SessionVwap::push(Timestamp time, double price, double volume)
{
    if (std::isnan(price)) {
        return noValue;
    }
    double const worth = m_worth.push(time, price * volume);
    double const sum = m_volume.push(time, volume);
    return sum > 0 ? worth / sum : noValue;
}

} // namespace qob
