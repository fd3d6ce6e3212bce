#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <array>
#include <string_view>

namespace qob {

// Paints short ASCII texts of one font without shaping them each time: a panel of a hundred numbers costs
// about a tenth of what drawText does. GUI thread.
class GlyphText {
public:
    explicit GlyphText(QFont const& font);

    [[nodiscard]] qreal width(std::string_view text) const;

    // Words may be in any script: what is not plain ASCII is shaped as drawText does, at drawText's cost.
    [[nodiscard]] qreal width(QString const& text) const;
    void drawLeft(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color);
    void drawRight(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color);
    void drawCentre(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color);

    [[nodiscard]] qreal charWidth() const { return m_advances['0' - firstChar]; }

    // Vertically in the middle of the rectangle. Characters outside printable ASCII are shown as '?'; a text
    // is cut after `maxChars`.
    void drawLeft(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color);
    void drawRight(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color);
    void drawCentre(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color);

    static constexpr std::size_t maxChars = 96;

private:
    static constexpr char firstChar = ' ';
    static constexpr std::size_t charCount = 95;

    static std::size_t indexOf(char c);
    void
    shape(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color, int align) const;
    void draw(QPainter& painter, qreal x, QRectF const& rect, std::string_view text, QColor const& color);

    QFont m_shaped;
    QRawFont m_font;
    QGlyphRun m_run;
    qreal m_ascent = 0;
    qreal m_height = 0;
    std::array<quint32, charCount> m_glyphs{};
    std::array<qreal, charCount> m_advances{};
    std::array<quint32, maxChars> m_indexes{};
    std::array<QPointF, maxChars> m_positions{};
};

} // namespace qob
