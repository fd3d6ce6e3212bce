#pragma once

#include "ui/models/drawings.h"
#include "ui/models/ladder_model.h"

#include <vector>

namespace qob {

// What is drawn at one row's price; colours as drawings have them, -1: none.
struct LadderMark {
    int line = -1;       // a level, or where a line is now
    bool sloped = false; // it is a line's, which goes on to other rows
    int band = -1;       // a rectangle that is here now
    int note = -1;

    friend bool operator==(LadderMark const&, LadderMark const&) = default;
};

// The drawings of the ladder's instrument by row, at one time. GUI thread.
class LadderDrawings {
public:
    // Must outlive it.
    explicit LadderDrawings(Drawings const& drawings) : m_drawings(drawings) {}

    // Reads the drawings anew; nothing: there is no instrument.
    void take(std::optional<Instrument> const& instrument);

    // Whether a line or rectangle makes the marks change as time goes on.
    [[nodiscard]] bool moves() const { return m_moves; }

    // Of `count` rows from `top` downwards.
    [[nodiscard]] std::vector<LadderMark>
    marks(LadderModel const& model, LadderModel::Index top, int count, Timestamp now) const;

    // Those at a row, the newest last.
    [[nodiscard]] std::vector<Drawing>
    at(LadderModel const& model, LadderModel::Index row, Timestamp now) const;

private:
    Drawings const& m_drawings;
    std::vector<Drawing> m_own;
    bool m_moves = false;
};

} // namespace qob
