#include "tests/support/demo_market.h"
#include "tests/ui/shell_fixture.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/panels/market_list/market_list.h"
#include "ui/shell/frame_plate.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/shell/tour.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace qob;

namespace {

struct WindowFixture : UiFixture {
    WindowFixture() : window(models, theme, {settings, workspaces}) { show(window, QSize(1600, 900)); }

    Settings settings{{}};
    WorkspaceFiles workspaces{{}};
    MainWindow window;
};

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

private slots:

    void startsLockedAndTheLockIsAClickAway()
    {
        WindowFixture fixture;
        QVERIFY(fixture.models.entry.locked());
        QTest::mouseClick(fixture.window.findChild<QPushButton*>(QStringLiteral("lock")), Qt::LeftButton);
        QVERIFY(!fixture.models.entry.locked());
        QTest::keyClick(&fixture.window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(fixture.models.entry.locked());
    }

    // A change of colours or language makes the window anew; a replay that is paused says nothing then.
    void aWindowMadeInTheMiddleOfAReplaySaysSo()
    {
        ShellFixture fixture;
        auto const margin = fixture.window->contentsMargins();
        MarketStatus replay;
        replay.kind = MarketKind::Replay;
        fixture.session.publish(UiFixture::topic(TopicKind::Market), replay);
        fixture.pump();
        fixture.open();
        QCOMPARE(fixture.window->findChild<HeaderBar*>()->badge()->word(), QStringLiteral("REPLAY"));
        QVERIFY(fixture.window->contentsMargins().left() > margin.left());
    }

    void theTourGoesOnWithoutThePanelItSpeaksOf()
    {
        ShellFixture fixture;
        QVERIFY(fixture.window->panel<Ladder>() != nullptr);
        Tour tour(*fixture.window);
        tour.next();
        tour.next();
        fixture.window->openWorkspace(QStringLiteral("Portfolio"));
        fixture.pump();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(fixture.window->panel<Ladder>() == nullptr);
        fixture.window->resize(1400, 800); // it is placed anew
        QCOMPARE(tour.step(), 2);
        tour.next();
        QCOMPARE(tour.step(), 3);
    }

    void aKeyThatIsHeldDoesNotFlipTheLock()
    {
        WindowFixture fixture;
        auto const press = [&](bool again) {
            QTest::simulateEvent(&fixture.window, true, Qt::Key_L, Qt::ControlModifier, {}, again);
        };
        press(false);
        QVERIFY(!fixture.models.entry.locked());
        press(true);
        press(true);
        press(true);
        QVERIFY(!fixture.models.entry.locked());
    }

    void theKillSwitchWorksWhileLocked()
    {
        WindowFixture fixture;
        QTest::mouseClick(fixture.window.findChild<QPushButton*>(QStringLiteral("kill")), Qt::LeftButton);
        QVERIFY(!fixture.session.last<OrderMassCancelRequest>().instrument);
        fixture.session.clearCommands();
        QTest::keyClick(&fixture.window, Qt::Key_Escape);
        QCOMPARE(fixture.session.commands().size(), std::size_t(1));
    }

    void escapeInTheMarketListOnlyClosesIt()
    {
        WindowFixture fixture;
        fixture.window.findChild<HeaderBar*>()->openMarkets();
        auto* list = fixture.window.findChild<MarketList*>();
        QVERIFY(list->isVisible());
        QTest::keyClick(list->filter(), Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QVERIFY(fixture.session.commands().empty());
    }

    void theBadgeSaysWhatKindOfMarketItIs()
    {
        WindowFixture fixture;
        auto* badge = fixture.window.findChild<MarketBadge*>();
        QCOMPARE(badge->word(), QStringLiteral("SIM"));
        MarketStatus status;
        status.kind = MarketKind::Replay;
        fixture.session.publish(UiFixture::topic(TopicKind::Market), status);
        fixture.pump();
        QCOMPARE(badge->word(), QStringLiteral("REPLAY"));
        QVERIFY(fixture.window.contentsMargins().left() > 0); // room for the tinted frame
    }

    void aRefusalIsShownForAWhile()
    {
        WindowFixture fixture;
        auto* line = fixture.window.findChild<StatusLine*>();
        fixture.models.entry.place(fixture.view, limitDraft(Side::Buy, Price(10000), Qty(1)));
        QVERIFY(line->message().contains(QStringLiteral("locked")));
        fixture.clock.advance(seconds(7));
        fixture.frame();
        QVERIFY(line->message().isEmpty());
    }

    void theCostOfEachPanelIsAKeyAway()
    {
        WindowFixture fixture;
        auto* plate = fixture.window.findChild<FramePlate*>();
        QVERIFY(!plate->isVisible());
        QTest::keyClick(&fixture.window, Qt::Key_F12);
        QVERIFY(plate->isVisible());
        fixture.publishBook(Price(10010), Price(10030));
        fixture.frame();
        fixture.clock.advance(seconds(2));
        fixture.frame();
        auto const& lines = plate->lines();
        bool const ladder = std::any_of(lines.begin(), lines.end(), [](QStringList const& line) {
            return line.front() == QStringLiteral("Price ladder");
        });
        QVERIFY(ladder);
        QTest::keyClick(&fixture.window, Qt::Key_F12);
        QVERIFY(!plate->isVisible());
    }

    void recordingIsSwitchedAndShown()
    {
        WindowFixture fixture;
        auto* line = fixture.window.findChild<StatusLine*>();
        QTest::keyClick(&fixture.window, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(fixture.session.last<SetRecording>().on);
        MarketStatus status;
        status.recording = true;
        status.recordedBytes = 12'300'000;
        fixture.session.publish(UiFixture::topic(TopicKind::Market), status);
        fixture.pump();
        fixture.clock.advance(seconds(1));
        fixture.frame();
        QCOMPARE(line->recordingText(), QStringLiteral("REC 12.3 MB"));
        QTest::keyClick(&fixture.window, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(!fixture.session.last<SetRecording>().on);
    }

    void latencyIsRelativeWhereTheClocksDiffer()
    {
        WindowFixture fixture;
        auto* line = fixture.window.findChild<StatusLine*>();
        FeedStatus feed;
        feed.instrument = UiFixture::btc().id;
        feed.state = FeedState::Live;
        for (auto const latency : {milliseconds(-420), milliseconds(-400)}) {
            feed.messages += 1;
            feed.latency = latency;
            fixture.session.publish(UiFixture::topic(TopicKind::Feed), feed);
            fixture.pump();
        }
        fixture.clock.advance(seconds(1));
        fixture.frame();
        QCOMPARE(line->latencyText(), QStringLiteral("20 ms"));
    }

    void aHiddenWindowCostsNothing()
    {
        WindowFixture fixture;
        QVERIFY(fixture.models.frames.running());
        fixture.window.hide();
        QTRY_VERIFY(!fixture.models.frames.running());
        fixture.publishBook(Price(10010), Price(10030));
        QVERIFY(!fixture.models.frames.running());
        fixture.window.show();
        QVERIFY(fixture.models.frames.running());
    }

    void paintsTheLadderWithColour()
    {
        WindowFixture fixture;
        fixture.frame();
        auto const picture = fixture.window.panel<Ladder>()->grab().toImage();
        int lit = 0;
        auto const cell = fixture.window.panel<Ladder>()->cellOf(Price(9900), LadderColumn::Bid);
        for (int x = cell.left(); x < cell.right(); ++x) {
            for (int y = cell.top(); y < cell.bottom(); ++y) {
                lit += picture.pixelColor(x, y).lightness() > 120 ? 1 : 0;
            }
        }
        QVERIFY(lit > 20); // the digits of its size
    }

    void fitsASmallScreen()
    {
        WindowFixture fixture;
        QVERIFY(fixture.window.minimumSizeHint().width() <= 1366);
        QVERIFY(fixture.window.minimumSizeHint().height() <= 768);
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
