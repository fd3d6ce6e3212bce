#include "ui/look/glyph_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace qob {
namespace {

bool isPlain(QString const& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace

GlyphText::GlyphText(QFont const& font) : m_shaped(font), m_font(QRawFont::fromFont(font))
{
    QString all;
    for (std::size_t i = 0; i < charCount; ++i) {
        all += QLatin1Char(static_cast<char>(firstChar + static_cast<char>(i)));
    }
    auto const indexes = m_font.glyphIndexesForString(all);
    auto const advances = m_font.advancesForGlyphIndexes(indexes);
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
    auto const i = static_cast<unsigned char>(c) - static_cast<unsigned char>(firstChar);
    return i >= 0 && static_cast<std::size_t>(i) < charCount ? static_cast<std::size_t>(i)
                                                             : static_cast<std::size_t>('?' - firstChar);
}

qreal GlyphText::width(std::string_view text) const
{
    qreal sum = 0;
    for (char const c : text) {
        sum += m_advances[indexOf(c)];
    }
    return sum;
}

void GlyphText::drawLeft(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color)
{
    draw(painter, rect.left(), rect, text, color);
}

void GlyphText::drawRight(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color)
{
    draw(painter, rect.right() - width(text), rect, text, color);
}

void GlyphText::drawCentre(QPainter& painter, QRectF const& rect, std::string_view text, QColor const& color)
{
    draw(painter, rect.left() + (rect.width() - width(text)) / 2, rect, text, color);
}

qreal GlyphText::width(QString const& text) const
{
    return isPlain(text) ? width(text.toStdString()) : QFontMetricsF(m_shaped).horizontalAdvance(text);
}

void GlyphText::shape(
    QPainter& painter, QRectF const& rect, QString const& text, QColor const& color, int align
) const
{
    painter.setFont(m_shaped);
    painter.setPen(color);
    painter.drawText(rect, align | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine, text);
}

void GlyphText::drawLeft(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color)
{
    if (isPlain(text)) {
        drawLeft(painter, rect, text.toStdString(), color);
    } else {
        shape(painter, rect, text, color, Qt::AlignLeft);
    }
}

void GlyphText::drawRight(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color)
{
    if (isPlain(text)) {
        drawRight(painter, rect, text.toStdString(), color);
    } else {
        shape(painter, rect, text, color, Qt::AlignRight);
    }
}

void GlyphText::drawCentre(QPainter& painter, QRectF const& rect, QString const& text, QColor const& color)
{
    if (isPlain(text)) {
        drawCentre(painter, rect, text.toStdString(), color);
    } else {
        shape(painter, rect, text, color, Qt::AlignHCenter);
    }
}

void GlyphText::draw(
    QPainter& painter, qreal x, QRectF const& rect, std::string_view text, QColor const& color
)
{
    auto const count = std::min(text.size(), maxChars);
    if (count == 0) {
        return;
    }
    qreal offset = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const index = indexOf(text[i]);
        m_indexes[i] = m_glyphs[index];
        m_positions[i] = QPointF(offset, 0);
        offset += m_advances[index];
    }
    m_run.setRawData(m_indexes.data(), m_positions.data(), static_cast<int>(count));
    painter.setPen(color);
    auto const baseline = std::round(rect.top() + (rect.height() - m_height) / 2 + m_ascent);
    painter.drawGlyphRun(QPointF(std::round(x), baseline), m_run);
}

} // namespace qob
