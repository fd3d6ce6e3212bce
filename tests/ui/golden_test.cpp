// Each kind of panel on the same market, pixel by pixel beside the picture that somebody looked at and kept:
// tests/ui/golden/<kind>.png. QOB_UPDATE_GOLDEN=1 keeps what is drawn now; look at it before it is committed.

#include "tests/support/sim_snapshot.h"
#include "ui/look/fonts.h"
#include "ui/shell/panel_kinds.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QImage>
#include <QStyleFactory>
#include <QTest>

#include <map>

using namespace qob;

namespace {

constexpr QSize largest(560, 380);
// Another version of a font or of its rasteriser moves edges a little; a panel that draws something else
// moves more than that, measured by what is in the picture and not by its empty ground.
constexpr int visible = 24;            // of 255, in one channel
constexpr double mostVisible = 0.03;   // of the pixels that are not ground
constexpr std::int64_t leastTold = 40; // pixels

struct Stage {
    explicit Stage(QString const& themeName)
    {
        auto const fonts = loadFonts();
        theme = loadTheme(QStringLiteral(":/themes/themes.json"), themeName, fonts.ui, fonts.number).value();
        QApplication::setPalette(paletteOf(theme));
        qApp->setStyleSheet(styleSheetOf(theme, QStringLiteral(":/themes/terminal.qss")));
        SimSnapshot::prepare(session);
        session.setSnapshot({TopicKind::Notices, {}}, notices());
        models.bridge.start();
        for (int i = 0; i < 4; ++i) {
            settle();
        }
        addAlerts();
    }

    // What the log shows.
    static NoticeList notices()
    {
        auto const at = SimSnapshot::start;
        return {
            {{Notice::Level::Info, at - minutes(9), "the market begins", std::nullopt},
             {Notice::Level::Warning, at - minutes(4), "a gap in the feed", ErrorCode::FeedGap},
             {Notice::Level::Error, at - minutes(1), "not enough money", ErrorCode::OrderInsufficientFunds}}};
    }

    void addAlerts()
    {
        auto const& instrument = *models.groups.at(0).view.shown();
        AlertRule rule;
        rule.instrument = QString::fromStdString(instrument.venue + ":" + instrument.symbol);
        rule.value = QStringLiteral("70000");
        models.alerts.add(rule);
        rule.kind = AlertKind::WallPulled;
        rule.value = QStringLiteral("25");
        rule.repeats = true;
        rule.note = QStringLiteral("spoofer");
        models.alerts.add(rule);
    }

    void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        clock.advance(milliseconds(500));
        models.frames.tick();
    }

    // One of each kind over the newest prices, in the hour before now and the minutes after.
    void addDrawings()
    {
        auto const& instrument = *models.groups.at(0).view.shown();
        auto const middle = models.groups.at(0).view.depth()->bids.front().price;
        auto const now = models.market.status().now;
        auto const at = [&](int ticks, Duration after) {
            return DrawingAnchor{middle + instrument.tickSize * ticks, now + after};
        };
        auto const add = [&](DrawingKind kind, DrawingAnchor first, DrawingAnchor second, int color) {
            Drawing drawing;
            drawing.kind = kind;
            drawing.market = drawingMarket(instrument);
            drawing.priceScale = instrument.priceScale;
            drawing.anchors = {first, hasTwoAnchors(kind) ? second : DrawingAnchor{}};
            drawing.color = color;
            drawing.alert = kind == DrawingKind::Level || kind == DrawingKind::Ray;
            drawing.width = kind == DrawingKind::Ray ? 2 : 1;
            drawing.text = kind == DrawingKind::Note    ? QStringLiteral("large buyer")
                           : kind == DrawingKind::Level ? QStringLiteral("high of the hour")
                                                        : QString();
            models.drawings.add(drawing);
        };
        add(DrawingKind::Rectangle, at(-50, minutes(-8)), at(-5, minutes(3)), 2);
        add(DrawingKind::Level, at(7, {}), {}, 4);
        add(DrawingKind::Line, at(-30, minutes(-14)), at(140, minutes(-4)), 5);
        add(DrawingKind::Ray, at(180, minutes(-4)), at(80, minutes(-2)), 1);
        add(DrawingKind::Ruler, at(10, minutes(-12)), at(80, minutes(-9)), 0);
        add(DrawingKind::Note, at(3, minutes(-3)), {}, 6);
    }

    QImage draw(PanelKind const& kind)
    {
        const std::unique_ptr<QWidget> panel(kind.make({models, models.groups.at(0), theme}));
        panel->resize(kind.size.boundedTo(largest));
        panel->setAttribute(Qt::WA_DontShowOnScreen);
        panel->show();
        for (int i = 0; i < 4; ++i) {
            settle();
        }
        return panel->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }

    FakeSession session;
    ManualClock clock{SimSnapshot::start};
    PrefixedClOrdIds ids{"g"};
    Theme theme;
    TerminalModels models{session, clock, ids};
};

std::int64_t differing(QImage const& a, QImage const& b)
{
    std::int64_t different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            auto const p = a.pixel(x, y);
            auto const q = b.pixel(x, y);
            int const most = std::max(
                {std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))}
            );
            different += most > visible ? 1 : 0;
        }
    }
    return different;
}

