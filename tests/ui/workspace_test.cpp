#include "tests/ui/shell_fixture.h"
#include "ui/charts/heat_map.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/panels/market_list/market_list.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/hotkeys.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/status_line.h"

#include <QAction>
#include <QEnterEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace qob;

namespace {

Workspace smallWorkspace()
{
    Workspace workspace;
    workspace.name = QStringLiteral("Mine");
    workspace.panels = {
        {QStringLiteral("ladder-1"), QStringLiteral("ladder"), 0, {{QStringLiteral("centring"), true}}},
        {QStringLiteral("tape-1"), QStringLiteral("tape"), 2, {}},
    };
    workspace.instruments[2] = QStringLiteral("SIM-A:ETH-USDT");
    return workspace;
}

} // namespace

class WorkspaceTest : public QObject {
    Q_OBJECT

private slots:

    void everyShippedWorkspaceShowsAllItsPanels()
    {
        ShellFixture fixture;
        auto const names = WorkspaceFiles::shippedNames();
        QCOMPARE(names.size(), 5);
        for (auto const& name : names) {
            fixture.window->openWorkspace(name);
            fixture.frame();
            QCOMPARE(fixture.window->workspaceName(), name);
            QCOMPARE(fixture.window->docks().size(), WorkspaceFiles::shipped(name).panels.size());
            for (auto const* dock : fixture.window->docks()) {
                auto const what = name + QStringLiteral(": ") + dock->objectName();
                bool const behindATab =
                    !fixture.window->tabifiedDockWidgets(const_cast<PanelDock*>(dock)).isEmpty();
                QVERIFY2(dock->isVisible() || behindATab, qPrintable(what));
                QVERIFY2(behindATab || dock->width() > 100, qPrintable(what));
                QVERIFY2(behindATab || dock->height() > 60, qPrintable(what));
                QVERIFY2(behindATab || fixture.window->rect().contains(dock->geometry()), qPrintable(what));
            }
        }
    }

    void everyShippedWorkspaceFitsASmallScreen()
    {
        ShellFixture fixture;
        fixture.window->resize(1366, 768);
        for (auto const& name : WorkspaceFiles::shippedNames()) {
            fixture.window->openWorkspace(name);
            fixture.frame();
            for (auto const* dock : fixture.window->docks()) {
                auto const least = dock->panel()->minimumSizeHint().expandedTo(dock->panel()->minimumSize());
                auto const what = QStringLiteral("%1: %2 wants %3 x %4")
                                      .arg(name, dock->objectName())
                                      .arg(least.width())
                                      .arg(least.height());
                QVERIFY2(least.width() <= 450 && least.height() <= 420, qPrintable(what));
            }
            auto const size = fixture.window->size();
            QVERIFY2(
                size == QSize(1366, 768),
                qPrintable(QStringLiteral("%1: %2 x %3").arg(name).arg(size.width()).arg(size.height()))
            );
        }
    }

    void aWorkspaceSurvivesItsFile()
    {
        auto const before = smallWorkspace();
        auto const after = parseWorkspace(workspaceText(before), QStringLiteral("x.json"));
        QVERIFY(after.has_value());
        QCOMPARE(after->name, before.name);
        QCOMPARE(after->panels.size(), before.panels.size());
        for (std::size_t i = 0; i < before.panels.size(); ++i) {
            QCOMPARE(after->panels[i].id, before.panels[i].id);
            QCOMPARE(after->panels[i].kind, before.panels[i].kind);
            QCOMPARE(after->panels[i].group, before.panels[i].group);
            QCOMPARE(after->panels[i].state, before.panels[i].state);
        }
        QCOMPARE(after->instruments[2], before.instruments[2]);
    }

