#include "tests/support/demo_market.h"
#include "tests/support/ui_fixture.h"
#include "ui/shell/live_dialog.h"
#include "ui/shell/market_badge.h"
#include "ui/shell/status_line.h"
#include "ui/shell/terminal.h"
#include "ui/shell/tour.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace qob;

namespace {

std::unique_ptr<Session> demoSession(MarketKind kind)
{
    auto session = std::make_unique<FakeSession>();
    DemoMarket market(*session, kind);
    market.prepare();
    return session;
}

// Answers when the test says so, from another thread as the real one does.
class FakeOpener final : public MarketOpener {
public:
    [[nodiscard]] std::vector<VenueOffer> venues() const override
    {
        return {
            {"BINANCE", "Binance", "spot", "captureProven", "BTCUSDT"},
            {"KRAKEN", "Kraken", "spot", "captureProven", "BTC/USD"},
            {"WOO", "WOO X", "spot perpetual", "documented", "SPOT_BTC_USDT"}};
    }

    void open(MarketChoice choice, Done done) override
    {
        asked.push_back(std::move(choice));
        m_done = std::move(done);
    }

    void answer(Expected<std::unique_ptr<Session>> session)
    {
        answerOnly(std::move(session));
        QCoreApplication::processEvents();
    }

    void answerOnly(Expected<std::unique_ptr<Session>> session)
    {
        std::thread([&] { m_done(std::move(session)); }).join();
    }

    std::vector<MarketChoice> asked;

private:
    Done m_done;
};

struct TerminalFixture {
    explicit TerminalFixture(TerminalOptions options = {})
        : terminal(
              {opener, base.clock, base.ids}, loadFonts(), demoSession(MarketKind::Sim), std::move(options)
          )
    {
        settle();
    }

    // Lets the sessions' snapshots reach the window.
    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents();
        }
    }

    [[nodiscard]] QString badge() const { return terminal.window().findChild<MarketBadge*>()->word(); }

    [[nodiscard]] QString message() const { return terminal.window().findChild<StatusLine*>()->message(); }

    [[nodiscard]] QString notices() const
    {
        auto const& model = terminal.models().notices;
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts << model.index(row, NoticesModel::Text).data().toString();
        }
        return texts.join(u'\n');
    }

    UiFixture base;
    FakeOpener opener;
    Terminal terminal;
};

const Error offline{ErrorCode::NetResolve, "wss://stream.binance.com: the name was not found"};

} // namespace

class TerminalTest : public QObject {
    Q_OBJECT

private slots:

    void anotherMarketTakesThePlaceOfTheFirst()
    {
        TerminalFixture fixture;
        QCOMPARE(fixture.badge(), QStringLiteral("SIM"));
        QTest::mouseClick(
            fixture.terminal.window().findChild<QPushButton*>(QStringLiteral("lock")), Qt::LeftButton
        );
        QVERIFY(!fixture.terminal.models().entry.locked());
        auto const size = fixture.terminal.window().size();
        fixture.terminal.open({MarketKind::Live, {"BINANCE:BTCUSDT"}});
        QCOMPARE(fixture.badge(), QStringLiteral("SIM")); // until it is there
        fixture.opener.answer(demoSession(MarketKind::Live));
        fixture.settle();
        QVERIFY(fixture.badge().startsWith(QStringLiteral("LIVE")));
        QVERIFY(fixture.terminal.models().entry.locked()); // locked at every start
        QCOMPARE(fixture.terminal.window().size(), size);
    }

