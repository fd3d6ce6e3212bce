#pragma once

#include "engine/api/session.h"
#include "engine/base/clock.h"
#include "ui/models/order_entry.h"

#include <QSize>
#include <QString>

#include <functional>

namespace qob {

struct TerminalOptions {
    QSize size{1600, 900};
    QString title;          // of the window, after the program's name
    QString firstSymbol;    // "BTC-USDT" or "SIM-A:BTC-USDT"; empty: the first instrument
    QString screenshotFile; // not empty: save a picture of the window and quit
    double screenshotAfterSeconds = 3.0;
    std::function<void()> onFirstHeatMap; // once, when a heat map with history in it has been painted
};

// The whole terminal on one session, until the window is closed. Makes the QApplication; call it once, on the
// main thread. Returns the process's exit code: 1, with a sentence on stderr, when the theme or the
// screenshot failed.
int runTerminal(
    int argc,
    char** argv,
    Session& session,
    Clock const& clock,
    ClOrdIdSource& ids,
    TerminalOptions const& options
);

} // namespace qob
