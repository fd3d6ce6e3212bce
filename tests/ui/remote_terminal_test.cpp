// The terminal on an engine elsewhere, with clicks: the dialog that connects, then trading, a lost connection
// and the way back.

#include "engine/base/clock.h"
#include "tests/support/served_engine_handle.h"
#include "ui/models/display_text.h"
#include "ui/panels/ladder/ladder.h"
#include "ui/shell/market_badge.h"
#include "ui/shell/status_line.h"
#include "ui/shell/terminal.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <map>

using namespace qob;
using ServedEngine = test::ServedEngineHandle;

namespace {

constexpr int generous = 20'000;

// In place of the desktop's keychain; says no where it is told to.
class FakeSecrets final : public SecretStore {
public:
    explicit FakeSecrets(bool works = true) : m_works(works) {}

    void find(QString const& key, QObject* /*context*/, std::function<void(QString)> found) override
    {
        found(m_works ? kept[key] : QString());
    }

    void keep(
        QString const& key, QString const& secret, QObject* /*context*/, std::function<void(QString)> done
    ) override
    {
        if (m_works) {
            kept[key] = secret;
        }
        done(m_works ? QString() : QStringLiteral("there is no keychain"));
    }

    void forget(QString const& key) override { kept.erase(key); }

    std::map<QString, QString> kept;

private:
    bool m_works;
};

class NoOtherMarkets final : public MarketOpener {
public:
    [[nodiscard]] std::vector<VenueOffer> venues() const override { return {}; }

    void open(MarketChoice /*choice*/, Done /*done*/) override {}
};

struct DialogFixture {
    explicit DialogFixture(ServedEngine& served, QString const& folder = {}, bool keychain = true)
        : book(folder)
    {
        auto owned = std::make_unique<FakeSecrets>(keychain);
        secrets = owned.get();
        book.secrets = std::move(owned);
        address = QStringLiteral("wss://127.0.0.1:%1").arg(served.port());
        makeDialog();
    }

    void makeDialog()
    {
        dialog = std::make_unique<ConnectDialog>(book, clock, SavedServer{});
        dialog->show();
    }

    template <class T = QLineEdit>
    T* find(char const* name) const
    {
        return dialog->findChild<T*>(QLatin1String(name));
    }

    void type(char const* field, QString const& text) const
    {
        find(field)->clear();
        QTest::keyClicks(find(field), text);
    }

    void enter(char const* user = "trader", char const* password = ServedEngine::password) const
    {
        type("address", address);
        type("user", QLatin1String(user));
        type("password", QLatin1String(password));
    }

    void press(char const* button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    [[nodiscard]] QString message() const { return find<QLabel>("message")->text(); }

    [[nodiscard]] bool accepted() const { return dialog->result() == QDialog::Accepted; }

    SystemClock clock;
    ServerBook book;
    FakeSecrets* secrets;
    QString address;
    std::unique_ptr<ConnectDialog> dialog;
};

struct TerminalFixture {
    explicit TerminalFixture(ServedEngine& served)
    {
        auto book = std::make_shared<ServerBook>(QString());
        const ServerAddress server{QStringLiteral("127.0.0.1"), served.port()};
        book->pins.pin(server, QString::fromStdString(served.fingerprint()));
        RemoteSettings settings;
        settings.server = server;
        settings.credentials = {QStringLiteral("trader"), QLatin1String(ServedEngine::password), {}};
        settings.shortestWait = milliseconds(50);
        settings.longestWait = milliseconds(300);
        settings.pingEvery = milliseconds(200);
        auto session =
            std::make_unique<RemoteSession>(settings, clock, book->pins, [](RemoteOutcome const&) {});
        remote = session.get();
        TerminalOptions options;
        options.size = QSize(1600, 900);
        terminal = std::make_unique<Terminal>(
            TerminalWorld{opener, clock, ids}, loadFonts(), std::move(session), options, book
        );
    }

    [[nodiscard]] MainWindow& window() const { return terminal->window(); }

    [[nodiscard]] TerminalModels& models() const { return terminal->models(); }

    [[nodiscard]] MarketView& view() const { return models().groups.at(0).view; }

