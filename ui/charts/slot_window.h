#pragma once

#include <cstdint>

namespace qob {

// Which slots of a time axis are shown, and how wide each is. All in whole pixels, so that a picture can be
// moved along and only its new edge be drawn. GUI thread.
class SlotWindow {
public:
    struct Limits {
        int least = 1; // pixels a slot
        int most = 120;
        int usual = 8;
        int margin = 60; // pixels free to the right of the newest slot while following
    };

    explicit SlotWindow(Limits const& limits) : m_limits(limits), m_slotPx(limits.usual) {}

    void resize(int width);

    // How many slots there are; follows the newest unless the user has moved away. `added` at the front or
    // taken from it keeps what is shown where it is.
    void setCount(std::int64_t count);
    void shiftSlots(std::int64_t added);

    // At the newest slot again.
    void follow();
    // Wider than they are, up to twice the usual, when so few slots leave much of the width empty and nobody
    // has chosen how wide they are to be.
    void fill(std::int64_t count);

    void setSlotPx(int px);

    // factor > 1 shows more; the slot at x stays there.
    void zoom(double factor, int x);
    void drag(int dx);
    // So that the slot is in the middle.
    void centre(std::int64_t slot);

    [[nodiscard]] bool following() const { return m_follow; }

    [[nodiscard]] int slotPx() const { return m_slotPx; }

    [[nodiscard]] int width() const { return m_width; }

    // The left edge of a slot.
    [[nodiscard]] std::int64_t xOf(std::int64_t slot) const { return slot * m_slotPx - (m_endPx - m_width); }

    // Of the slot's middle pixel.
    [[nodiscard]] std::int64_t middleOf(std::int64_t slot) const { return xOf(slot) + m_slotPx / 2; }

    [[nodiscard]] std::int64_t slotAt(std::int64_t x) const;

    // Of those there are: the first one shown, and one past the last one.
    [[nodiscard]] std::int64_t first() const;
    [[nodiscard]] std::int64_t end() const;

    // The right edge along all slots: two windows of equal slots differ by it.
    [[nodiscard]] std::int64_t endPx() const { return m_endPx; }

private:
    [[nodiscard]] std::int64_t followPx() const { return m_count * m_slotPx + m_limits.margin; }

    void widen(int px, int x);
    void clampEnd();

    Limits m_limits;
    int m_width = 1;
    int m_slotPx;
    std::int64_t m_count = 0;
    std::int64_t m_endPx = 0;
    bool m_follow = true;
    bool m_chosen = false; // the width of a slot is the user's
};

} // namespace qob