    // A venue that cannot be reached today: what stands in for its market does not take its place for good.
    void aMarketThatIsWaitedForIsKept()
    {
        ShellFixture fixture;
        auto const wanted = QStringLiteral("BINANCE:BTCUSDT");
        fixture.models.groups.setFirstChoice(0, wanted);
        QCOMPARE(fixture.view.shown()->symbol, UiFixture::btc().symbol);
        QCOMPARE(fixture.window->workspace().instruments[0], wanted);
        fixture.view.show(UiFixture::eth().id);
        QCOMPARE(fixture.window->workspace().instruments[0], QStringLiteral("SIM-A:ETH-USDT"));
    }

    void aWrongFileSaysWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("not JSON") << QByteArray("{\"qobWorkspace\": 1, ") << "x.json: byte";
        QTest::newRow("another version")
            << QByteArray("{\"qobWorkspace\": 9}") << "qobWorkspace; expected version 1";
        QTest::newRow("no name") << QByteArray("{\"qobWorkspace\": 1}") << "name; expected";
        QTest::newRow("a panel without kind")
            << QByteArray(R"({"qobWorkspace":1,"name":"a","panels":[{"id":"x"}]})") << "panels[0]; expected";
        QTest::newRow("a group there is not")
            << QByteArray(R"({"qobWorkspace":1,"name":"a","panels":[{"id":"x","kind":"tape","group":6}]})")
            << "panels[0].group; expected 0 to 5";
        QTest::newRow("two of one id")
            << QByteArray(
                   R"({"qobWorkspace":1,"name":"a","panels":[{"id":"x","kind":"tape"},{"id":"x","kind":"tape"}]})"
               )
            << "panels[1].id";
        QTest::newRow("no drawing"
        ) << QByteArray(R"({"qobWorkspace":1,"name":"a","drawings":[{"kind":"spiral"}]})")
          << "drawings[0]; expected a drawing";
    }

    void aWrongFileSaysWhatAndWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        auto const read = parseWorkspace(text, QStringLiteral("x.json"));
        QVERIFY(!read.has_value());
        auto const detail = QString::fromStdString(read.error().detail);
        QVERIFY2(detail.contains(says), qPrintable(detail));
    }

    void whatWasChangedIsThereTheNextTime()
    {
        ShellFixture fixture;
        fixture.window->panel<Ladder>()->setColumns({LadderColumn::Prices, LadderColumn::Delta});
        fixture.dock("tape-1")->close();
        fixture.dock("depth-1")->setGroup(3);
        fixture.models.groups.at(3).view.show(UiFixture::eth().id);
        fixture.window->close();
        fixture.open();
        QVERIFY(fixture.dock("tape-1") == nullptr);
        QCOMPARE(fixture.dock("depth-1")->group(), 3);
        QVERIFY(fixture.models.groups.at(3).view.shown()->id == UiFixture::eth().id);
        auto const expected = std::vector{LadderColumn::Prices, LadderColumn::Delta};
        QVERIFY(fixture.window->panel<Ladder>()->columns() == expected);
        fixture.window->restoreDefaultWorkspace();
        QVERIFY(fixture.dock("tape-1") != nullptr);
        QCOMPARE(fixture.dock("depth-1")->group(), 0);
    }

    void aPanelOfALaterVersionIsLeftOut()
    {
        ShellFixture fixture;
        auto workspace = smallWorkspace();
        workspace.panels.push_back({QStringLiteral("cube-1"), QStringLiteral("cube"), 0, {}});
        QVERIFY(fixture.workspaces.save(workspace).isEmpty());
        fixture.window->openWorkspace(QStringLiteral("Mine"));
        QCOMPARE(fixture.ids(), (QStringList{"ladder-1", "tape-1"}));
        QVERIFY(fixture.window->findChild<StatusLine*>()->message().contains(QStringLiteral("cube")));
    }

    void keysSwitchWorkspaces()
    {
        ShellFixture fixture;
        QTest::keyClick(fixture.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.window->workspaceName(), WorkspaceFiles::shippedNames()[1]);
        QTest::keyClick(fixture.window.get(), Qt::Key_1, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.window->workspaceName(), WorkspaceFiles::shippedNames()[0]);
        QCOMPARE(fixture.settings.workspace(), WorkspaceFiles::shippedNames()[0]);
    }

    void aPanelPopsOutAndComesBack()
    {
        ShellFixture fixture;
        auto* dock = fixture.dock("ladder-1");
        auto const place = dock->geometry();
        dock->togglePopOut();
        fixture.frame();
        QVERIFY(dock->isWindow());
        QVERIFY(dock->isVisible());
        dock->togglePopOut();
        fixture.frame();
        QVERIFY(!dock->isWindow());
        QVERIFY(qAbs(dock->width() - place.width()) <= 4);
    }

    void anyNumberOfPanelsOfAKind()
    {
        ShellFixture fixture;
        auto const before = fixture.window->docks().size();
        auto* second = fixture.window->addPanel(QStringLiteral("ladder"));
        auto* third = fixture.window->addPanel(QStringLiteral("ladder"));
        QCOMPARE(fixture.window->docks().size(), before + 2);
        QVERIFY(second->objectName() != third->objectName());
        third->setGroup(1);
        fixture.models.groups.at(1).view.show(UiFixture::eth().id);
        fixture.frame();
        QVERIFY(qobject_cast<Ladder*>(second->panel())->model().instrument()->id == UiFixture::btc().id);
        QVERIFY(qobject_cast<Ladder*>(third->panel())->model().instrument()->id == UiFixture::eth().id);
        third->close();
        QCOMPARE(fixture.window->docks().size(), before + 1);
        QVERIFY(fixture.window->addPanel(QStringLiteral("cube")) == nullptr);
    }

    void theHeaderSpeaksOfTheActivePanel()
    {
        ShellFixture fixture;
        auto* tape = fixture.dock("tape-1");
        tape->setGroup(1);
        fixture.models.groups.at(1).view.show(UiFixture::eth().id);
        fixture.window->setActiveDock(tape);
        auto const symbol = [&] {
            return fixture.window->findChild<QPushButton*>(QStringLiteral("symbol"))->text();
        };
        QVERIFY(symbol().contains(QStringLiteral("ETH")));
        fixture.dock("ladder-1")->panel()->setFocus();
        fixture.window->setActiveDock(fixture.dock("ladder-1"));
        QVERIFY(symbol().contains(QStringLiteral("BTC")));
    }

    void aTypedLetterFindsAMarket()
    {
        ShellFixture fixture;
        fixture.window->setFocus();
        QTest::keyClick(fixture.window.get(), Qt::Key_E);
        auto* list = fixture.window->findChild<MarketList*>();
        QVERIFY(list->isVisible());
        QCOMPARE(list->filter()->text(), QStringLiteral("e"));
        list->close();
    }

    void aLetterTypedInATableFindsAMarket()
    {
        ShellFixture fixture;
        fixture.window->openWorkspace(QStringLiteral("Portfolio"));
        auto* table = fixture.window->findChild<QTableView*>();
        QVERIFY(table != nullptr);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_D);
        QVERIFY(fixture.window->findChild<MarketList*>()->isVisible());
    }

    void aLetterTypedInAPanelPoppedOutFindsAMarketThere()
    {
        ShellFixture fixture;
        auto* dock = fixture.dock("tape-1");
        dock->togglePopOut();
        dock->move(200, 100);
        fixture.frame();
        QVERIFY(dock->isWindow());
        QTest::keyClick(dock->panel(), Qt::Key_E);
        auto* list = fixture.window->findChild<MarketList*>();
        QVERIFY(list->isVisible());
        QCOMPARE(list->filter()->text(), QStringLiteral("e"));
        QVERIFY(dock->frameGeometry().contains(list->pos()));
        list->close();
    }

    void theKeyOfTheOpenWorkspaceUndoesNothing()
    {
        ShellFixture fixture;
        fixture.dock("tape-1")->close();
        QTest::keyClick(fixture.window.get(), Qt::Key_1, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY(!fixture.ids().contains(QStringLiteral("tape-1")));
    }

    void aWorkspaceOfOnesOwnHasNoDefault()
    {
        ShellFixture fixture;
        auto* restore = fixture.window->findChild<QAction*>(QStringLiteral("workspace.default"));
        QVERIFY(restore->isEnabled());
        QVERIFY(fixture.workspaces.save(smallWorkspace()).isEmpty());
        fixture.window->openWorkspace(QStringLiteral("Mine"));
        QVERIFY(!restore->isEnabled());
        fixture.window->restoreDefaultWorkspace();
        QCOMPARE(fixture.ids(), (QStringList{"ladder-1", "tape-1"}));
        fixture.window->openWorkspace(WorkspaceFiles::shippedNames().front());
        QVERIFY(restore->isEnabled());
    }

    void thePaletteFindsAndDoesIt()
    {
        ShellFixture fixture;
        QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = fixture.window->findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        QTest::keyClicks(palette->input(), QStringLiteral("unlock"));
        QVERIFY(palette->shownTexts().first().contains(QStringLiteral("unlock")));
        QTest::keyClick(palette->input(), Qt::Key_Return);
        QVERIFY(!fixture.models.entry.locked());
    }

    void thePaletteRanksTheStartOfWords()
    {
        QVERIFY(paletteScore(QStringLiteral("Add a panel: Ladder"), QStringLiteral("pan lad")) > 0);
        QCOMPARE(paletteScore(QStringLiteral("Add a panel: Ladder"), QStringLiteral("pan tape")), 0);
        QVERIFY(
            paletteScore(QStringLiteral("Ladder"), QStringLiteral("lad")) >
            paletteScore(QStringLiteral("Salad"), QStringLiteral("lad"))
        );
    }

    void hotkeysTradeOnlyWhenSwitchedOnAndOverThePanel()
    {
        ShellFixture fixture;
        fixture.models.entry.setLocked(false);
        auto* ladder = fixture.window->panel<Ladder>();
        ladder->setFocus();
        ShellFixture::hover(*ladder);
        QTest::keyClick(ladder, Qt::Key_X);
        fixture.window->findChild<MarketList*>()->close(); // it was taken for a name's first letter
        QVERIFY(fixture.session.commands().empty());
        fixture.settings.setHotkeysOn(true);
        QTest::keyClick(ladder, Qt::Key_X);
        auto const order = fixture.session.last<NewOrderSingle>();
        QVERIFY(order.side == Side::Buy && order.price == Price(10020));
        QVERIFY(order.timeInForce == TimeInForce::ImmediateOrCancel);
        ladder->setAttribute(Qt::WA_UnderMouse, false);
        fixture.session.clearCommands();
        QTest::keyClick(ladder, Qt::Key_X);
        fixture.window->findChild<MarketList*>()->close();
        QVERIFY(fixture.session.commands().empty());
    }

    void aPanelThatIsPoppedOutIsPaintedAfterASwitchOfWorkspaces()
    {
        ShellFixture fixture;
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        fixture.dock("ladder-1")->togglePopOut();
        fixture.window->openWorkspace(QStringLiteral("Order flow"));
        fixture.window->openWorkspace(QStringLiteral("Scalping"));
        auto* dock = fixture.dock("ladder-1");
        QVERIFY(dock->isFloating());
        QVERIFY(dock->updatesEnabled());
        QVERIFY(fixture.window->panel<Ladder>()->updatesEnabled());
    }

    void theLadderLeavesTheWindowItsKeys()
    {
        ShellFixture fixture;
        auto* ladder = fixture.window->panel<Ladder>();
        ladder->setFocus();
        QTest::keyClick(ladder, Qt::Key_Escape);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
        QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
        fixture.dock("ladder-1")->togglePopOut(); // in a window of its own they work as well
        fixture.frame();
        fixture.dock("ladder-1")->activateWindow();
        QTest::keyClick(ladder, Qt::Key_Escape);
        QCOMPARE(fixture.session.commands().size(), std::size_t(2));
        fixture.dock("ladder-1")->togglePopOut();
        fixture.frame();
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        ladder->setFocus();
        fixture.settings.setKey(QStringLiteral("replay.play"), {});
        fixture.settings.setKey(QStringLiteral("trading.cancelAll"), QKeySequence(Qt::CTRL | Qt::Key_Space));
        QTest::keyClick(ladder, Qt::Key_Escape);
        QCOMPARE(fixture.session.commands().size(), std::size_t(2));
        QTest::keyClick(ladder, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(fixture.session.commands().size(), std::size_t(3));
    }

    void aHotkeyCanBeAnother()
    {
        ShellFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.settings.setHotkeysOn(true);
        auto* ladder = fixture.window->panel<Ladder>();
        ShellFixture::hover(*ladder);
        fixture.settings.setKey(QStringLiteral("ladder.joinBid"), QKeySequence(Qt::Key_B));
        QTest::keyClick(ladder, Qt::Key_B);
        QVERIFY(fixture.session.last<NewOrderSingle>().price == Price(10000));
        QVERIFY(Hotkeys::actionFor(*ladder, fixture.settings, QKeySequence(Qt::Key_Q)) == nullptr);
        fixture.settings.resetKeys();
        QVERIFY(Hotkeys::actionFor(*ladder, fixture.settings, QKeySequence(Qt::Key_Q)) != nullptr);
    }

    void hotkeysAreWhereTheyAreOnOtherKeyboards()
    {
        ShellFixture fixture;
        fixture.models.entry.setLocked(false);
        fixture.settings.setHotkeysOn(true);
        auto* ladder = fixture.window->panel<Ladder>();
        ladder->setFocus();
        ShellFixture::hover(*ladder);
        auto const press = [&](int key, Qt::KeyboardModifiers modifiers, quint32 place) {
            QKeyEvent event(QEvent::KeyPress, key, modifiers, place, 0, 0);
            QCoreApplication::sendEvent(ladder, &event);
        };
        auto const quick = fixture.ticket.quickQuantities();
        constexpr int cyrillicShortI = 0x419; // where Q is
        press(cyrillicShortI, {}, 24);
        QVERIFY(fixture.session.last<NewOrderSingle>().price == Price(10000));
        press(Qt::Key_1, Qt::ShiftModifier, 10); // French: digits are above
        QVERIFY(fixture.ticket.qty() == quick[0]);
        press(Qt::Key_Eacute, {}, 11);
        QVERIFY(fixture.ticket.qty() == quick[1]);
        press(Qt::Key_QuoteDbl, {}, 12);
        QVERIFY(fixture.ticket.qty() == quick[2]);
        press(Qt::Key_Exclam, Qt::ShiftModifier, 10); // American: that is no digit
        QVERIFY(fixture.ticket.qty() == quick[2]);
        auto const sent = fixture.session.commands().size();
        press(Qt::Key_A, {}, 24); // French: the letter that is written on it
        QVERIFY(fixture.session.commands().size() == sent + 1);
        QVERIFY(fixture.session.last<NewOrderSingle>().ordType == OrdType::Market);
    }

    void aPanelsOwnKeyCanBeAnother()
    {
        ShellFixture fixture;
        auto* map = fixture.window->panel<HeatMap>();
        auto const* darker = map->findChild<QAction*>("heatmap.darker");
        auto const* in = map->findChild<QAction*>("heatmap.zoomIn");
        QVERIFY(darker != nullptr && in != nullptr);
        auto const all = in->shortcuts();
        QCOMPARE(all.size(), 2);
        {
            SettingsDialog dialog(fixture.settings, *fixture.window);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.setKey(QStringLiteral("heatmap.darker"), QKeySequence(Qt::Key_K)); // it was the brighter's
            dialog.setKey(QStringLiteral("heatmap.zoomIn"), QKeySequence(Qt::Key_I));
        }
        QCOMPARE(darker->shortcuts(), QList<QKeySequence>{QKeySequence(Qt::Key_K)});
        QVERIFY(map->findChild<QAction*>("heatmap.brighter")->shortcut().isEmpty());
        QCOMPARE(in->shortcuts(), QList<QKeySequence>{QKeySequence(Qt::Key_I)});
        auto const before = map->look().brightness;
        map->setFocus();
        QTest::keyClick(map, Qt::Key_K);
        QVERIFY(map->look().brightness < before);
        // A panel that comes later has them too, and the defaults come back whole.
        auto* later = fixture.window->addPanel(QStringLiteral("heatmap"));
        QCOMPARE(later->panel()->findChild<QAction*>("heatmap.darker")->shortcut(), QKeySequence(Qt::Key_K));
        fixture.settings.resetKeys();
        QCOMPARE(in->shortcuts(), all);
        QCOMPARE(darker->shortcut(), QKeySequence(Qt::Key_J));
    }

    void keysOfPanelsThatAreNotThereCanBeChosenToo()
    {
        ShellFixture fixture;
        QVERIFY(fixture.workspaces.save(smallWorkspace()).isEmpty());
        fixture.window->openWorkspace(QStringLiteral("Mine"));
        QVERIFY(fixture.window->panel<HeatMap>() == nullptr);
        SettingsDialog dialog(fixture.settings, *fixture.window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(fixture.window->panel<HeatMap>() == nullptr);
        dialog.setKey(QStringLiteral("heatmap.darker"), QKeySequence(Qt::Key_I));
        dialog.setKey(QStringLiteral("palette"), QKeySequence(Qt::Key_K)); // the heat map's, one day
        auto const* map = fixture.window->addPanel(QStringLiteral("heatmap"))->panel();
        QCOMPARE(map->findChild<QAction*>("heatmap.darker")->shortcut(), QKeySequence(Qt::Key_I));
        QVERIFY(map->findChild<QAction*>("heatmap.brighter")->shortcut().isEmpty());
    }

    void aKeyBelongsToOneCommand()
    {
        ShellFixture fixture;
        SettingsDialog dialog(fixture.settings, *fixture.window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setKey(QStringLiteral("ladder.joinBid"), QKeySequence(Qt::Key_X)); // it was the ask's
        auto* ladder = fixture.window->panel<Ladder>();
        auto const* action = Hotkeys::actionFor(*ladder, fixture.settings, QKeySequence(Qt::Key_X));
        QCOMPARE(action->objectName(), QStringLiteral("ladder.joinBid"));
        dialog.setKey(QStringLiteral("palette"), QKeySequence(Qt::CTRL | Qt::Key_J));
        QTest::keyClick(fixture.window.get(), Qt::Key_J, Qt::ControlModifier);
        auto* palette = fixture.window->findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        palette->close();
        delete palette;
        // A window's key that a panel's command takes, and the other way round: Qt would do neither.
        auto* map = fixture.window->panel<HeatMap>();
        auto const* darker = map->findChild<QAction*>("heatmap.darker");
        dialog.setKey(QStringLiteral("heatmap.darker"), QKeySequence(Qt::CTRL | Qt::Key_J));
        QVERIFY(fixture.window->findChild<QAction*>("palette")->shortcut().isEmpty());
        fixture.window->activateWindow();
        map->setFocus();
        auto const before = map->look().brightness;
        QTest::keyClick(map, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(map->look().brightness < before);
        dialog.setKey(QStringLiteral("palette"), QKeySequence(Qt::CTRL | Qt::Key_J));
        QVERIFY(darker->shortcut().isEmpty());
        QTest::keyClick(map, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(fixture.window->findChild<CommandPalette*>() != nullptr);
    }
};

QTEST_MAIN(WorkspaceTest)
#include "workspace_test.moc"
