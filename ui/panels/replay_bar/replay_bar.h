#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"
#include "ui/models/replay_control.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace qob {

// Play, pause, step and speed of a market with a timeline; where it can be sought also a slider over the
// whole recording and a field to jump to a time. GUI thread.
class ReplayBar final : public QFrame, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    ReplayBar(
        FrameClock& frames,
        MarketReplica const& market,
        ReplayControl& control,
        Theme const& theme,
        QWidget* parent = nullptr
    );

private:
    void onFrame(Duration now) override;
    void build();
    void buildSeek();
    void takeKind();
    void jump();

    MarketReplica const& m_market;
    ReplayControl& m_control;
    Theme const& m_theme;
    QToolButton* m_play = nullptr;
    QToolButton* m_step = nullptr;
    QComboBox* m_speed = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_begin = nullptr;
    QLabel* m_end = nullptr;
    QLabel* m_note = nullptr;
    QSlider* m_slider = nullptr;
    QLineEdit* m_jump = nullptr;
    QWidget* m_seek = nullptr; // what only a recording has
    std::optional<bool> m_paused;
    QString m_clock;
};

} // namespace qob
