#pragma once

#include "engine/api/instrument.h"
#include "engine/base/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <array>
#include <optional>
#include <vector>

namespace qob {

enum class DrawingKind : std::uint8_t {
    Line,      // between two anchors
    Ray,       // from the earlier anchor through the later one and on to the right
    Level,     // one price, at all times
    Rectangle, // two corners
    Ruler,     // what lies between two anchors
    Note,      // words at an anchor
};

inline constexpr int drawingKinds = 6;
inline constexpr int drawingColors = 8;
inline constexpr int widestDrawing = 4; // pixels
inline constexpr int longestDrawingText = 200;

struct DrawingAnchor {
    Price price;
    Timestamp time;

    friend bool operator==(DrawingAnchor const&, DrawingAnchor const&) = default;
};

// Something a user drew over one instrument's prices and times: exact, whatever panel shows it.
struct Drawing {
    QUuid id;
    DrawingKind kind = DrawingKind::Line;
    QString market;                            // "SIM-A:BTC-USDT": venues differ in price and tick
    QString workspace = {};                    // the only one it shows in; empty: it shows in every one
    int priceScale = 0;                        // the prices count 10^-priceScale
    std::array<DrawingAnchor, 2> anchors = {}; // of a level and a note the first
    int color = 0;                             // 0 to drawingColors - 1
    int width = 1;                             // pixels
    bool dashed = false;
    bool extendLeft = false; // lines, rays and rectangles: without end
    bool extendRight = false;
    bool locked = false; // neither moved nor deleted by hand
    bool alert = false;  // an alert fires when it is crossed
    QString text = {};

    friend bool operator==(Drawing const&, Drawing const&) = default;
};

// "SIM-A:BTC-USDT", as drawings and alerts name it.
QString drawingMarket(Instrument const& instrument);

bool hasTwoAnchors(DrawingKind kind);
bool canExtendLeft(DrawingKind kind);
bool canExtendRight(DrawingKind kind); // a ray does so anyway
bool canBeCrossed(DrawingKind kind);

// The same with its prices in the instrument's unit, rounded to nearest where that is a coarser one.
Drawing inUnitsOf(Drawing drawing, Instrument const& instrument);

// The price of a line, ray or level at a time, rounded to nearest; nothing where it is not.
std::optional<Price> drawingPriceAt(Drawing const& drawing, Timestamp time);

// The lowest and highest price of a rectangle at a time; nothing where it is not.
std::optional<std::array<Price, 2>> drawingBandAt(Drawing const& drawing, Timestamp time);

// Where a price is at a time, exactly: 1 above the drawing, -1 below, 0 on it or inside; nothing where there
// is no above and below.
std::optional<int> drawingSide(Drawing const& drawing, Price price, Timestamp time);

// Whether going from one side to another crosses it. A line is crossed once, by leaving it no second time; a
// rectangle is entered and left.
bool isDrawingCrossed(DrawingKind kind, std::optional<int> before, std::optional<int> now);

QJsonObject drawingJson(Drawing const& drawing);
QJsonArray drawingsJson(std::vector<Drawing> const& drawings);
// Nothing when it is no drawing.
std::optional<Drawing> drawingFrom(QJsonObject const& json);

QString drawingKindText(DrawingKind kind);
QString drawingColorText(int color);
// "Level 65000", "Trend line 64000 – 65000 (support)"
QString drawingText(Drawing const& drawing);

} // namespace qob
