#include "ui/shell/terminal.h"

#include "engine/base/check.h"
#include "ui/look/theme.h"
#include "ui/models/display_text.h"
#include "ui/shell/live_dialog.h"
#include "ui/shell/panel_dock.h"
#include "ui/shell/tour.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLockFile>
#include <QPixmap>
#include <QPointer>
#include <QScreen>
#include <QStyleFactory>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <future>

namespace qob {
namespace {

void sayError(QString const& sentence)
{
    std::fputs(qUtf8Printable(sentence + QLatin1Char('\n')), stderr);
}

void scheduleScreenshot(Terminal& terminal, TerminalOptions const& options)
{
    auto const after = static_cast<int>(std::lround(options.screenshotAfterSeconds * 1000));
    QTimer::singleShot(after, &terminal, [&terminal, file = options.screenshotFile, panel = options.panel] {
        auto const* dock = terminal.window().activeDock();
        const bool alone = !panel.isEmpty() && dock != nullptr;
        const bool saved = (alone ? dock->panel() : &terminal.window())->grab().save(file);
        if (!saved) {
            sayError(Terminal::tr("The screenshot could not be written to %1").arg(file));
        }
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

QString serverTitle(RemoteStatus const& status)
{
    return status.user + QLatin1Char('@') + status.server;
}

// The session the options ask for, from a dialog or without one; null: there is none, and why has been said.
std::unique_ptr<Session> connectFirst(ServerWish const& wish, ServerBook& book, Clock const& clock)
{
    if (wish.password.isEmpty()) {
        // The program would end with it, being its last window.
        QApplication::setQuitOnLastWindowClosed(false);
        ConnectDialog dialog(book, clock, wish.server);
        auto session = dialog.exec() == QDialog::Accepted ? dialog.takeSession() : nullptr;
        QApplication::setQuitOnLastWindowClosed(true);
        return session;
    }
    auto const server = parseServerAddress(wish.server.address);
    if (!server) {
        sayError(QStringLiteral("qob: ") + errorText(server.error()));
        return nullptr;
    }
    if (!wish.fingerprint.isEmpty()) {
        book.pins.pin(*server, wish.fingerprint);
    }
    RemoteSettings settings;
    settings.server = *server;
    settings.credentials = {wish.server.user, wish.password, {}};
    std::promise<RemoteOutcome> opened;
    auto session = std::make_unique<RemoteSession>(
        std::move(settings),
        clock,
        book.pins,
        [&opened](RemoteOutcome outcome) { opened.set_value(std::move(outcome)); }
    );
    if (auto const outcome = opened.get_future().get(); outcome.problem) {
        sayError(QStringLiteral("qob: ") + errorText(*outcome.problem));
        return nullptr;
    }
    return session;
}

QString inFolder(QString const& folder, QString const& name)
{
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + name;
}

std::vector<std::string> toStrings(QStringList const& texts)
{
    std::vector<std::string> strings;
    for (QString const& text : texts) {
        strings.push_back(text.toStdString());
    }
    return strings;
}

bool isFile(QString const& workspace)
{
    return workspace.endsWith(QStringLiteral(".json"));
}

// What is wrong with the options, as a sentence; empty: nothing.
QString wrongOption(TerminalOptions const& options)
{
    if (!options.panel.isEmpty() && findPanelKind(options.panel) == nullptr) {
        QStringList kinds;
        for (auto const& kind : panelKinds()) {
            kinds << QString::fromLatin1(kind.id);
        }
        return Terminal::tr("There is no panel '%1'; there are: %2").arg(options.panel, kinds.join(u' '));
    }
    if (isFile(options.workspace)) {
        auto const read = WorkspaceFiles::readFrom(options.workspace);
        return read ? QString() : errorText(read.error());
    }
    auto const names = WorkspaceFiles(inFolder(options.settingsFolder, QStringLiteral("workspaces"))).names();
    if (!options.workspace.isEmpty() && !names.contains(options.workspace)) {
        return Terminal::tr("There is no workspace '%1'; there are: %2")
            .arg(options.workspace, names.join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace

Terminal::Terminal(
    TerminalWorld const& world,
    FontFamilies const& fonts,
    std::unique_ptr<Session> session,
    TerminalOptions options,
    std::shared_ptr<ServerBook> servers
)
    : m_world(world)
    , m_fonts(fonts)
    , m_options(std::move(options))
    , m_settings(inFolder(m_options.settingsFolder, QStringLiteral("settings.json")))
    , m_workspaces(inFolder(m_options.settingsFolder, QStringLiteral("workspaces")))
    , m_servers(servers ? std::move(servers) : std::make_shared<ServerBook>(m_options.settingsFolder))
{
    takeLock();
    if (!m_options.panel.isEmpty()) {
        Workspace alone;
        alone.name = m_options.workspace = QStringLiteral("Picture");
        alone.panels = {{m_options.panel + QStringLiteral("-1"), m_options.panel, 0, {}}};
        alone.layout = alone.panels.front().id;
        static_cast<void>(m_workspaces.save(alone));
    }
    if (!m_options.workspace.isEmpty() && !isFile(m_options.workspace)) {
        m_settings.setWorkspace(m_options.workspace);
    }
    m_languageSeen = m_settings.language();
    takeLanguage();
    takeLook();
    connect(&m_settings, &Settings::lookChanged, this, [this] {
        // As it is in the language before: its columns are as wide as those words wanted.
        auto const geometry = window().saveGeometry();
        window().saveWorkspace();
        if (std::exchange(m_languageSeen, m_settings.language()) != m_settings.language()) {
            m_options.language.clear();
            takeLanguage();
        } else {
            m_options.theme.clear();
        }
        takeLook();
        makeWindow(*m_sitting, geometry);
    });
    if (session == nullptr) {
        session = connectFirst(m_options.connect, *m_servers, m_world.clock);
    }
    if (session == nullptr) {
        return;
    }
    sitDown(std::move(session));
    if (isFile(m_options.workspace)) {
        window().openWorkspaceFile(m_options.workspace);
    }
    if (!m_options.firstSymbol.isEmpty()) { // before what a workspace says
        auto& view = models().groups.at(0).view;
        view.setFirstChoice(m_options.firstSymbol);
        sayIfUnknown(view);
    }
    if (auto* dock = window().activeDock(); dock != nullptr && !m_options.panel.isEmpty()) {
        dock->setFloating(true);
        dock->resize(m_options.size.isEmpty() ? QSize(1600, 900) : m_options.size);
    }
    if (!m_options.settingsFolder.isEmpty() && !m_settings.tourDone()) {
        auto* tour = new Tour(window());
        connect(tour, &Tour::finished, this, [this] { m_settings.setTourDone(true); });
    }
    if (!m_keeps) {
        auto const why =
            tr("Another terminal has these settings open: what you change in this one is not kept");
        models().notices.addOwn({Notice::Level::Warning, m_world.clock.now(), why.toStdString(), std::nullopt}
        );
        window().say(why);
    }
    if (m_options.startProblem) {
        say(*m_options.startProblem);
    }
    if (auto const problem = m_settings.takeProblem(); !problem.isEmpty()) {
        window().say(problem);
    }
}

Terminal::~Terminal() = default;

// Each would write over what the other one drew.
void Terminal::takeLock()
{
    if (m_options.settingsFolder.isEmpty()) {
        return;
    }
    QDir().mkpath(m_options.settingsFolder);
    m_lock = std::make_unique<QLockFile>(inFolder(m_options.settingsFolder, QStringLiteral("lock")));
    m_lock->setStaleLockTime(0); // however long it runs
    m_keeps = m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError;
    if (!m_keeps) {
        m_settings.keepNothing();
        m_workspaces.setReadOnly();
    }
}

void Terminal::takeLanguage()
{
    auto const wanted = m_options.language.isEmpty() ? m_settings.language() : m_options.language;
    // A settings file can have been written by a version that spoke more.
    m_translation.take(findLanguage(wanted) == nullptr ? QString() : wanted);
}

void Terminal::takeLook()
{
    auto const path = QStringLiteral(":/themes/themes.json");
    auto const wanted = m_options.theme.isEmpty() ? m_settings.theme() : m_options.theme;
    auto const name = themeNames().contains(wanted) ? wanted : themeNames().front();
    auto theme = loadTheme(path, name, m_fonts.ui, m_fonts.number);
    CHECK(theme.has_value()); // it is part of the program
    m_theme = std::move(*theme);
    QApplication::setPalette(paletteOf(m_theme));
    qApp->setStyleSheet(styleSheetOf(m_theme, QStringLiteral(":/themes/terminal.qss")));
}

void Terminal::sitDown(std::unique_ptr<Session> session)
{
    auto next = std::make_unique<Sitting>();
    next->session = std::move(session);
    next->models = std::make_unique<TerminalModels>(*next->session, m_world.clock, m_world.ids);
    if (m_sitting) {
        window().saveWorkspace();
    }
    makeWindow(*next, m_sitting ? window().saveGeometry() : QByteArray());
    auto const& folder = m_options.settingsFolder;
    for (auto const& problem :
         {next->models->alerts.keepIn(inFolder(folder, QStringLiteral("alerts.json")), m_keeps),
          next->models->drawings.keepIn(inFolder(folder, QStringLiteral("drawings.json")), m_keeps)}) {
        if (!problem.isEmpty()) {
            next->window->say(problem);
        }
    }
    next->models->bridge.start();
    // The window before is there until now: the application would end with its last one.
    std::swap(m_sitting, next);
}

// Instruments can be told late, all of them very late.
void Terminal::sayIfUnknown(MarketView& view)
{
    QTimer::singleShot(m_options.symbolPatienceMs, &view, [this, &view, wanted = m_options.firstSymbol] {
        if (view.market().instruments().empty()) {
            sayIfUnknown(view);
        } else if (view.market().findByName(wanted) == nullptr) {
            view.keepShown();
            window().say(tr("No market '%1' is known; another one is shown").arg(wanted));
        }
    });
}

void Terminal::makeWindow(Sitting& sitting, QByteArray const& geometry)
{
    auto made =
        std::make_unique<MainWindow>(*sitting.models, m_theme, WindowMemory{m_settings, m_workspaces});
    MainWindow& window = *made;
    auto const* const remote = dynamic_cast<RemoteSession const*>(sitting.session.get());
    auto const title = remote == nullptr ? m_options.title : serverTitle(remote->status());
    window.setWindowTitle(title.isEmpty() ? QStringLiteral("qob") : QStringLiteral("qob · %1").arg(title));
    if (m_options.onFirstHeatMap) {
        connect(&window, &MainWindow::heatMapPainted, this, [this] {
            if (auto const tell = std::exchange(m_options.onFirstHeatMap, nullptr)) {
                tell();
            }
        });
    }
    connect(&window, &MainWindow::simWanted, this, [this] { open({}); });
    connect(&window, &MainWindow::liveWanted, this, &Terminal::chooseLive);
    connect(&window, &MainWindow::filesWanted, this, &Terminal::chooseFiles);
    connect(&window, &MainWindow::serverWanted, this, &Terminal::chooseServer);
    if (!geometry.isEmpty()) {
        window.restoreGeometry(geometry);
    } else {
        placeFirst(window);
    }
    window.show();
    std::swap(sitting.window, made);
}

// Where the user left it, if nothing else is asked for; a picture's size is not left to that.
void Terminal::placeFirst(MainWindow& window) const
{
    bool const asked = !m_options.size.isEmpty();
    if (asked || !m_options.screenshotFile.isEmpty() || !window.restoreGeometry(window.savedGeometry())) {
        // On a small screen no larger than fits, with its frame.
        constexpr QSize usual(1600, 900);
        constexpr QSize frame(2, 40);
        auto const room = window.screen()->availableGeometry().size() - frame;
        window.resize(asked ? m_options.size : usual.boundedTo(room));
    }
}

void Terminal::open(MarketChoice const& choice)
{
    window().say(tr("Opening the market…"));
    // The answer comes on another thread, and perhaps when nobody is here any more.
    m_world.opener.open(
        choice,
        [self = QPointer<Terminal>(this)](Expected<std::unique_ptr<Session>> session) {
            auto const answer = std::make_shared<Expected<std::unique_ptr<Session>>>(std::move(session));
            QMetaObject::invokeMethod(
                qApp,
                [self, answer] {
                    if (self) {
                        self->take(answer);
                    }
                },
                Qt::QueuedConnection
            );
        }
    );
}

void Terminal::take(SessionAnswer const& answer)
{
    // A dialog or a menu runs inside the window that would go.
    if (QApplication::activeModalWidget() != nullptr || QApplication::activePopupWidget() != nullptr) {
        constexpr int again = 100;
        QTimer::singleShot(again, this, [this, answer] { take(answer); });
        return;
    }
    auto session = std::move(*answer);
    if (!session) {
        say(session.error());
        return;
    }
    m_options.firstSymbol.clear();
    sitDown(std::move(*session));
    emit opened();
}

void Terminal::say(Error const& problem)
{
    const Notice notice{Notice::Level::Error, m_world.clock.now(), problem.message(), problem.code};
    models().notices.addOwn(notice);
    window().say(tr("Still on %1. %2").arg(marketKindText(models().market.status().kind), noticeText(notice))
    );
}

void Terminal::chooseLive()
{
    LiveDialog dialog(m_world.opener.venues(), m_liveBooks, &window());
    if (dialog.exec() == QDialog::Accepted) {
        m_liveBooks = dialog.chosen();
        open({MarketKind::Live, toStrings(m_liveBooks)});
    }
}

void Terminal::chooseFiles()
{
    auto const files = QFileDialog::getOpenFileNames(
        &window(), tr("Replay recordings"), {}, tr("Recordings (*.qh *.gz *.xz *.jsonl *.log);;All files (*)")
    );
    if (!files.isEmpty()) {
        open({MarketKind::Replay, toStrings(files)});
    }
}

void Terminal::chooseServer()
{
    std::unique_ptr<Session> session;
    {
        ConnectDialog dialog(*m_servers, m_world.clock, {}, &window());
        if (dialog.exec() != QDialog::Accepted) {
            return;
        }
        session = dialog.takeSession();
    }
    auto const answer = std::make_shared<Expected<std::unique_ptr<Session>>>(std::move(session));
    QMetaObject::invokeMethod(
        this, [this, answer] { take(answer); }, Qt::QueuedConnection
    );
}

int runTerminal(
    int argc,
    char** argv,
    TerminalWorld const& world,
    std::unique_ptr<Session> session,
    TerminalOptions const& options
)
{
    QApplication::setApplicationName(QStringLiteral("qob"));
    // Qt takes the scale before there is an application.
    auto const scale = Settings::scaleOf(inFolder(options.settingsFolder, QStringLiteral("settings.json")));
    if (scale != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(scale / 100.0));
    }
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (auto const wrong = wrongOption(options); !wrong.isEmpty()) {
        sayError(QStringLiteral("qob: ") + wrong);
        return 1;
    }
    Terminal terminal(world, loadFonts(), std::move(session), options);
    if (!terminal.seated()) {
        return 1;
    }
    if (!options.screenshotFile.isEmpty()) {
        scheduleScreenshot(terminal, options);
    }
    return QApplication::exec();
}

} // namespace qob