    void drawingsAreThereAtTheNextStartAndADamagedFileIsSaid()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.settingsFolder = folder.path();
        {
            const TerminalFixture fixture(options);
            auto const& shown = *fixture.terminal.models().groups.at(0).view.shown();
            Drawing level;
            level.kind = DrawingKind::Level;
            level.market = drawingMarket(shown);
            level.priceScale = shown.priceScale;
            level.anchors[0].price = shown.tickSize * 1'000;
            level.alert = true;
            fixture.terminal.models().drawings.add(level);
        }
        {
            const TerminalFixture fixture(options);
            auto const& models = fixture.terminal.models();
            QCOMPARE(models.drawings.all().size(), std::size_t(1));
            QCOMPARE(models.alerts.rules().size(), std::size_t(1));
            QVERIFY(models.alerts.rules()[0].drawing->id == models.drawings.all()[0].id);
        }
        QFile file(folder.filePath(QStringLiteral("drawings.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{");
        file.close();
        const TerminalFixture fixture(options);
        QVERIFY(fixture.message().contains(QStringLiteral("drawings.json.damaged")));
        QCOMPARE(fixture.terminal.models().alerts.rules().size(), std::size_t(1)); // it knows where it was
    }

    void anExportedWorkspaceCanBeNamedAtTheStart()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.workspace = folder.filePath(QStringLiteral("given.json"));
        {
            const TerminalFixture fixture;
            auto& window = fixture.terminal.window();
            window.saveWorkspaceAs(QStringLiteral("Given"));
            Drawing level;
            level.kind = DrawingKind::Level;
            level.market = QStringLiteral("SIM-A:BTC-USDT");
            fixture.terminal.models().drawings.add(level);
            QCOMPARE(window.exportWorkspace(options.workspace), QString());
        }
        const TerminalFixture fixture(options);
        QCOMPARE(fixture.terminal.window().workspaceName(), QStringLiteral("Given"));
        QCOMPARE(fixture.terminal.models().drawings.seen().size(), std::size_t(1));
    }

    void staysAndSaysWhyWhenItCannotBeOpened()
    {
        TerminalFixture fixture;
        auto* const before = &fixture.terminal.window();
        fixture.terminal.open({MarketKind::Live, {"BINANCE:BTCUSDT"}});
        fixture.opener.answer(tl::unexpected(offline));
        QCOMPARE(&fixture.terminal.window(), before);
        QCOMPARE(fixture.badge(), QStringLiteral("SIM"));
        QVERIFY(fixture.message().contains(QStringLiteral("could not be looked up")));
        QVERIFY(fixture.message().contains(QStringLiteral("SIM")));
        QVERIFY(fixture.notices().contains(QStringLiteral("binance")));
    }

    void saysAtTheStartWhyItIsNotWhatWasAskedFor()
    {
        TerminalOptions options;
        options.startProblem = offline;
        TerminalFixture fixture(options);
        QVERIFY(fixture.message().contains(QStringLiteral("could not be looked up")));
        QVERIFY(fixture.notices().contains(QStringLiteral("binance"))); // also after the engine's snapshot
    }

