#pragma once

#include <QTranslator>

#include <vector>

namespace qob {

// A language the terminal speaks.
struct Language {
    char const* code; // "pt_BR", as in translations/qob_<code>.ts
    char const* name; // in the language itself, UTF-8
};

// English first.
std::vector<Language> const& languages();

// Null when there is none of that code.
Language const* findLanguage(QString const& code);

// The code of the first language the system's user wants that there is; "en" when there is none.
QString systemLanguage();

// The language everything made from now on is in: words, Qt's own too, and QLocale's default for numbers and
// dates. Texts that are on screen already stay as they are. GUI thread; one at a time.
class Translation {
public:
    // An empty code: the system's, and its numbers and dates even where its language is not here.
    void take(QString const& code);

    // What is spoken: "de".
    [[nodiscard]] QString const& code() const { return m_code; }

private:
    QString m_code;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace qob
