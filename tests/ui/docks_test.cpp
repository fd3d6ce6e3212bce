#include "tests/ui/shell_fixture.h"
#include "ui/panels/tape/tape.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/market_badge.h"
#include "ui/shell/picture.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace qob;

namespace {

void tellKind(UiFixture& fixture, MarketKind kind)
{
    MarketStatus status;
    status.kind = kind;
    fixture.session.publish(UiFixture::topic(TopicKind::Market), status);
    fixture.pump();
}

// What the palette has while the panel is the active one.
QStringList foundWith(ShellFixture& fixture, PanelDock* dock)
{
    fixture.window->setActiveDock(dock);
    QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = fixture.window->findChild<CommandPalette*>();
    auto const texts = palette->shownTexts();
    delete palette;
    return texts;
}

} // namespace

// Panels in their places and in windows of their own.
class DocksTest : public QObject {
    Q_OBJECT

private slots:

    // On another screen nothing else says that it is not a real market.
    void aPanelInAWindowOfItsOwnSaysWhatKindOfMarketItIs()
    {
        ShellFixture fixture;
        auto* dock = fixture.dock("ladder-1");
        QVERIFY(dock->findChild<MarketBadge*>() == nullptr); // the header says it
        dock->togglePopOut();
        fixture.frame();
        auto* badge = dock->findChild<MarketBadge*>();
        QVERIFY(badge->isVisible());
        QCOMPARE(badge->word(), QStringLiteral("SIM"));
        auto const at = [&](QWidget& window) {
            return window.grab().toImage().pixelColor(1, window.height() / 2);
        };
        QVERIFY(at(*dock) != fixture.theme.replay && at(*fixture.window) != fixture.theme.replay);
        tellKind(fixture, MarketKind::Replay);
        fixture.frame();
        QCOMPARE(badge->word(), QStringLiteral("REPLAY"));
        QCOMPARE(at(*dock), fixture.theme.replay);
        QCOMPARE(at(*fixture.window), fixture.theme.replay);
        QVERIFY(dock->panel()->geometry().left() >= replayFramePixels); // nothing of it is covered
        tellKind(fixture, MarketKind::Live);
        fixture.frame();
        QVERIFY(badge->word().startsWith(QStringLiteral("LIVE")));
        QVERIFY(at(*dock) != fixture.theme.replay);
        dock->togglePopOut();
        fixture.frame();
        QVERIFY(!badge->isVisible());
    }

    void theKillSwitchIsInEachWindowAndLocks()
    {
        ShellFixture fixture;
        auto* dock = fixture.dock("ladder-1");
        dock->togglePopOut();
        fixture.frame();
        QAbstractButton* kill = nullptr;
        for (auto* button : dock->findChildren<QToolButton*>()) {
            kill = button->text() == QStringLiteral("Cancel all") ? button : kill;
        }
        QVERIFY(kill != nullptr && kill->isVisible());
        auto* header = fixture.window->findChild<QPushButton*>(QStringLiteral("kill"));
        for (auto* one : {kill, static_cast<QAbstractButton*>(header)}) {
            fixture.models.entry.setLocked(false);
            fixture.session.clearCommands();
            QTest::mouseClick(one, Qt::LeftButton);
            QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
            QVERIFY(fixture.models.entry.locked());
            fixture.models.entry.place(fixture.view, limitDraft(Side::Buy, Price(10000), Qty(1)));
            QCOMPARE(fixture.session.commands().size(), std::size_t(1)); // nothing but the cancel
        }
        fixture.models.entry.setLocked(false);
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QVERIFY(!fixture.models.entry.locked()); // that one goes on
    }

    void aClickAnywhereInAPanelMakesItTheActiveOne()
    {
        ShellFixture fixture;
        for (auto const& name : WorkspaceFiles::shippedNames()) {
            fixture.window->openWorkspace(name);
            fixture.frame();
            auto const docks = fixture.window->docks();
            for (auto* dock : docks) {
                if (!dock->panel()->isVisible() || dock->panel()->visibleRegion().isEmpty()) {
                    continue; // behind a tab
                }
                auto* other = dock == docks.front() ? docks.back() : docks.front();
                fixture.window->setActiveDock(other);
                auto const middle = dock->panel()->rect().center();
                auto* child = dock->panel()->childAt(middle);
                auto* target = child == nullptr ? dock->panel() : child;
                QTest::mouseClick(target, Qt::LeftButton, {}, target->mapFrom(dock->panel(), middle));
                QVERIFY2(fixture.window->activeDock() == dock, qPrintable(name + u' ' + dock->objectName()));
            }
        }
    }

