#pragma once

#include "engine/api/market_opener.h"
#include "engine/base/clock.h"
#include "ui/look/fonts.h"
#include "ui/models/order_entry.h"
#include "ui/shell/connect_dialog.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <functional>

class QLockFile;

namespace qob {

// A server to begin with.
struct ServerWish {
    SavedServer server;  // empty address: none is wanted
    QString password;    // given: nothing is asked, what cannot be is said on stderr and the program ends
    QString fingerprint; // of the certificate to trust, where the password is given
};

struct TerminalOptions {
    QSize size;                  // of the window; empty: as the workspace was left, or 1600x900
    QString title;               // of the window, after the program's name
    QString firstSymbol;         // "BTC-USDT" or "SIM-A:BTC-USDT"; empty: the first instrument
    int symbolPatienceMs = 3000; // it may be told as late as that, from when others are
    QString screenshotFile;      // not empty: save a picture of the window and quit
    double screenshotAfterSeconds = 3.0;
    std::function<void()> onFirstHeatMap; // once, when a heat map with history in it has been painted
    std::optional<Error> startProblem;    // said at the start: why this is not the market that was asked for
    QString settingsFolder;               // settings, workspaces, drawings, alerts; empty: nothing is kept
    QString workspace;                    // to open first, or to import: a .json file; empty: as settings say
    QString theme;                        // for this run; empty: the settings say it
    QString language;                     // "de", for this run; empty: the settings say it
    QString panel;                        // a kind: the picture is of such a panel alone
    ServerWish connect;
};

// What a terminal gets from outside besides its session.
struct TerminalWorld {
    MarketOpener& opener;
    Clock const& clock;
    ClOrdIdSource& ids;
};

// A terminal and the market it is open on. Another market is another session with models and a window of its
// own, in the place of the one before: nothing of one market can be taken for the other's. Another theme or
// language is another window on the same models. GUI thread.
class Terminal final : public QObject {
    Q_OBJECT

public:
    // All must outlive it. Without a session it connects with the server of the options, and asks for what is
    // missing; where nothing came of that it is not seated(), and of no use.
    Terminal(
        TerminalWorld const& world,
        FontFamilies const& fonts,
        std::unique_ptr<Session> session,
        TerminalOptions options,
        std::shared_ptr<ServerBook> servers = {}
    );
    ~Terminal() override;

    [[nodiscard]] bool seated() const { return m_sitting != nullptr; }

    [[nodiscard]] Settings& settings() { return m_settings; }

    [[nodiscard]] MainWindow& window() const { return *m_sitting->window; }

    [[nodiscard]] TerminalModels& models() const { return *m_sitting->models; }

    // Stays where it is, and says why, when that market cannot be opened.
    void open(MarketChoice const& choice);

    // Asks which, and goes there once it is connected.
    void chooseServer();

    // What is remembered of servers; sessions on them need it.
    [[nodiscard]] ServerBook& servers() { return *m_servers; }

signals:
    void opened();

private:
    // Torn down from the last member to the first.
    struct Sitting {
        std::unique_ptr<Session> session;
        std::unique_ptr<TerminalModels> models;
        std::unique_ptr<MainWindow> window;
    };

    using SessionAnswer = std::shared_ptr<Expected<std::unique_ptr<Session>>>;

    void sitDown(std::unique_ptr<Session> session);
    void take(SessionAnswer const& answer);
    void sayIfUnknown(MarketView& view);
    // The window anew, as the settings want it.
    void makeWindow(Sitting& sitting, QByteArray const& geometry);
    void placeFirst(MainWindow& window) const;
    void takeLook();
    void takeLanguage();
    void takeLock();
    void chooseLive();
    void chooseFiles();
    void say(Error const& problem);

    TerminalWorld m_world;
    FontFamilies m_fonts;
    TerminalOptions m_options;
    std::unique_ptr<QLockFile> m_lock; // of the settings' folder
    bool m_keeps = true;               // false: another terminal has that lock and writes there
    Settings m_settings;
    WorkspaceFiles m_workspaces;
    Theme m_theme;
    std::shared_ptr<ServerBook> m_servers;
    Translation m_translation;
    QString m_languageSeen; // of the settings, taken last
    std::unique_ptr<Sitting> m_sitting;
    QStringList m_liveBooks; // chosen last
};

// The whole terminal, beginning with this session, or without one with a server, until the window is closed.
// Makes the QApplication; call it once, on the main thread. Returns the process's exit code: 1, with a
// sentence on stderr, when the theme or the screenshot failed.
int runTerminal(
    int argc,
    char** argv,
    TerminalWorld const& world,
    std::unique_ptr<Session> session,
    TerminalOptions const& options
);

} // namespace qob
