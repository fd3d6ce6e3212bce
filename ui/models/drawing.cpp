#include "ui/models/drawing.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace qob {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Drawing)
};

constexpr std::array<char const*, drawingKinds> kindNames{
    "line", "ray", "level", "rectangle", "ruler", "note"};
constexpr std::array<char const*, drawingColors> colorNames{
    "orange", "blue", "green", "violet", "red", "yellow", "cyan", "grey"};
constexpr int finest = 18; // decimals
// Differences of two such numbers can be multiplied in 128 bits.
constexpr std::int64_t most = 4'000'000'000'000'000'000;

template <std::size_t size>
std::optional<int> indexOf(std::array<char const*, size> const& names, QString const& name)
{
    auto const found =
        std::find_if(names.begin(), names.end(), [&](char const* one) { return name == QLatin1String(one); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()));
}

// a / b rounded half away from zero; b > 0.
Int128 divRounded(Int128 a, Int128 b)
{
    return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

struct Ends {
    DrawingAnchor early;
    DrawingAnchor late;
};

Ends endsOf(Drawing const& drawing)
{
    auto const& [a, b] = drawing.anchors;
    return a.time <= b.time ? Ends{a, b} : Ends{b, a};
}

bool isDuring(Drawing const& drawing, Timestamp time)
{
    auto const ends = endsOf(drawing);
    bool const begun = drawing.extendLeft || time >= ends.early.time;
    bool const over = !drawing.extendRight && drawing.kind != DrawingKind::Ray && time > ends.late.time;
    return begun && !over;
}

bool isSloped(Drawing const& drawing)
{
    return drawing.kind == DrawingKind::Line || drawing.kind == DrawingKind::Ray;
}

int signOf(Int128 value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

QString priceText(Price price, int scale)
{
    return QString::fromStdString(formatTrimmed(price.value, scale));
}

struct ReadAnchors {
    std::array<DrawingAnchor, 2> anchors;
    int scale = 0;
};

std::optional<ReadAnchors> anchorsFrom(QJsonArray const& list, std::size_t wanted)
{
    ReadAnchors read;
    std::array<std::string, 2> prices;
    if (static_cast<std::size_t>(list.size()) < wanted) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < wanted; ++i) {
        auto const one = list[static_cast<qsizetype>(i)].toObject();
        bool good = false;
        read.anchors[i].time = Timestamp(one[QStringLiteral("time")].toString().toLongLong(&good));
        prices[i] = one[QStringLiteral("price")].toString().toStdString();
        read.scale = std::max(read.scale, writtenDecimals(prices[i]));
        if (!good || read.anchors[i].time.value < 0 || read.anchors[i].time.value > most) {
            return std::nullopt;
        }
    }
    if (read.scale > finest) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < wanted; ++i) {
        auto const units = parseScaled(prices[i], read.scale);
        if (!units || std::abs(*units) > most) {
            return std::nullopt;
        }
        read.anchors[i].price = Price(*units);
    }
    return read;
}

} // namespace

QString drawingMarket(Instrument const& instrument)
{
    return QString::fromStdString(instrument.venue + ":" + instrument.symbol);
}

bool hasTwoAnchors(DrawingKind kind)
{
    return kind != DrawingKind::Level && kind != DrawingKind::Note;
}

bool canExtendLeft(DrawingKind kind)
{
    return kind == DrawingKind::Line || kind == DrawingKind::Ray || kind == DrawingKind::Rectangle;
}

bool canExtendRight(DrawingKind kind)
{
    return kind == DrawingKind::Line || kind == DrawingKind::Rectangle;
}

bool canBeCrossed(DrawingKind kind)
{
    return kind != DrawingKind::Ruler && kind != DrawingKind::Note;
}

