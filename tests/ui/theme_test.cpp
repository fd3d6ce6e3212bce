#include "ui/look/theme.h"

#include <QTest>

#include <cmath>

using namespace qob;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(QColor const& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

// Source: WCAG 2.2, contrast ratio; 4.5 is what it asks for text (AA).
double contrast(QColor const& a, QColor const& b)
{
    double const lighter = std::max(luminance(a), luminance(b));
    double const darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:

    void everythingThatIsReadCanBeRead_data()
    {
        QTest::addColumn<QString>("name");
        for (auto const& name : themeNames()) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everythingThatIsReadCanBeRead()
    {
        QFETCH(QString, name);
        auto const loaded = loadTheme(QStringLiteral(":/themes/themes.json"), name, {}, {});
        QVERIFY(loaded.has_value());
        auto const& t = *loaded;

        struct Pair {
            char const* what;
            QColor text;
            std::vector<QColor> grounds;
        };

        for (auto const& [what, text, grounds] : std::vector<Pair>{
                 {"text", t.text, {t.panel, t.raised, t.window, t.input, t.selection, t.bidBar, t.askBar}},
                 {"textStrong", t.textStrong, {t.panel, t.raised, t.window, t.input, t.selection}},
                 {"textDim", t.textDim, {t.panel, t.raised, t.window, t.input}},
                 {"textFaint", t.textFaint, {t.panel, t.raised, t.window, t.input}},
                 {"bid", t.bid, {t.panel, t.raised, t.window, t.bidBar, t.bidCell}},
                 {"ask", t.ask, {t.panel, t.raised, t.window, t.askBar, t.askCell}},
                 {"own", t.own, {t.panel, t.ownCell}},
                 {"last", t.last, {t.panel}},
                 {"accent", t.accent, {t.panel}},
                 {"good", t.good, {t.panel, t.raised, t.window}},
                 {"warn", t.warn, {t.panel, t.raised, t.window}},
                 {"bad", t.bad, {t.panel, t.raised, t.window}},
             }) {
            for (auto const& ground : grounds) {
                auto const ratio = contrast(text, ground);
                QVERIFY2(
                    ratio >= 4.5,
                    qPrintable(
                        QStringLiteral("%1 on %2: %3").arg(QLatin1String(what), ground.name()).arg(ratio)
                    )
                );
            }
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
