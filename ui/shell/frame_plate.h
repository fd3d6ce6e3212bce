#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"

namespace qob {

// Over the window's corner, on F12: frames a second, their time, and what each panel takes of it to make
// itself ready; painting is in the frame's time only. Clicks go through it. GUI thread.
class FramePlate final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    // Owned by the window.
    FramePlate(FrameClock& frames, Theme const& theme, QWidget& window);

    // A line a panel, its cells from left to right; before them what they say, and the whole window's frame.
    [[nodiscard]] std::vector<QStringList> const& lines() const { return m_lines; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void onFrame(Duration now) override;
    void refresh();

    Theme const& m_theme;
    QFont m_font;
    std::vector<QStringList> m_lines;
    Duration m_last;
};

} // namespace qob
