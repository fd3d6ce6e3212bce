#include "ui/look/fonts.h"

#include <QDirIterator>
#include <QFontDatabase>

namespace qob {

FontFamilies loadFonts()
{
    for (QDirIterator files(QStringLiteral(":/fonts")); files.hasNext();) {
        QFontDatabase::addApplicationFont(files.next());
    }
    FontFamilies families{QStringLiteral("Inter"), QStringLiteral("JetBrains Mono")};
    if (!QFontDatabase::hasFamily(families.ui)) {
        families.ui = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }
    if (!QFontDatabase::hasFamily(families.number)) {
        families.number = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }
    return families;
}

QFont numberFont(QString const& family, int pixelSize)
{
    QFont font(family);
    font.setPixelSize(pixelSize);
    font.setStyleHint(QFont::Monospace);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace qob
