#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace qob {

// The bundled icon `name`, drawn in one colour. Sharp at any device pixel ratio up to 2.
QPixmap iconPixmap(QString const& name, QColor const& color, int size);
QIcon themedIcon(QString const& name, QColor const& color, int size = 16);

} // namespace qob
