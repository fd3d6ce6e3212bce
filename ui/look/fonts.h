#pragma once

#include <QFont>
#include <QString>

namespace qob {

struct FontFamilies {
    QString ui;
    QString number; // tabular figures
};

// Makes the bundled fonts known to the application; the system's own where they were not bundled.
FontFamilies loadFonts();

QFont numberFont(QString const& family, int pixelSize);

} // namespace qob