    void theTapeIsScrolledByKeys()
    {
        ShellFixture fixture;
        auto* tape = fixture.window->panel<Tape>();
        TradeBatch many;
        for (int i = 0; i < 200; ++i) {
            many.trades.push_back(UiFixture::trade(Price(10000), Qty(i + 1), Side::Buy));
        }
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), many);
        fixture.pump();
        fixture.frame();
        QTest::keyClick(tape, Qt::Key_Down);
        QCOMPARE(tape->offset(), 1);
        QTest::keyClick(tape, Qt::Key_PageDown);
        QVERIFY(tape->offset() > 5);
        QTest::keyClick(tape, Qt::Key_End);
        auto const end = tape->offset();
        QVERIFY(end > 100);
        QTest::keyClick(tape, Qt::Key_Down);
        QCOMPARE(tape->offset(), end);
        QTest::keyClick(tape, Qt::Key_Home);
        QCOMPARE(tape->offset(), 0);
    }

    void aHiddenTapeDoesNothingAndHasAllWhenItIsShown()
    {
        ShellFixture fixture;
        Tape tape(fixture.models.frames, fixture.view, fixture.theme);
        fixture.show(tape, QSize(230, 300));
        tape.hide();
        auto const trade = TradeBatch{{UiFixture::trade(Price(10000), Qty(7), Side::Buy)}};
        for (int i = 0; i < 3; ++i) {
            fixture.session.publish(UiFixture::topic(TopicKind::Trades), trade);
            fixture.pump();
        }
        QCOMPARE(tape.filter().rows().size(), std::size_t(0));
        tape.show();
        QCOMPARE(tape.filter().rows().size(), std::size_t(3));
        fixture.session.publish(UiFixture::topic(TopicKind::Trades), trade);
        fixture.pump();
        QCOMPARE(tape.filter().rows().size(), std::size_t(4));
    }

    void aPictureOfAPanelIsInTheClipboard()
    {
        ShellFixture fixture;
        auto& panel = *fixture.dock("ladder-1")->panel();
        QApplication::clipboard()->clear();
        copyPicture(panel);
        auto const picture = QApplication::clipboard()->pixmap();
        QCOMPARE(picture.size(), panel.size() * panel.devicePixelRatioF());
        QCOMPARE(
            picture.toImage().convertToFormat(QImage::Format_RGB32),
            panel.grab().toImage().convertToFormat(QImage::Format_RGB32)
        );
    }

    // What a screen reader says where there is no text to be read.
    void whatHasNoTextHasAName()
    {
        ShellFixture fixture;
        QStringList nameless;
        auto const look = [&](QString const& where, QWidget const& in) {
            for (auto const* one : in.findChildren<QWidget*>()) {
                auto const* button = qobject_cast<QAbstractButton const*>(one);
                bool const wordless = button != nullptr && button->text().isEmpty();
                bool const field =
                    (qobject_cast<QLineEdit const*>(one) != nullptr ||
                     qobject_cast<QComboBox const*>(one) != nullptr ||
                     qobject_cast<QAbstractSpinBox const*>(one) != nullptr ||
                     qobject_cast<QAbstractItemView const*>(one) != nullptr);
                bool const inner = one->objectName().startsWith(QStringLiteral("qt_")) ||
                                   qobject_cast<QHeaderView const*>(one) != nullptr ||
                                   one->parentWidget()->inherits("QAbstractItemView") ||
                                   one->parentWidget()->inherits("QAbstractSpinBox") ||
                                   one->parentWidget()->inherits("QComboBox") ||
                                   one->parentWidget()->inherits("QLineEdit") ||
                                   one->parentWidget()->inherits("QTabBar") ||
                                   one->inherits("QComboBoxListView");
                if ((wordless || field) && !inner && one->accessibleName().isEmpty()) {
                    nameless
                        << QStringLiteral("%1: %2 %3")
                               .arg(where, QLatin1String(one->metaObject()->className()), one->objectName());
                }
            }
        };
        for (auto const& kind : panelKinds()) {
            fixture.window->addPanel(QString::fromLatin1(kind.id));
        }
        look(QStringLiteral("header"), *fixture.window->findChild<HeaderBar*>());
        for (auto const* dock : fixture.window->docks()) {
            look(dock->objectName(), *dock);
            if (dock->panel()->accessibleName().isEmpty()) {
                nameless << dock->objectName();
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void thePaletteHasWhatAPanelsTitleTablesAndKeysDo()
    {
        ShellFixture fixture;
        fixture.window->openWorkspace(QStringLiteral("Portfolio"));
        fixture.frame();
        auto const has = [](QStringList const& texts, QStringList const& wanted) {
            for (auto const& one : wanted) {
                if (texts.filter(one).isEmpty()) {
                    qWarning() << one << "is not in" << texts;
                    return false;
                }
            }
            return true;
        };
        auto const everywhere = QStringList{
            QStringLiteral("Picture of the panel"),
            QStringLiteral("Close the panel"),
            QStringLiteral("Panel menu"),
            QStringLiteral("Speed: "),
            QStringLiteral("Jump to a time")};
        auto const ofTables = QStringList{
            QStringLiteral("Copy the selected rows"),
            QStringLiteral("Export as CSV"),
            QStringLiteral(": Columns: "),
            QStringLiteral(": Sort by: ")};
        for (auto const& kind : {"account", "watchlist", "venues", "log", "alerts", "performance"}) {
            auto* dock = fixture.window->addPanel(QString::fromLatin1(kind));
            QVERIFY2(dock != nullptr, kind);
            fixture.frame();
            QVERIFY2(has(foundWith(fixture, dock), everywhere + ofTables), kind);
        }
        auto* ladder = fixture.window->addPanel(QStringLiteral("ladder"));
        QVERIFY(
            has(foundWith(fixture, ladder),
                everywhere +
                    QStringList{
                        QStringLiteral("Higher price rows"),
                        QStringLiteral("Lower price rows"),
                        QStringLiteral("Link group: Orange")})
        );
    }
};

QTEST_MAIN(DocksTest)
#include "docks_test.moc"
