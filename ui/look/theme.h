#pragma once

#include "engine/base/expected.h"

#include <QColor>
#include <QPalette>
#include <QStringList>

#include <array>

namespace qob {

// The colours everything is painted with. One file has every token of every theme side by side. Panels keep a
// reference to the one theme that the shell owns.
struct Theme {
    QString name;
    QString uiFont;
    QString numberFont; // tabular figures

    QColor window, panel, raised, input; // backgrounds, from the deepest to the nearest
    QColor line, lineStrong;
    QColor text, textStrong, textDim, textFaint;
    QColor accent, selection, hover;
    QColor bid, bidBar, bidCell;
    QColor ask, askBar, askCell;
    QColor buyButton, sellButton;
    QColor own, ownCell; // own orders
    QColor last;         // the last trade's price
    QColor good, warn, bad;
    QColor stale; // the hatching over a book that is not the venue's
    QColor sim, replay, live;
    std::array<QColor, 6> links; // of the link groups
};

// The themes there are, as the settings name them: dark, light, colourBlind, highContrast.
QStringList themeNames();

// One theme of the token file. Font families are those in use on this machine. The error names the file and
// the token that is missing or wrong.
Expected<Theme>
loadTheme(QString const& path, QString const& name, QString const& uiFont, QString const& numberFont);

QPalette paletteOf(Theme const& theme);

// The style sheet at `path` with every @token replaced.
QString styleSheetOf(Theme const& theme, QString const& path);

} // namespace qob