    SystemClock clock;
    PrefixedClOrdIds ids{"ui" + std::to_string(SystemClock().now().value)};
    NoOtherMarkets opener;
    RemoteSession* remote = nullptr;
    std::unique_ptr<Terminal> terminal;
};

} // namespace

class RemoteTerminalTest : public QObject {
    Q_OBJECT

private slots:

    void theFirstVisitAsksAboutTheCertificateTheSecondDoesNot()
    {
        auto const engine = ServedEngine::make({});
        ServedEngine& served = *engine;
        const QTemporaryDir folder;
        DialogFixture fixture(served, folder.path());
        fixture.enter();
        fixture.press("connect");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("trust")->isVisible(), generous);
        QVERIFY(fixture.message().contains(QString::fromStdString(served.fingerprint())));
        QVERIFY(!fixture.accepted());
        fixture.press("trust");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.accepted(), generous);
        QVERIFY(fixture.dialog->takeSession()->state() == SessionState::Open);
        fixture.makeDialog();
        QCOMPARE(fixture.find("address")->text(), fixture.address);
        QCOMPARE(fixture.find("user")->text(), QStringLiteral("trader"));
        QVERIFY(fixture.find("password")->text().isEmpty()); // it was not to be remembered
        fixture.type("password", QLatin1String(ServedEngine::password));
        fixture.press("connect");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.accepted(), generous);
        QVERIFY(!fixture.find<QPushButton>("trust")->isVisible());
    }

    void aWrongPasswordAndAChangedCertificateAreSaidInWords()
    {
        auto const engine = ServedEngine::make({});
        ServedEngine& served = *engine;
        DialogFixture fixture(served);
        fixture.book.pins.pin(
            {QStringLiteral("127.0.0.1"), served.port()}, QString::fromStdString(served.fingerprint())
        );
        fixture.enter("trader", "not the one it is");
        fixture.press("connect");
        auto const sentence = errorText({ErrorCode::AuthFailed, {}});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().startsWith(sentence), generous);
        QVERIFY(fixture.find<QPushButton>("connect")->isEnabled());
        auto const before = QString::fromStdString(served.fingerprint());
        served.stop();
        served.newCertificate();
        served.start();
        fixture.press("connect");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().contains(before), generous);
        QVERIFY(fixture.message().contains(QString::fromStdString(served.fingerprint())));
        QVERIFY(!fixture.accepted());
    }

    void badInputIsSaidAtOnce()
    {
        auto const engine = ServedEngine::make({});
        ServedEngine& served = *engine;
        DialogFixture fixture(served);
        fixture.type("address", QStringLiteral("ws://plain:1"));
        fixture.press("connect");
        QVERIFY(fixture.message().contains(QStringLiteral("wss://HOST:PORT")));
        fixture.type("address", fixture.address);
        fixture.press("connect");
        QVERIFY(!fixture.message().isEmpty());
        QVERIFY(fixture.find<QPushButton>("connect")->isEnabled());
    }

    void aPasswordIsKeptInTheKeychainAloneOrAskedForEachTime()
    {
        auto const engine = ServedEngine::make({});
        ServedEngine& served = *engine;
        for (bool const keychain : {true, false}) {
            const QTemporaryDir folder;
            DialogFixture fixture(served, folder.path(), keychain);
            fixture.book.pins.pin(
                {QStringLiteral("127.0.0.1"), served.port()}, QString::fromStdString(served.fingerprint())
            );
            fixture.enter();
            fixture.dialog->findChild<QCheckBox*>()->setChecked(true);
            fixture.press("connect");
            QTRY_VERIFY_WITH_TIMEOUT(fixture.accepted(), generous);
            fixture.makeDialog();
            QCOMPARE(fixture.find("password")->text().isEmpty(), !keychain);
            QFile file(folder.filePath(QStringLiteral("servers.json")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(ServedEngine::password));
        }
    }

    void startedOnAServerItAsksAndThenOpensThere()
    {
        auto const engine = ServedEngine::make({});
        auto const book = std::make_shared<ServerBook>(QString());
        book->pins.pin(
            {QStringLiteral("127.0.0.1"), engine->port()}, QString::fromStdString(engine->fingerprint())
        );
        TerminalOptions options;
        options.connect.server.address = QStringLiteral("wss://127.0.0.1:%1").arg(engine->port());
        options.connect.server.user = QStringLiteral("viewer");
        SystemClock clock;
        PrefixedClOrdIds ids{"s"};
        NoOtherMarkets opener;
        auto const start = [&](auto answer) {
            QTimer::singleShot(200, [answer] {
                auto* const dialog = qobject_cast<ConnectDialog*>(QApplication::activeModalWidget());
                answer(*dialog);
            });
            return std::make_unique<Terminal>(
                TerminalWorld{opener, clock, ids}, loadFonts(), nullptr, options, book
            );
        };
        QVERIFY(!start([](ConnectDialog& dialog) { dialog.reject(); })->seated());
        auto const terminal = start([](ConnectDialog& dialog) {
            QTest::keyClicks(
                dialog.findChild<QLineEdit*>(QStringLiteral("password")),
                QLatin1String(ServedEngine::password)
            );
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        QVERIFY(terminal->seated());
        QVERIFY(terminal->window().windowTitle().contains(QStringLiteral("viewer@127.0.0.1")));
        QTRY_VERIFY_WITH_TIMEOUT(terminal->models().groups.at(0).view.depth() != nullptr, generous);
    }

    void everythingIsThereAndALadderClickTrades()
    {
        auto const engine = ServedEngine::make(minutes(3));
        ServedEngine& served = *engine;
        TerminalFixture fixture(served);
        auto* const ladder = fixture.window().panel<Ladder>();
        QVERIFY(ladder != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.view().depth() != nullptr && !fixture.view().depth()->bids.empty(), generous
        );
        QVERIFY(fixture.window().windowTitle().contains(QStringLiteral("trader@127.0.0.1")));
        QCOMPARE(fixture.window().findChild<MarketBadge*>()->word(), marketKindText(MarketKind::Sim));
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.window().findChild<StatusLine*>()->serverText().contains(QString::number(served.port())),
            generous
        );
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.view().heat().chunks().empty(), generous);
        QTest::mouseClick(fixture.window().findChild<QPushButton*>(QStringLiteral("lock")), Qt::LeftButton);
        QVERIFY(!fixture.models().entry.locked());
        // Some ticks below the best bid, so that it rests.
        QTest::qWait(300);
        auto const best = fixture.view().depth()->bids.front().price;
        auto const price = Price(best.value - 8 * fixture.view().shown()->tickSize.value);
        QTest::mouseClick(ladder, Qt::LeftButton, {}, ladder->cellOf(price, LadderColumn::Bid).center());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.models().orders.workingCount(), std::size_t(1), generous);
        auto const working = [&] {
            return fixture.models().orders.working(fixture.view().shown()->id);
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            working().size() == 1 && working().front().report.ordStatus == OrdStatus::New, generous
        );
        if (qEnvironmentVariableIsSet("QOB_TEST_PICTURE")) {
            QTest::qWait(1000);
            fixture.window().grab().save(qEnvironmentVariable("QOB_TEST_PICTURE"));
        }

        served.stop();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.view().depth()->state == FeedState::Stale, generous);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.window().findChild<StatusLine*>()->serverText().contains(QStringLiteral("not connected")),
            generous
        );
        QTest::mouseClick(ladder, Qt::LeftButton, {}, ladder->cellOf(price, LadderColumn::Bid).center());
        QCOMPARE(
            fixture.models().orders.workingCount(), std::size_t(1)
        ); // nothing was sent, nothing pretended
        served.start();
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.view().depth() != nullptr && fixture.view().depth()->state == FeedState::Live, generous
        );
        QTRY_COMPARE_WITH_TIMEOUT(fixture.models().orders.workingCount(), std::size_t(1), generous);
        QTest::mouseClick(fixture.window().findChild<QPushButton*>(QStringLiteral("kill")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.models().orders.workingCount(), std::size_t(0), generous);
    }
};

QTEST_MAIN(RemoteTerminalTest)
#include "remote_terminal_test.moc"
