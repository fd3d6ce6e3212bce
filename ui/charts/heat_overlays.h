#pragma once

#include "engine/api/instrument.h"
#include "ui/charts/heat_icebergs.h"
#include "ui/charts/heat_layout.h"
#include "ui/charts/heat_profile.h"
#include "ui/charts/heat_raster.h"
#include "ui/charts/heat_window.h"
#include "ui/look/glyph_text.h"

#include <QCoreApplication>

namespace qob {

// What lies over and beside a heat map's raster: volume profile with point of control and value area, naked
// POCs, cumulative volume delta, marks of large sizes and of icebergs, the intensity scale. prepare() makes
// pictures of what changed, paint() only draws them; what is switched off costs nothing. GUI thread.
class HeatOverlays {
    Q_DECLARE_TR_FUNCTIONS(HeatOverlays)

public:
    // All must outlive it.
    HeatOverlays(HeatStore const& store, HeatRaster const& raster, Theme const& theme);

    // Once a frame, after the raster's show() of this view. `ours`: the market tells what icebergs traded.
    void prepare(HeatLayout const& layout, HeatView const& view, Instrument const& instrument, bool ours);

    // The history was replaced by another.
    void reset();

    // The history reaches back further, or less far, than before.
    void pastChanged() { m_profileKey = {}; }

    void paint(QPainter& painter, HeatWindow const& window);

    // Of the last prepare().
    [[nodiscard]] HeatProfile const& profile() const { return m_profile; }

    [[nodiscard]] std::vector<NakedPoc> const& naked() const { return m_naked; }

    [[nodiscard]] HeatIcebergs const& icebergs() const { return m_icebergs; }

    [[nodiscard]] std::vector<HeatRaster::LargeTrade> const& largeTrades() const { return m_largeTrades; }

    // The sizes that stand out: chosen by the user, or from what is shown.
    [[nodiscard]] double largeTradeSize() const;
    [[nodiscard]] double largeRestingSize() const;

    // A size as the overlays write it: about three digits.
    [[nodiscard]] static std::string shortSize(double size);

    static constexpr std::int64_t pocPeriod = minutes(15).value / heatColumnTime.value;
    static constexpr QSize scaleSize{168, 24};

private:
    struct Wall {
        double y = 0;
        double size = 0;
    };

    [[nodiscard]] HeatLook const& look() const { return m_raster.look(); }

    void prepareProfile();
    void drawProfile();
    void prepareDelta();
    void drawDelta();
    void fillDelta(std::vector<int> const& lineY, int zeroY);
    void strokeDelta(std::vector<int> const& lineY);
    void prepareMarks();
    void prepareScale();
    void drawSizeScale(QPainter& painter, QRect const& bar);
    void drawFlowScale(QPainter& painter);

    void paintProfile(QPainter& painter, HeatWindow const& window);
    void paintNaked(QPainter& painter, HeatWindow const& window);
    void paintDelta(QPainter& painter);
    void paintMarks(QPainter& painter, HeatWindow const& window);
    void paintSessionWords(QPainter& painter, HeatWindow const& window);
    void paintLine(QPainter& painter, double y, QColor const& color, QString const& words);
    QPixmap const& words(QString const& text, QColor const& color);

    HeatStore const& m_store;
    HeatRaster const& m_raster;
    Theme const& m_theme;
    GlyphText m_text;
    Instrument m_instrument;
    HeatLayout m_layout{{}, {}};
    HeatView m_view;

    // What the profile's picture shows.
    struct ProfileKey {
        HeatView view;
        HeatProfileOf of = HeatProfileOf::Nothing;
        QSize size;

        friend bool operator==(ProfileKey const&, ProfileKey const&) = default;
    };

    HeatProfile m_profile;
    ProfileKey m_profileKey;
    QImage m_profilePicture;
    std::vector<NakedPoc> m_naked;
    std::int64_t m_nakedAt = 0;    // store end for which they were found
    std::int32_t m_nakedTicks = 0; // and the rows

    // What the delta's picture shows.
    struct DeltaKey {
        HeatView view;
        QSize size;
        double now = 0;
        double low = 0;
        double high = 0;

        friend bool operator==(DeltaKey const&, DeltaKey const&) = default;
    };

    DeltaKey m_delta;
    QImage m_deltaPicture;

    HeatIcebergs m_icebergs;
    std::vector<HeatRaster::LargeTrade> m_largeTrades;
    std::vector<Wall> m_walls;

    struct ScaleKey {
        HeatLook look;
        float low = 0;
        float high = 0;

        friend bool operator==(ScaleKey const&, ScaleKey const&) = default;
    };

    ScaleKey m_scaleKey;
    QImage m_scalePicture;
    std::map<QString, QPixmap> m_words;
};

} // namespace qob
