#include "ui/bridge/frame_clock.h"

#include <QTest>

#include <algorithm>

using namespace qob;

namespace {

class Panel final : public QWidget, public FrameClient {
public:
    Panel(FrameClock& beat, ManualClock& clock) : FrameClient(beat, *this), m_clock(clock) {}

    void onFrame(Duration /*now*/) override
    {
        ++frames;
        m_clock.advance(cost);
        update();
    }

    void paintEvent(QPaintEvent* /*event*/) override
    {
        ++paints;
        m_clock.advance(cost);
    }

    int frames = 0;
    int paints = 0;
    Duration cost;

private:
    ManualClock& m_clock;
};

} // namespace

class FrameClockTest : public QObject {
    Q_OBJECT

private slots:

    void callsOnlyDirtyVisiblePanels()
    {
        ManualClock clock{Timestamp(0)};
        FrameClock frames(clock);
        Panel shown(frames, clock);
        Panel hidden(frames, clock);
        shown.show();
        QCoreApplication::processEvents();
        frames.tick();
        int const before = shown.frames;
        frames.tick();
        QCOMPARE(shown.frames, before); // nothing new
        shown.markDirty();
        hidden.markDirty();
        frames.tick();
        QCOMPARE(shown.frames, before + 1);
        QCOMPARE(hidden.frames, 0);
        hidden.show();
        frames.tick();
        QCOMPARE(hidden.frames, 1); // what it missed
    }

    void standsStillWhileNothingIsVisible()
    {
        ManualClock clock{Timestamp(0)};
        FrameClock frames(clock);
        Panel panel(frames, clock);
        QVERIFY(!frames.running());
        panel.show();
        QVERIFY(frames.running());
        panel.hide();
        QTRY_VERIFY(!frames.running());
        panel.markDirty();
        QVERIFY(!frames.running());
        panel.show();
        QVERIFY(frames.running());
    }

    void measuresUpdateAndPaint()
    {
        ManualClock clock{Timestamp(0)};
        FrameClock frames(clock);
        Panel panel(frames, clock);
        panel.show();
        QCoreApplication::processEvents();
        frames.tick();
        panel.cost = milliseconds(2);
        for (int i = 0; i < 1000; ++i) {
            clock.advance(milliseconds(16));
            panel.markDirty();
            frames.tick();
        }
        auto const stats = frames.stats();
        QVERIFY(stats.p50 == milliseconds(4)); // two for the update, two for the paint
        QVERIFY(stats.p99 == milliseconds(4));
        QVERIFY(stats.fps > 49 && stats.fps < 51); // a frame every 20 ms
    }

    void thePanelsRowSaysWhatItAndItsTablesTakeToBePaintedToo()
    {
        ManualClock clock{Timestamp(0)};
        FrameClock frames(clock);
        Panel panel(frames, clock);
        QWidget table; // no client: it paints what a model tells it
        table.setAccessibleName(QStringLiteral("Table"));
        Panel inside(frames, clock);
        inside.setParent(&table);
        inside.setAccessibleName(QStringLiteral("Inside"));

        class Cell : public QWidget {
        public:
            Cell(QWidget* parent, ManualClock& beat) : QWidget(parent), m_clock(beat) {}

            void paintEvent(QPaintEvent* /*event*/) override { m_clock.advance(milliseconds(7)); }

        private:
            ManualClock& m_clock;
        };

        Cell cell(&table, clock);
        frames.countPaints(table);
        panel.setAccessibleName(QStringLiteral("Panel"));
        panel.show();
        table.show();
        QCoreApplication::processEvents();
        frames.tick();
        static_cast<void>(frames.takeCosts());
        panel.cost = milliseconds(2);
        inside.cost = milliseconds(1);
        for (int i = 0; i < 10; ++i) {
            panel.markDirty();
            inside.markDirty();
            cell.update();
            frames.tick();
        }
        QStringList rows;
        for (auto const& cost : frames.takeCosts()) {
            rows << QStringLiteral("%1 %2 %3 %4")
                        .arg(cost.name)
                        .arg(cost.frames)
                        .arg(cost.mean.value / 1'000'000)
                        .arg(cost.worst.value / 1'000'000);
        }
        const QStringList expected{
            QStringLiteral("Table 10 7 7"), QStringLiteral("Panel 10 4 4"), QStringLiteral("Inside 10 2 2")};
        QCOMPARE(rows, expected);
        QVERIFY(frames.takeCosts().empty());
    }

    void p99ShowsTheSlowFrames()
    {
        ManualClock clock{Timestamp(0)};
        FrameClock frames(clock);
        Panel panel(frames, clock);
        panel.show();
        QCoreApplication::processEvents();
        for (int i = 0; i < 400; ++i) {
            clock.advance(milliseconds(16));
            panel.cost = i % 40 == 0 ? milliseconds(15) : milliseconds(0);
            panel.markDirty();
            frames.tick();
        }
        QVERIFY(frames.stats().p50 == milliseconds(0));
        QVERIFY(frames.stats().p99 == milliseconds(30));
        auto const& buckets = frames.stats().buckets;
        QVERIFY(buckets.front() > 300); // those that took nothing
        QVERIFY(buckets.back() >= 9 && buckets.back() <= 10);
        QCOMPARE(std::count(buckets.begin(), buckets.end(), 0), qsizetype(10));
    }
};

QTEST_MAIN(FrameClockTest)
#include "frame_clock_test.moc"
