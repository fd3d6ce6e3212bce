#pragma once

#include <QJsonValue>
#include <QString>

class QDockWidget;
class QMainWindow;

namespace qob {

// Places a window's dock widgets as a workspace's layout says (workspace.h has its shape); they are found by
// their object names. Names that no dock has are passed over; docks the layout does not name are not touched.
// The window has its final size already: shares are made pixels of it. GUI thread.
void applyLayout(QMainWindow& window, QJsonValue const& layout);

} // namespace qob
