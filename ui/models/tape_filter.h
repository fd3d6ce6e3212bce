#pragma once

#include "ui/models/trade_tape.h"

#include <optional>

namespace qob {

// The trades a tape shows: all, or those of a size; each for itself, or what one aggressor took at one price
// without pause as one. Newest last. GUI thread.
class TapeFilter {
public:
    // Trades further apart are not one.
    static constexpr Duration pause = milliseconds(100);

    struct Settings {
        Qty least; // smaller ones are left out, after adding up
        bool addsUp = false;

        friend bool operator==(Settings const&, Settings const&) = default;
    };

    [[nodiscard]] Settings const& settings() const { return m_settings; }

    // Anew from these trades.
    void set(Settings const& settings, std::deque<Trade> const& trades);

    void clear();

    // How many rows are new.
    int add(std::vector<Trade> const& trades);

    [[nodiscard]] std::deque<Trade> const& rows() const { return m_rows; }

private:
    bool addOne(Trade const& trade);

    Settings m_settings;
    std::deque<Trade> m_rows;
    std::optional<Trade> m_last; // may still grow
    bool m_lastShown = false;
};

} // namespace qob
