#pragma once

#include <QPixmap>

class QWidget;

namespace qob {

// What a widget shows now, which is in the clipboard then.
QPixmap copyPicture(QWidget& of);

} // namespace qob
