#include "ui/look/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace qob {

QPixmap iconPixmap(QString const& name, QColor const& color, int size)
{
    constexpr int ratio = 2;
    auto const key = QStringLiteral("icon/%1/%2/%3").arg(name, color.name()).arg(size);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(size * ratio, size * ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer svg(QStringLiteral(":/icons/%1.svg").arg(name));
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon themedIcon(QString const& name, QColor const& color, int size)
{
    return QIcon(iconPixmap(name, color, size));
}

} // namespace qob
