#pragma once

#include "engine/analytics/volume_profile.h"
#include "ui/charts/flow_footprint.h"
#include "ui/charts/price_chart.h"

namespace qob {

enum class ProfileMode : std::uint8_t {
    Session, // one each, from where it begins
    Visible, // of what is shown, at the right
    Fixed,   // of a range that was chosen by dragging with Shift
};

QString profileModeText(ProfileMode mode);

struct ProfileSettings {
    ProfileMode mode = ProfileMode::Session;
    CandleInterval session = CandleInterval::Hour1;
    int valuePercent = 70;
    int ticksPerRow = 0; // 0: as many as make rows that can be seen

    friend bool operator==(ProfileSettings const&, ProfileSettings const&) = default;
};

// Volume profiles over candles: what was sold and bought at each price, the point of control, the value area,
// and points of control that no later session has traded at. Brought up to date a few times a second.
//   Shift and drag         a profile of that range
// See PriceChart for how it is moved. GUI thread.
class ProfileChart final : public PriceChart {
    Q_OBJECT

public:
    // The footprint must outlive it.
    ProfileChart(ChartSources const& sources, FlowFootprint& flow, QWidget* parent = nullptr);

    void setSettings(ProfileSettings const& settings);

    [[nodiscard]] ProfileSettings const& settings() const { return m_settings; }

    // Shows the profile of this range.
    void chooseRange(Timestamp from, Timestamp until);

    // Those of the present mode; oldest first.
    [[nodiscard]] std::vector<VolumeProfile> const& profiles() const { return m_profiles; }

    [[nodiscard]] std::vector<NakedPoint> const& nakedPoints() const { return m_naked; }

    // From when on volume at price is known.
    [[nodiscard]] QString sourceText() const;

    // How often profiles were worked out.
    [[nodiscard]] std::uint64_t studies() const { return m_studies; }

signals:
    void settingsChanged();

protected:
    void candlesChanged(std::size_t first) override;
    void takeNews() override;
    bool fitPanes(std::int64_t first, std::int64_t end) override;
    void paintSlots(QPainter& painter, std::int64_t first, std::int64_t end) override;
    void prepareOver(std::int64_t slot) override;
    void paintOver(QPainter& painter) override;
    [[nodiscard]] std::vector<Part> readoutOf(std::int64_t slot) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    // Where one profile is drawn: its rows begin at `base` and grow by up to `reach` pixels, to the left when
    // it is negative; its lines go from left to right.
    struct Place {
        int base;
        int reach;
        int left;
        int right;
    };

    void followCandles();
    void study();
    void studySessions();
    void studyVisible();
    void paintRanges(QPainter& painter) const;
    void paintCandles(QPainter& painter, std::int64_t first, std::int64_t end) const;
    void paintProfile(QPainter& painter, VolumeProfile const& profile, Place const& place) const;
    void paintLevels(QPainter& painter, VolumeProfile const& profile, Place const& place) const;
    void paintLevel(
        QPainter& painter, Price price, QString const& name, QColor const& color, Place const& place
    ) const;
    void paintNaked(QPainter& painter) const;
    [[nodiscard]] std::optional<Place> placeOf(VolumeProfile const& profile) const;
    [[nodiscard]] VolumeProfile const* profileAt(std::int64_t slot) const;
    [[nodiscard]] Timestamp timeAt(double x) const;

    FlowFootprint& m_flow;
    ProfileSettings m_settings;
    Price m_rowStep{1};
    std::vector<VolumeProfile> m_profiles;
    std::vector<NakedPoint> m_naked;
    std::optional<std::pair<Timestamp, Timestamp>> m_range; // of Fixed
    std::optional<double> m_selectFrom;                     // x, while it is chosen
    std::optional<Timestamp> m_changedFrom;                 // of the footprint since the last study
    std::pair<Timestamp, Timestamp> m_visible;
    std::size_t m_slotCount = 0;
    Duration m_lastStudy;
    std::uint64_t m_studies = 0;
};

} // namespace qob
