#pragma once

#include "ui/look/theme.h"
#include "ui/remote/remote_session.h"
#include "ui/shell/terminal_models.h"

#include <QFont>
#include <QWidget>

namespace qob {

// The line at the bottom: what the feed does, how fast the window is, whether trading is locked, and for some
// seconds what was just refused. GUI thread.
class StatusLine final : public QWidget, private FrameClient {
    Q_OBJECT

public:
    StatusLine(TerminalModels& models, Theme const& theme, QWidget* parent = nullptr);

    // Whose feed is shown; at the start the first link group's. It must live until another one is set.
    void setView(MarketView& view);

    // Shown for some seconds.
    void say(QString const& text);

    [[nodiscard]] QString message() const { return m_message; }

    // "12 ms"; above the best one seen where the recorder's clock is not the venue's. The tip says by how
    // much.
    [[nodiscard]] QString latencyText() const { return m_latency; }

    // "desk:8443   12 ms"; empty where the engine is in this process.
    [[nodiscard]] QString serverText() const { return m_server; }

    // "REC 12 MB"; empty where nothing is recorded.
    [[nodiscard]] QString recordingText() const { return m_recording; }

    QSize sizeHint() const override { return {600, 24}; }

    QSize minimumSizeHint() const override { return {300, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void onFrame(Duration now) override;
    void refreshFeed();
    void refreshServer();
    // How many frames took how long, as bars; those that missed their time stand out.
    void paintHistogram(QPainter& painter, int left) const;

    TerminalModels& m_models;
    Theme const& m_theme;
    MarketView* m_view = nullptr;
    QFont m_font;
    QFont m_numberFont;
    QColor m_lamp;
    QString m_feed;
    QString m_latency;
    QString m_latencyTip;
    QString m_counts;
    QString m_frames;
    FrameStats m_stats;
    QString m_recording;
    RemoteSession const* m_remote; // null: the engine is in this process
    QString m_server;
    QColor m_serverLamp;
    QString m_message;
    Duration m_messageUntil;
    Duration m_lastRefresh;
};

} // namespace qob
