#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/charts/heat_scan.h"
#include "ui/charts/surface_picture.h"
#include "ui/look/glyph_text.h"
#include "ui/look/theme.h"
#include "ui/models/market_view.h"
#include "ui/models/panel_state.h"

#include <QWidget>

namespace qob {

// The heat map's sizes as heights, price across and time into the depth, the newest in front; twice a second.
//   drag turns it, the wheel comes nearer, Ctrl and the wheel takes in more prices, a double click puts it
//   back; the arrows turn, + - come nearer, Home puts it back
// GUI thread.
class DepthSurface final : public QWidget, public PanelState, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    DepthSurface(FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent = nullptr);

    [[nodiscard]] SurfaceGrid const& grid() const { return m_grid; }

    [[nodiscard]] SurfacePicture const& picture() const { return m_picture; }

    [[nodiscard]] SurfaceCamera const& camera() const { return m_camera; }

    [[nodiscard]] HeatRows const& rows() const { return m_rows; }

    // At the edges; none while there is nothing to see.
    [[nodiscard]] QStringList labels() const;

    void setSpan(Duration span);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize sizeHint() const override { return {640, 460}; }

    QSize minimumSizeHint() const override { return {220, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Label {
        QPointF at;
        QString text;
        int align; // -1, 0, 1: it ends at, is around, begins at the place
    };

    void onFrame(Duration now) override;
    void buildActions();
    void reset();
    void look(SurfaceCamera const& camera);
    void forget();
    void chooseRows(std::int64_t first, std::int64_t end);
    void readGrid();
    void placeLabels();
    void placeLines();
    [[nodiscard]] QString priceAt(double row) const;

    MarketView const& m_market;
    Theme const& m_theme;
    HeatPalette m_palette;
    HeatScan m_scan;
    HeatSlot m_slot;
    HeatRows m_rows;
    SurfaceGrid m_grid;
    SurfacePicture m_picture;
    SurfaceCamera m_camera;
    Duration m_span = minutes(5);
    double m_reach = 1;  // how many times the prices that would be chosen
    bool m_stale = true; // the picture is of another camera or size
    Duration m_lastRead;
    QPointF m_dragFrom;
    std::vector<Label> m_labels;
    std::vector<QPolygonF> m_bidLines;
    std::vector<QPolygonF> m_askLines;
    QString m_problem; // why the book is not to be trusted
    GlyphText m_text;
};

} // namespace qob