    void anAnswerThatComesDuringADialogWaitsForItsEnd()
    {
        TerminalFixture fixture;
        fixture.terminal.open({MarketKind::Live, {"BINANCE:BTCUSDT"}});
        auto* dialog = new QDialog(&fixture.terminal.window()); // goes with the window
        dialog->setModal(true);
        dialog->show();
        fixture.opener.answer(demoSession(MarketKind::Live));
        QCOMPARE(fixture.badge(), QStringLiteral("SIM"));
        dialog->close();
        QSignalSpy opened(&fixture.terminal, &Terminal::opened);
        QVERIFY(opened.wait(2'000));
    }

    void anAnswerThatComesTooLateFindsNobody()
    {
        FakeOpener opener;
        UiFixture base;
        auto terminal = std::make_unique<Terminal>(
            TerminalWorld{opener, base.clock, base.ids},
            loadFonts(),
            demoSession(MarketKind::Sim),
            TerminalOptions()
        );
        terminal->open({});
        opener.answerOnly(demoSession(MarketKind::Live)); // its event waits
        terminal = nullptr;
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::topLevelWidgets().size(), 0);
    }

    void theDialogNamesTheBooksThatWereTicked()
    {
        FakeOpener const opener;
        LiveDialog dialog(opener.venues(), {});
        dialog.show();
        QCOMPARE(dialog.chosen(), QStringList{QStringLiteral("BINANCE:BTCUSDT")});
        auto* table = dialog.table();
        table->item(0, 1)->setText(QStringLiteral(" BTCUSDT  ETHUSDT "));
        table->item(1, 0)->setCheckState(Qt::Checked);
        const QStringList expected{
            QStringLiteral("BINANCE:BTCUSDT"),
            QStringLiteral("BINANCE:ETHUSDT"),
            QStringLiteral("KRAKEN:BTC/USD")};
        QCOMPARE(dialog.chosen(), expected);
        LiveDialog again(opener.venues(), dialog.chosen());
        QCOMPARE(again.chosen(), expected);
        QTest::keyClicks(dialog.filter(), QStringLiteral("wo"));
        QVERIFY(table->isRowHidden(0));
        QVERIFY(!table->isRowHidden(2));
    }

    void aFieldOfTheMenuAsksForTheMarket()
    {
        TerminalFixture fixture;
        emit fixture.terminal.window().simWanted();
        QCOMPARE(fixture.opener.asked.size(), std::size_t(1));
        QVERIFY(fixture.opener.asked.front().kind == MarketKind::Sim);
    }

    void anotherThemeKeepsTheMarketAndThePanels()
    {
        TerminalFixture fixture;
        auto const* models = &fixture.terminal.models();
        auto const panels = fixture.terminal.window().docks().size();
        auto const dark = QApplication::palette().color(QPalette::Window);
        fixture.terminal.models().entry.setLocked(false);
        fixture.terminal.settings().setTheme(QStringLiteral("light"));
        fixture.settle();
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > dark.lightness() + 100);
        QCOMPARE(&fixture.terminal.models(), models);
        QCOMPARE(fixture.terminal.window().docks().size(), panels);
        QVERIFY(fixture.terminal.window().isVisible());
        QVERIFY(!fixture.terminal.models().entry.locked());
    }

