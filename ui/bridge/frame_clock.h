#pragma once

#include "engine/base/clock.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <array>
#include <deque>
#include <map>
#include <vector>

namespace qob {

class FrameClock;

// A panel that paints. When data arrives it only marks itself dirty; once a frame, while it is visible, it
// makes its newest state ready and asks Qt to repaint what changed. GUI thread.
class FrameClient {
public:
    // The widget is the one whose visibility counts; both must outlive the client.
    FrameClient(FrameClock& clock, QWidget& widget);
    virtual ~FrameClient();
    FrameClient(FrameClient const&) = delete;
    FrameClient& operator=(FrameClient const&) = delete;

    void markDirty();

protected:
    // `now` is the frame's steady time.
    virtual void onFrame(Duration now) = 0;

    [[nodiscard]] FrameClock& frameClock() const { return m_clock; }

private:
    friend class FrameClock;

    [[nodiscard]] bool shown() const;

    FrameClock& m_clock;
    QWidget& m_widget;
    bool m_dirty = true;
};

// What one panel took in the frames in which it did anything: to make itself ready, and to be painted.
struct FrameCost {
    QString name; // the widget's accessible name, else its class
    int frames = 0;
    Duration mean;
    Duration worst;
};

// Over the last ten seconds. A frame's time is what it took to bring its panels up to date and to paint them.
struct FrameStats {
    static constexpr int bucketMs = 2;

    double fps = 0;
    Duration p50;
    Duration p99;
    std::array<int, 12> buckets{}; // how many frames took how long, bucketMs each; the last one all above
};

// One 16 ms beat for all panels, standing still while none is visible. GUI thread.
class FrameClock final : public QObject {
    Q_OBJECT

public:
    static constexpr int intervalMs = 16;

    explicit FrameClock(Clock const& clock, QObject* parent = nullptr);

    [[nodiscard]] bool running() const { return m_timer.isActive(); }

    // One frame now: each dirty visible client once, then the repaint they asked for.
    void tick();

    [[nodiscard]] FrameStats stats() const;

    // What the widgets inside of a panel take to be painted counts as the panel's, too; a client among them
    // has a row of its own. The panel must outlive them.
    void countPaints(QWidget& panel);

    // Since the last call, of those that did anything, the dearest first.
    [[nodiscard]] std::vector<FrameCost> takeCosts();

    [[nodiscard]] Duration now() const { return m_clock.steady(); }

protected:
    void timerEvent(QTimerEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class FrameClient;

    struct Frame {
        Duration at;
        Duration spent;
        bool worked;
    };

    struct Cost {
        Duration spent;
        Duration frame; // of it in the frame `last`
        Duration worst;
        int frames = 0;
        std::uint64_t last = 0;
    };

    void add(FrameClient& client);
    void remove(FrameClient& client);
    void countPaintsOf(QWidget& painted, QWidget& panel);
    void charge(QWidget& panel, Duration spent);
    void wake();
    [[nodiscard]] bool anyShown() const;
    void record(Frame const& frame);

    Clock const& m_clock;
    std::vector<FrameClient*> m_clients;
    std::map<QObject*, QWidget*> m_painted; // whose panel's row it is
    std::map<QWidget*, Cost> m_costs;
    QEvent* m_painting = nullptr; // being timed
    std::uint64_t m_frame = 1;
    std::deque<Frame> m_frames;
    QBasicTimer m_timer;
};

} // namespace qob
