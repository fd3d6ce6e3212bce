#include "ui/charts/heat_shader.h"

#include <cmath>

namespace qob {

namespace {

constexpr double streakPixels = 7; // a streak of the flow fades by half over this
constexpr int streaks = 10;        // after so many it is not seen any more

int halfLife(int slotPixels)
{
    return std::max(1, static_cast<int>(std::lround(streakPixels / slotPixels)));
}

} // namespace

void HeatShader::setLook(HeatLook const& look)
{
    m_look = look;
    m_palette = HeatPalette(look);
}

void HeatShader::setCuts(float low, float high)
{
    m_low = low;
    m_scale = (HeatPalette::steps - 1) / std::max(high - low, std::max(high, 1e-12F) * 1e-4F);
}

void HeatShader::start(std::size_t rows, double slotSeconds, int slotPixels)
{
    if (m_look.shading == HeatShading::Age) {
        m_ages.start(rows);
        // Each shade begins at less than half the age of the next.
        double from = oldestSeconds / slotSeconds;
        for (auto at = m_ageSlots.rbegin(); at != m_ageSlots.rend(); ++at) {
            *at = static_cast<float>(from);
            from /= 2.2;
        }
    } else if (m_look.shading == HeatShading::Flow) {
        m_flow.start(rows, static_cast<float>(std::pow(0.5, 1.0 / halfLife(slotPixels))));
    }
}

std::int64_t HeatShader::slotsBefore(double slotSeconds, int slotPixels) const
{
    switch (m_look.shading) {
    case HeatShading::Size:
        return 0;
    case HeatShading::Age:
        return static_cast<std::int64_t>(oldestSeconds / slotSeconds) + 1;
    case HeatShading::Flow:
        break;
    }
    return std::int64_t{streaks} * halfLife(slotPixels);
}

void HeatShader::next(HeatSlot const& slot, std::uint16_t* codes)
{
    if (m_look.shading == HeatShading::Age) {
        m_ages.next(slot.sizes);
    } else if (m_look.shading == HeatShading::Flow) {
        m_flow.next(slot.sizes, slot.traded, slot.stale);
    }
    if (codes != nullptr) {
        shade(slot, m_ages, m_flow, codes);
    }
}

void HeatShader::peek(HeatSlot const& slot, std::uint16_t* codes)
{
    if (m_look.shading == HeatShading::Age) {
        m_triedAges = m_ages;
        m_triedAges.next(slot.sizes);
    } else if (m_look.shading == HeatShading::Flow) {
        m_triedFlow = m_flow;
        m_triedFlow.next(slot.sizes, slot.traded, slot.stale);
    }
    shade(slot, m_triedAges, m_triedFlow, codes);
}

void HeatShader::shade(HeatSlot const& slot, HeatAges const& ages, HeatFlow const& flow, std::uint16_t* codes)
    const
{
    constexpr auto most = static_cast<float>(HeatPalette::steps - 1);
    auto const rows = slot.sizes.size();
    float const* sizes = slot.sizes.data();
    float const low = m_low;
    float const scale = m_scale;
    for (std::size_t row = 0; row < rows; ++row) {
        float const step = std::min(std::max((sizes[row] - low) * scale, 0.0F), most);
        codes[row] = static_cast<std::uint16_t>(static_cast<int>(step));
    }
    if (m_look.shading == HeatShading::Age) {
        float const* age = ages.ages().data();
        for (float const from : m_ageSlots) {
            for (std::size_t row = 0; row < rows; ++row) {
                codes[row] =
                    static_cast<std::uint16_t>(codes[row] + (age[row] >= from ? HeatPalette::steps : 0));
            }
        }
    } else if (m_look.shading == HeatShading::Flow) {
        shadeFlow(flow.rows(), rows, codes);
    }
}

// What changed most in a row, over its size.
void HeatShader::shadeFlow(HeatFlow::Rows const& flow, std::size_t rows, std::uint16_t* codes) const
{
    constexpr auto strongest = static_cast<float>(HeatPalette::flowSteps - 1);
    constexpr int kindCodes = HeatPalette::flowSteps * HeatPalette::flowSizes;
    float const strength = 2 * m_scale * strongest / static_cast<float>(HeatPalette::steps - 1);
    float const* stackedOf = flow.stacked.data();
    float const* pulledOf = flow.pulled.data();
    float const* filledOf = flow.filled.data();
    for (std::size_t row = 0; row < rows; ++row) {
        float const stacked = stackedOf[row];
        float const pulled = pulledOf[row];
        float const filled = 2 * filledOf[row]; // what traded is rarer and says more
        float const largest = std::max(std::max(stacked, pulled), filled);
        int const other =
            pulled >= largest ? HeatPalette::Pulled * kindCodes : HeatPalette::Stacked * kindCodes;
        int const kind = filled >= largest ? HeatPalette::Filled * kindCodes : other;
        auto const part = static_cast<int>(std::min(largest * strength, strongest));
        int const size = codes[row] * HeatPalette::flowSizes / HeatPalette::steps;
        codes[row] = static_cast<std::uint16_t>(kind + part * HeatPalette::flowSizes + size);
    }
}

} // namespace qob
