#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/glyph_text.h"
#include "ui/look/theme.h"

namespace qob {

// Over the window's corner, on F12: frames a second, their time, and what each panel takes of it to make
// itself ready; painting is in the frame's time only. Clicks go through it. GUI thread.
class FramePlate final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    // Owned by the window.
    FramePlate(FrameClock& frames, Theme const& theme, QWidget& window);

    [[nodiscard]] std::vector<std::string> const& lines() const { return m_lines; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void onFrame(Duration now) override;
    void refresh();

    Theme const& m_theme;
    GlyphText m_text;
    std::vector<std::string> m_lines;
    Duration m_last;
};

} // namespace qob
