#include "ui/shell/languages.h"

#include "engine/base/check.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace qob {
namespace {

bool isSame(QLocale const& a, QLocale const& b)
{
    return a.language() == b.language() && a.script() == b.script();
}

// The system's own where it speaks the language: an Austrian's numbers are not a German's.
QLocale localeOf(QString const& code)
{
    const QLocale plain(code);
    auto const system = QLocale::system();
    return isSame(plain, system) ? system : plain;
}

void load(QTranslator& translator, QString const& name, QString const& elsewhere)
{
    QCoreApplication::removeTranslator(&translator);
    bool const loaded = translator.load(QStringLiteral(":/translations/%1.qm").arg(name)) ||
                        (!elsewhere.isEmpty() && translator.load(name, elsewhere));
    if (loaded) {
        QCoreApplication::installTranslator(&translator);
    }
}

} // namespace

std::vector<Language> const& languages()
{
    static const std::vector<Language> all{
        {"en", "English"},
        {"de", "Deutsch"},
        {"fr", "Français"},
        {"es", "Español"},
        {"pt_BR", "Português (Brasil)"},
        {"ru", "Русский"},
        {"tr", "Türkçe"},
        {"ja", "日本語"},
        {"ko", "한국어"},
        {"zh_CN", "简体中文"},
    };
    return all;
}

Language const* findLanguage(QString const& code)
{
    auto const& all = languages();
    auto const found = std::find_if(all.begin(), all.end(), [&](Language const& language) {
        return code == QLatin1String(language.code);
    });
    return found == all.end() ? nullptr : &*found;
}

QString systemLanguage()
{
    for (auto const& wanted : QLocale::system().uiLanguages()) {
        for (auto const& language : languages()) {
            auto const code = QString::fromLatin1(language.code);
            if (isSame(QLocale(wanted), QLocale(code)) && QLocale(wanted).language() != QLocale::C) {
                return code;
            }
        }
    }
    return QStringLiteral("en");
}

void Translation::take(QString const& code)
{
    m_code = code.isEmpty() ? systemLanguage() : code;
    CHECK(findLanguage(m_code) != nullptr);
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : localeOf(code));
    // The one installed last is asked first.
    load(m_qt, QStringLiteral("qtbase_") + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(m_own, QStringLiteral("qob_") + m_code, {});
}

} // namespace qob