// The picture of a panel that painted its ground and nothing on it.
QImage groundOf(QImage const& picture)
{
    std::map<QRgb, int> count;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            ++count[picture.pixel(x, y)];
        }
    }
    auto const most = std::max_element(count.begin(), count.end(), [](auto const& a, auto const& b) {
        return a.second < b.second;
    });
    QImage ground(picture.size(), QImage::Format_RGB32);
    ground.fill(most->first);
    return ground;
}

// How many pixels of it may be others.
std::int64_t tolerated(QImage const& kept)
{
    auto const drawn = static_cast<double>(differing(kept, groundOf(kept)));
    return std::max(leastTold, static_cast<std::int64_t>(drawn * mostVisible));
}

QImage keptPicture(QString const& name)
{
    return QImage(QStringLiteral(QOB_GOLDEN "/%1.png").arg(name)).convertToFormat(QImage::Format_RGB32);
}

} // namespace

class GoldenTest : public QObject {
    Q_OBJECT

private slots:

    void panelsLookAsTheyWereKept_data()
    {
        QTest::addColumn<QString>("kind");
        for (auto const& kind : panelKinds()) {
            QTest::newRow(kind.id) << QString::fromLatin1(kind.id);
        }
    }

    void panelsLookAsTheyWereKept()
    {
        QFETCH(QString, kind);
        Stage stage(QStringLiteral("dark"));
        compare(stage, kind, kind);
    }

    void drawingsLookAsTheyWereKept_data()
    {
        QTest::addColumn<QString>("kind");
        for (char const* kind : {"candles", "heatmap", "ladder"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    void drawingsLookAsTheyWereKept()
    {
        QFETCH(QString, kind);
        Stage stage(QStringLiteral("dark"));
        stage.addDrawings();
        compare(stage, kind, kind + QStringLiteral("_drawn"));
    }

private:
    static void compare(Stage& stage, QString const& kind, QString const& name)
    {
        if (!QFontDatabase::families().contains(QStringLiteral("JetBrains Mono"))) {
            QSKIP("the program's own fonts were not bundled: pictures would be of others");
        }
        auto const drawn = stage.draw(*findPanelKind(kind));
        auto const path = QStringLiteral(QOB_GOLDEN "/%1.png").arg(name);
        if (qEnvironmentVariableIsSet("QOB_UPDATE_GOLDEN")) {
            QDir().mkpath(QStringLiteral(QOB_GOLDEN));
            QVERIFY(drawn.save(path));
            return;
        }
        auto const kept = keptPicture(name);
        QVERIFY2(
            !kept.isNull(), qPrintable(path + QStringLiteral(" is missing: QOB_UPDATE_GOLDEN=1 makes it"))
        );
        QCOMPARE(drawn.size(), kept.size());
        auto const different = differing(drawn, kept);
        auto const most = tolerated(kept);
        auto const made = QDir::temp().filePath(name + QStringLiteral(".golden.png"));
        if (different > most) {
            drawn.save(made);
        }
        QVERIFY2(
            different <= most,
            qPrintable(
                QStringLiteral("%1 pixels differ, %2 may; drawn now: %3").arg(different).arg(most).arg(made)
            )
        );
    }

private slots:

    // Else a panel that paints nothing would look as it was kept.
    void nothingIsNotTakenForAPicture_data() { panelsLookAsTheyWereKept_data(); }

    void nothingIsNotTakenForAPicture()
    {
        QFETCH(QString, kind);
        auto const kept = keptPicture(kind);
        QVERIFY(!kept.isNull());
        QVERIFY(differing(kept, groundOf(kept)) > 10 * tolerated(kept));
        auto const drawn = keptPicture(kind + QStringLiteral("_drawn"));
        QVERIFY(drawn.isNull() || differing(drawn, kept) > 2 * tolerated(kept));
    }

    // A light theme that paints a dark panel, or dark letters on dark, is wrong wherever it is.
    void everyThemeReachesEveryPanel()
    {
        for (auto const& name : themeNames()) {
            Stage stage(name);
            for (auto const& kind : panelKinds()) {
                if (QLatin1String(kind.id) == QLatin1String("heatmap")) {
                    continue; // resting size is light on dark in all of them
                }
                auto const drawn = stage.draw(kind);
                std::int64_t light = 0;
                for (int y = 0; y < drawn.height(); y += 4) {
                    for (int x = 0; x < drawn.width(); x += 4) {
                        light += qGray(drawn.pixel(x, y));
                    }
                }
                auto const mean =
                    static_cast<double>(light) / ((drawn.width() + 3) / 4) / ((drawn.height() + 3) / 4);
                bool const wantsLight = name == QLatin1String("light");
                QVERIFY2(
                    wantsLight ? mean > 150 : mean < 105,
                    qPrintable(QStringLiteral("%1, %2: mean grey %3").arg(name, kind.id).arg(mean))
                );
            }
        }
    }
};

QTEST_MAIN(GoldenTest)
#include "golden_test.moc"