    void twoOnOneFolderDoNotWriteOverEachOther()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.settingsFolder = folder.path();
        Drawing level;
        level.kind = DrawingKind::Level;
        level.market = QStringLiteral("SIM-A:BTC-USDT");
        auto const contentOf = [&](char const* name) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        {
            TerminalFixture first(options);
            first.terminal.models().drawings.add(level);
            first.terminal.window().saveWorkspaceAs(QStringLiteral("Mine"));
            TerminalFixture second(options);
            QVERIFY(second.message().contains(QStringLiteral("not kept")));
            QVERIFY(second.notices().contains(QStringLiteral("not kept")));
            QVERIFY(!first.notices().contains(QStringLiteral("not kept")));
            auto& models = second.terminal.models();
            QCOMPARE(models.drawings.all().size(), std::size_t(2)); // it reads
            auto const drawings = contentOf("drawings.json");
            auto const settings = contentOf("settings.json");
            for (auto const& drawing : std::vector(models.drawings.all())) {
                models.drawings.remove(drawing.id);
            }
            AlertRule rule;
            rule.instrument = level.market;
            rule.value = QStringLiteral("1");
            models.alerts.add(rule);
            second.terminal.window().saveWorkspaceAs(QStringLiteral("Another"));
            second.terminal.settings().setHotkeysOn(true);
            QCOMPARE(second.terminal.window().workspaceName(), QStringLiteral("Another"));
            second.terminal.window().openWorkspace(QStringLiteral("Mine"));
            second.terminal.window().openWorkspace(QStringLiteral("Another")); // for this run it is there
            QCOMPARE(second.terminal.window().workspaceName(), QStringLiteral("Another"));
            second.terminal.window().close();
            QCOMPARE(contentOf("drawings.json"), drawings);
            QCOMPARE(contentOf("settings.json"), settings);
            QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("alerts.json"))));
            QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("workspaces/Another.json"))));
        }
        TerminalFixture after(options); // the lock went with its owner
        QVERIFY(!after.notices().contains(QStringLiteral("not kept")));
        after.terminal.models().drawings.add(level);
        QVERIFY(contentOf("drawings.json").size() > 0);
    }

    void theWindowOpensWhereItWasUnlessASizeIsAsked()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.settingsFolder = folder.path();
        options.workspace = QStringLiteral("Portfolio");
        QRect left;
        {
            TerminalFixture fixture(options);
            fixture.terminal.window().setGeometry(30, 40, 770, 600);
            fixture.settle();
            left = fixture.terminal.window().geometry();
            fixture.terminal.window().close();
        }
        {
            const TerminalFixture again(options);
            QCOMPARE(again.terminal.window().geometry(), left);
        }
        options.size = QSize(780, 640);
        const TerminalFixture asked(options);
        QCOMPARE(asked.terminal.window().size(), options.size);
    }

    void aSymbolThatNobodyKnowsIsNamed()
    {
        TerminalOptions options;
        options.firstSymbol = QStringLiteral("SIM-A:NO-SUCH");
        const TerminalFixture fixture(options);
        auto const* status = fixture.terminal.window().findChild<StatusLine*>();
        QTRY_VERIFY_WITH_TIMEOUT(status->message().contains(options.firstSymbol), 20'000);
    }

    void theSymbolOfTheCommandLineGoesBeforeAWorkspaces()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.workspace = folder.filePath(QStringLiteral("given.json"));
        {
            const TerminalFixture fixture;
            auto& view = fixture.terminal.models().groups.at(0).view;
            view.show(view.market().findByName(QStringLiteral("ETH-USDT"))->id);
            fixture.terminal.window().saveWorkspaceAs(QStringLiteral("Given"));
            QCOMPARE(fixture.terminal.window().exportWorkspace(options.workspace), QString());
        }
        auto const shownWith = [&](QString const& symbol) {
            options.firstSymbol = symbol;
            const TerminalFixture fixture(options);
            return QString::fromStdString(fixture.terminal.models().groups.at(0).view.shown()->symbol);
        };
        QCOMPARE(shownWith({}), QStringLiteral("ETH-USDT"));
        QCOMPARE(shownWith(QStringLiteral("BTC-USDT")), QStringLiteral("BTC-USDT"));
    }

    // Venues that answer late tell all their instruments late.
    void aSymbolIsNamedUnknownWhenOthersAreKnown()
    {
        auto session = std::make_unique<FakeSession>();
        auto& market = *session;
        market.setSnapshot(UiFixture::topic(TopicKind::Instruments), InstrumentList{});
        TerminalOptions options;
        options.firstSymbol = QStringLiteral("SIM-A:NO-SUCH");
        options.symbolPatienceMs = 20;
        UiFixture base;
        FakeOpener opener;
        const Terminal terminal(
            {opener, base.clock, base.ids}, loadFonts(), std::move(session), std::move(options)
        );
        auto const* status = terminal.window().findChild<StatusLine*>();
        QTest::qWait(100);
        QVERIFY(!status->message().contains(QStringLiteral("NO-SUCH")));
        market.publish(UiFixture::topic(TopicKind::Instruments), InstrumentList{{UiFixture::btc()}});
        QTRY_VERIFY_WITH_TIMEOUT(status->message().contains(QStringLiteral("NO-SUCH")), 20'000);
    }

    void theFirstStartHasATourAndTheSecondHasNot()
    {
        const QTemporaryDir folder;
        TerminalOptions options;
        options.settingsFolder = folder.path();
        {
            TerminalFixture fixture(options);
            auto* tour = fixture.terminal.window().findChild<Tour*>();
            QVERIFY(tour != nullptr);
            for (int step = 1; step < 4; ++step) {
                QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("next")), Qt::LeftButton);
                QCOMPARE(tour->step(), step);
                QVERIFY(fixture.terminal.window().rect().contains(tour->geometry()));
            }
            QTest::keyClick(tour->findChild<QPushButton*>(QStringLiteral("next")), Qt::Key_Escape);
            QVERIFY(!tour->isVisible()); // and the key cancelled no order
        }
        TerminalFixture again(options);
        QVERIFY(again.terminal.window().findChild<Tour*>() == nullptr);
    }
};

QTEST_MAIN(TerminalTest)
#include "terminal_test.moc"