Drawing inUnitsOf(Drawing drawing, Instrument const& instrument)
{
    int const finer = instrument.priceScale - drawing.priceScale;
    if (finer == 0) {
        return drawing;
    }
    for (auto& anchor : drawing.anchors) {
        auto const units = static_cast<Int128>(anchor.price.value);
        auto const scaled = finer > 0 ? units * pow10(finer) : divRounded(units, pow10(-finer));
        anchor.price = Price(static_cast<std::int64_t>(std::clamp<Int128>(scaled, -most, most)));
    }
    drawing.priceScale = instrument.priceScale;
    return drawing;
}

std::optional<Price> drawingPriceAt(Drawing const& drawing, Timestamp time)
{
    if (drawing.kind == DrawingKind::Level) {
        return drawing.anchors[0].price;
    }
    if (!isSloped(drawing) || !isDuring(drawing, time)) {
        return std::nullopt;
    }
    auto const ends = endsOf(drawing);
    auto const length = static_cast<Int128>((ends.late.time - ends.early.time).value);
    if (length == 0) {
        return std::nullopt; // upright
    }
    auto const rise = static_cast<Int128>((ends.late.price - ends.early.price).value);
    auto const gone = static_cast<Int128>((time - ends.early.time).value);
    auto const price = ends.early.price.value + divRounded(rise * gone, length);
    return Price(static_cast<std::int64_t>(std::clamp<Int128>(price, -most, most)));
}

std::optional<std::array<Price, 2>> drawingBandAt(Drawing const& drawing, Timestamp time)
{
    if (drawing.kind != DrawingKind::Rectangle || !isDuring(drawing, time)) {
        return std::nullopt;
    }
    auto const [low, high] = std::minmax(drawing.anchors[0].price, drawing.anchors[1].price);
    return std::array{low, high};
}

std::optional<int> drawingSide(Drawing const& drawing, Price price, Timestamp time)
{
    if (drawing.kind == DrawingKind::Level) {
        return signOf(price.value - drawing.anchors[0].price.value);
    }
    if (auto const band = drawingBandAt(drawing, time)) {
        return price > (*band)[1] ? 1 : price < (*band)[0] ? -1 : 0;
    }
    auto const ends = endsOf(drawing);
    if (!isSloped(drawing) || !isDuring(drawing, time) || ends.early.time == ends.late.time) {
        return std::nullopt;
    }
    // Without a division: nothing is rounded.
    auto const above =
        static_cast<Int128>((price - ends.early.price).value) * (ends.late.time - ends.early.time).value;
    auto const line =
        static_cast<Int128>((ends.late.price - ends.early.price).value) * (time - ends.early.time).value;
    return signOf(above - line);
}

bool isDrawingCrossed(DrawingKind kind, std::optional<int> before, std::optional<int> now)
{
    bool const moved = before && now && *before != *now;
    return moved && (kind == DrawingKind::Rectangle || *before != 0);
}

QJsonObject drawingJson(Drawing const& drawing)
{
    QJsonArray anchors;
    for (std::size_t i = 0; i < (hasTwoAnchors(drawing.kind) ? 2U : 1U); ++i) {
        auto const& anchor = drawing.anchors[i];
        anchors.append(QJsonObject{
            {QStringLiteral("price"),
             QString::fromStdString(formatFixed(anchor.price.value, drawing.priceScale))},
            {QStringLiteral("time"),
             QString::number(anchor.time.value)}, // more digits than a JSON number has
        });
    }
    QJsonObject json{
        {QStringLiteral("id"), drawing.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("kind"), QLatin1String(kindNames[static_cast<std::size_t>(drawing.kind)])},
        {QStringLiteral("market"), drawing.market},
        {QStringLiteral("anchors"), anchors},
        {QStringLiteral("color"), QLatin1String(colorNames[static_cast<std::size_t>(drawing.color)])},
        {QStringLiteral("width"), drawing.width},
        {QStringLiteral("dashed"), drawing.dashed},
        {QStringLiteral("extendLeft"), drawing.extendLeft},
        {QStringLiteral("extendRight"), drawing.extendRight},
        {QStringLiteral("locked"), drawing.locked},
        {QStringLiteral("alert"), drawing.alert},
        {QStringLiteral("text"), drawing.text},
    };
    if (!drawing.workspace.isEmpty()) {
        json[QStringLiteral("workspace")] = drawing.workspace;
    }
    return json;
}

