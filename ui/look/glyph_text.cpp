#include "ui/look/glyph_text.h"

#include <algorithm>
#include <cmath>

namespace qob {

GlyphText::GlyphText(const QFont& font)
    : m_font(QRawFont::fromFont(font))
{
    QString all;
    for (std::size_t i = 0; i < charCount; ++i) {
        all += QLatin1Char(static_cast<char>(firstChar + static_cast<char>(i)));
    }
    const auto indexes = m_font.glyphIndexesForString(all);
    const auto advances = m_font.advancesForGlyphIndexes(indexes);
    for (qsizetype i = 0; i < std::min(indexes.size(), advances.size()); ++i) {
        m_glyphs[static_cast<std::size_t>(i)] = indexes[i];
        m_advances[static_cast<std::size_t>(i)] = advances[i].x();
    }
    m_ascent = m_font.ascent();
    m_height = m_font.ascent() + m_font.descent();
    m_run.setRawFont(m_font);
}

std::size_t GlyphText::indexOf(char c)
{
    const auto i = static_cast<unsigned char>(c) - static_cast<unsigned char>(firstChar);
    return i >= 0 && static_cast<std::size_t>(i) < charCount ? static_cast<std::size_t>(i)
                                                             : static_cast<std::size_t>('?' - firstChar);
}

qreal GlyphText::width(std::string_view text) const
{
    qreal sum = 0;
    for (const char c : text) {
        sum += m_advances[indexOf(c)];
    }
    return sum;
}

void GlyphText::drawLeft(QPainter& painter, const QRectF& rect, std::string_view text, const QColor& color)
{
    draw(painter, rect.left(), rect, text, color);
}

void GlyphText::drawRight(QPainter& painter, const QRectF& rect, std::string_view text, const QColor& color)
{
    draw(painter, rect.right() - width(text), rect, text, color);
}

void GlyphText::drawCentre(QPainter& painter, const QRectF& rect, std::string_view text, const QColor& color)
{
    draw(painter, rect.left() + (rect.width() - width(text)) / 2, rect, text, color);
}

void GlyphText::draw(
    QPainter& painter,
    qreal x,
    const QRectF& rect,
    std::string_view text,
    const QColor& color
)
{
    const auto count = std::min(text.size(), maxChars);
    if (count == 0) {
        return;
    }
    qreal offset = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto index = indexOf(text[i]);
        m_indexes[i] = m_glyphs[index];
        m_positions[i] = QPointF(offset, 0);
        offset += m_advances[index];
    }
    m_run.setRawData(m_indexes.data(), m_positions.data(), static_cast<int>(count));
    painter.setPen(color);
    const auto baseline = std::round(rect.top() + (rect.height() - m_height) / 2 + m_ascent);
    painter.drawGlyphRun(QPointF(std::round(x), baseline), m_run);
}

} // namespace qob
