#pragma once

#include "ui/charts/heat_flow.h"
#include "ui/charts/heat_palette.h"
#include "ui/charts/heat_scan.h"

#include <array>

namespace qob {

// Turns slots, one after the other, into the codes of a HeatPalette: by size, and with what the look asks for
// besides. GUI thread.
class HeatShader {
public:
    explicit HeatShader(HeatLook const& look) : m_look(look), m_palette(look) {}

    void setLook(HeatLook const& look);

    // The sizes between which the palette is spread.
    void setCuts(float low, float high);

    // The next slot to come is the first one that is known of. `slotSeconds` is a slot's time.
    void start(std::size_t rows, double slotSeconds, int slotPixels);

    // How many slots before the first shown one it should see, to know what was there before.
    [[nodiscard]] std::int64_t slotsBefore(double slotSeconds, int slotPixels) const;

    [[nodiscard]] bool wantsTraded() const { return m_look.shading == HeatShading::Flow; }

    // Goes on by a slot; `codes` gets one a row and may be null.
    void next(HeatSlot const& slot, std::uint16_t* codes);
    // The same without going on.
    void peek(HeatSlot const& slot, std::uint16_t* codes);

    [[nodiscard]] HeatPalette const& palette() const { return m_palette; }

    // Size that has rested as long as this or longer is shown brightest.
    static constexpr double oldestSeconds = 300;

private:
    void shade(HeatSlot const& slot, HeatAges const& ages, HeatFlow const& flow, std::uint16_t* codes) const;
    void shadeFlow(HeatFlow::Rows const& flow, std::size_t rows, std::uint16_t* codes) const;

    HeatLook m_look;
    HeatPalette m_palette;
    float m_low = 0;
    float m_scale = 1; // steps a base unit
    HeatAges m_ages;
    HeatFlow m_flow;
    HeatAges m_triedAges;
    HeatFlow m_triedFlow;
    std::array<float, HeatPalette::ages - 1> m_ageSlots{}; // where each brightness begins
};

} // namespace qob