QJsonArray drawingsJson(std::vector<Drawing> const& drawings)
{
    QJsonArray list;
    for (auto const& drawing : drawings) {
        list.append(drawingJson(drawing));
    }
    return list;
}

std::optional<Drawing> drawingFrom(QJsonObject const& json)
{
    auto const kind = indexOf(kindNames, json[QStringLiteral("kind")].toString());
    Drawing drawing;
    drawing.id = QUuid::fromString(json[QStringLiteral("id")].toString());
    drawing.market = json[QStringLiteral("market")].toString();
    drawing.workspace = json[QStringLiteral("workspace")].toString();
    if (!kind || drawing.id.isNull() || drawing.market.isEmpty()) {
        return std::nullopt;
    }
    drawing.kind = static_cast<DrawingKind>(*kind);
    auto const read =
        anchorsFrom(json[QStringLiteral("anchors")].toArray(), hasTwoAnchors(drawing.kind) ? 2 : 1);
    if (!read) {
        return std::nullopt;
    }
    drawing.anchors = read->anchors;
    drawing.priceScale = read->scale;
    drawing.color = indexOf(colorNames, json[QStringLiteral("color")].toString()).value_or(0);
    drawing.width = std::clamp(json[QStringLiteral("width")].toInt(1), 1, widestDrawing);
    drawing.dashed = json[QStringLiteral("dashed")].toBool();
    drawing.extendLeft = json[QStringLiteral("extendLeft")].toBool() && canExtendLeft(drawing.kind);
    drawing.extendRight = json[QStringLiteral("extendRight")].toBool() && canExtendRight(drawing.kind);
    drawing.locked = json[QStringLiteral("locked")].toBool();
    drawing.alert = json[QStringLiteral("alert")].toBool() && canBeCrossed(drawing.kind);
    drawing.text = json[QStringLiteral("text")].toString().left(longestDrawingText);
    return drawing;
}

QString drawingKindText(DrawingKind kind)
{
    switch (kind) {
    case DrawingKind::Line:
        return Words::tr("Trend line");
    case DrawingKind::Ray:
        return Words::tr("Ray");
    case DrawingKind::Level:
        return Words::tr("Level");
    case DrawingKind::Rectangle:
        return Words::tr("Rectangle");
    case DrawingKind::Ruler:
        return Words::tr("Ruler");
    case DrawingKind::Note:
        break;
    }
    return Words::tr("Note");
}

QString drawingColorText(int color)
{
    static constexpr std::array<char const*, drawingColors> words{
        QT_TRANSLATE_NOOP("Drawing", "Orange"),
        QT_TRANSLATE_NOOP("Drawing", "Blue"),
        QT_TRANSLATE_NOOP("Drawing", "Green"),
        QT_TRANSLATE_NOOP("Drawing", "Violet"),
        QT_TRANSLATE_NOOP("Drawing", "Red"),
        QT_TRANSLATE_NOOP("Drawing", "Yellow"),
        QT_TRANSLATE_NOOP("Drawing", "Cyan"),
        QT_TRANSLATE_NOOP("Drawing", "Grey"),
    };
    return QCoreApplication::translate("Drawing", words[static_cast<std::size_t>(color)]);
}

QString drawingText(Drawing const& drawing)
{
    auto const price = [&](std::size_t anchor) {
        return priceText(drawing.anchors[anchor].price, drawing.priceScale);
    };
    auto text = drawingKindText(drawing.kind) + QLatin1Char(' ') + price(0);
    if (hasTwoAnchors(drawing.kind)) {
        text += QStringLiteral(" – ") + price(1);
    }
    return drawing.text.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(drawing.text);
}

} // namespace qob
