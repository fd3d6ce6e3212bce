#pragma once

#include <QJsonObject>

#include <cstdint>

namespace qob {

// Classic is black over blue and yellow to red; Cividis is safe for the colour-blind.
enum class HeatColors : std::uint8_t { Classic, Mono, Viridis, Cividis };

// What a cell's colour tells.
enum class HeatShading : std::uint8_t {
    Size, // how much rests there
    Age,  // the same, brighter the longer it has been there
    Flow, // what was added, pulled and filled, over a grey map of the size
};

// Held: the whole history in memory, up to an hour.
enum class HeatProfileOf : std::uint8_t { Nothing, Shown, Held };

// How a heat map is drawn: every choice a user has. Sizes are base units; where 0 is "chosen", the map
// chooses from what it shows.
struct HeatLook {
    HeatColors colors = HeatColors::Classic;
    HeatShading shading = HeatShading::Size;
    // A size's place along the palette is brightness * ((size - low) / (high - low)) ^ gamma.
    double gamma = 0.5;
    double brightness = 1.0;
    // The cutoffs: sizes up to the low one are not shown, from the high one on all look alike. In percent of
    // the largest size shown (but for the few largest in a hundred), or exact.
    bool exactCuts = false;
    double lowPercent = 0;
    double highPercent = 100;
    double lowSize = 0;
    double highSize = 0;   // 0: the largest shown
    double lockedSize = 0; // held as the largest, whatever is shown; 0: chosen
    int rowTicks = 0;      // price grouping: rows of so many ticks, or of a multiple; 0: chosen

    bool bubbles = true;
    double leastBubble = 0; // a smaller trade gets none; 0: chosen
    int slicePixels = 8;    // trades so near each other in time are one bubble
    bool largeLots = false;
    double largeLot = 0; // 0: chosen
    bool icebergs = false;

    bool bestLines = true;
    bool lastLine = false;
    bool vwap = false;
    bool delta = false;
    int deltaHeight = 96; // pixels
    HeatProfileOf profile = HeatProfileOf::Nothing;
    bool nakedPocs = false;

    friend bool operator==(HeatLook const&, HeatLook const&) = default;

    [[nodiscard]] QJsonObject toJson() const;

    // Takes over what is there and sound; the rest stays.
    void readJson(QJsonObject const& json);
};

} // namespace qob
