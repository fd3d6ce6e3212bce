#pragma once

#include "engine/base/clock.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <deque>
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
    Duration m_spent; // in onFrame since the clock's costs were last taken
    Duration m_worst;
    int m_frames = 0;
};

// What one panel took to make itself ready for painting.
struct FrameCost {
    QString name; // the widget's accessible name, else its class
    int frames = 0;
    Duration mean;
    Duration worst;
};

// Over the last ten seconds. A frame's time is what it took to bring its panels up to date and to paint them.
struct FrameStats {
    double fps = 0;
    Duration p50;
    Duration p99;
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

    void add(FrameClient& client);
    void remove(FrameClient& client);
    void wake();
    [[nodiscard]] bool anyShown() const;
    void record(Frame const& frame);

    Clock const& m_clock;
    std::vector<FrameClient*> m_clients;
    std::deque<Frame> m_frames;
    QBasicTimer m_timer;
};

} // namespace qob
