#include "tests/support/demo_market.h"
#include "tests/support/ui_fixture.h"
#include "ui/models/display_text.h"
#include "ui/models/error_sentences.h"
#include "ui/panels/alerts/alert_dialog.h"
#include "ui/panels/table/data_table.h"
#include "ui/panels/ticket/number_edit.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/languages.h"
#include "ui/shell/live_dialog.h"
#include "ui/shell/panel_dock.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/terminal.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace qob;

namespace {

class NoOpener final : public MarketOpener {
public:
    [[nodiscard]] std::vector<VenueOffer> venues() const override
    {
        return {
            {"BINANCE", "Binance", "spot", "captureProven", "BTCUSDT"},
            {"WOO", "WOO X", "spot perpetual", "documented", "SPOT_BTC_USDT"}};
    }

    void open(MarketChoice /*choice*/, Done /*done*/) override {}
};

std::unique_ptr<Session> demoSession()
{
    auto session = std::make_unique<FakeSession>();
    DemoMarket market(*session, MarketKind::Sim);
    market.prepare();
    return session;
}

TerminalOptions laptop()
{
    TerminalOptions options;
    options.size = QSize(1366, 768);
    return options;
}

struct TerminalFixture {
    TerminalFixture() { settle(); }

    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents();
        }
    }

    void speak(QString const& language)
    {
        terminal.settings().setLanguage(language);
        settle();
    }

    [[nodiscard]] QString actionText(char const* id) const
    {
        auto const* action = terminal.window().findChild<QAction*>(QLatin1String(id));
        return action == nullptr ? QString() : action->text();
    }

    [[nodiscard]] QStringList titles() const
    {
        QStringList texts;
        for (auto const* dock : terminal.window().docks()) {
            texts << panelTitle(dock->kind());
        }
        return texts;
    }

    UiFixture base;
    NoOpener opener;
    Terminal terminal{{opener, base.clock, base.ids}, loadFonts(), demoSession(), laptop()};
};

// The words on labels and buttons that have less room than they need.
QStringList clipped(QWidget const& root)
{
    QStringList words;
    auto const check = [&](QWidget const& widget, QString const& text) {
        if (widget.isVisible() && !text.isEmpty() && widget.width() < widget.sizeHint().width()) {
            words << QStringLiteral("%1 (%2 of %3)")
                         .arg(text)
                         .arg(widget.width())
                         .arg(widget.sizeHint().width());
        }
    };
    for (auto const* label : root.findChildren<QLabel*>()) {
        if (!label->wordWrap()) {
            check(*label, label->text());
        }
    }
    for (auto const* button : root.findChildren<QPushButton*>()) {
        check(*button, button->text());
    }
    for (auto const* box : root.findChildren<QCheckBox*>()) {
        check(*box, box->text());
    }
    return words;
}

void addLanguages()
{
    QTest::addColumn<QString>("code");
    for (auto const& language : languages()) {
        QTest::newRow(language.code) << QString::fromLatin1(language.code);
    }
}

Amount units(int n)
{
    return Amount(Int128{pow10(amountScale)} * n);
}

} // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private slots:

    // Each test begins as a terminal of an English system does.
    void init() { m_translation.take(QStringLiteral("en")); }

    void everyLanguageIsInTheProgram_data() { addLanguages(); }

    void everyLanguageIsInTheProgram()
    {
        QFETCH(QString, code);
        m_translation.take(code);
        bool const english = code == QStringLiteral("en");
        QCOMPARE(
            panelTitle(*findPanelKind(QStringLiteral("ticket"))) == QStringLiteral("Order ticket"), english
        );
        QCOMPARE(QLocale().language(), QLocale(code).language());
        if (QFile::exists(QStringLiteral(":/translations/qtbase_%1.qm").arg(code))) {
            auto const cancel = QCoreApplication::translate("QPlatformTheme", "Cancel");
            QCOMPARE(cancel == QStringLiteral("Cancel"), english);
        }
    }

    // Else lupdate would not find a sentence, and no translator would ever see it.
    void everySentenceOfTheEngineIsListed()
    {
        std::set<std::string_view> listed;
        for (char const* sentence : errorSentences()) {
            QVERIFY2(listed.insert(sentence).second, sentence);
        }
        std::size_t codes = 0;
        for (unsigned number = 0; number <= 0xFFFF; ++number) {
            if (isErrorCode(static_cast<std::uint16_t>(number))) {
                auto const& info = errorInfo(static_cast<ErrorCode>(number));
                QVERIFY2(listed.contains(info.sentence), std::string(info.name).c_str());
                ++codes;
            }
        }
        QCOMPARE(listed.size(), codes);
    }

    void wordsFollowASwitchAndTheWorkspaceStays()
    {
        TerminalFixture fixture;
        fixture.speak(QStringLiteral("en"));
        auto const name = fixture.terminal.window().workspaceName();
        auto const english = fixture.titles();
        QVERIFY(english.contains(QStringLiteral("Ladder")));
        QCOMPARE(fixture.actionText("settings"), QStringLiteral("Settings…"));
        const Error offTick{ErrorCode::OrderOffTick, "100.05"};

        fixture.speak(QStringLiteral("de"));
        QCOMPARE(fixture.actionText("settings"), QStringLiteral("Einstellungen…"));
        QVERIFY(fixture.titles().contains(QStringLiteral("Preisleiter")));
        QCOMPARE(fixture.titles().size(), english.size());
        QCOMPARE(fixture.terminal.window().workspaceName(), name);
        QCOMPARE(errorText(offTick), QStringLiteral("Der Preis ist kein Vielfaches der Tickgröße: 100.05"));
        auto const* kill = fixture.terminal.window().findChild<QPushButton*>(QStringLiteral("kill"));
        QCOMPARE(kill->text(), QStringLiteral("Alles stornieren"));

        fixture.speak(QStringLiteral("ja"));
        QVERIFY(fixture.titles().contains(QStringLiteral("板")));
        QCOMPARE(sideText(Side::Buy), QStringLiteral("買"));

        fixture.speak(QStringLiteral("en"));
        QCOMPARE(fixture.titles(), english);
        QCOMPARE(fixture.actionText("settings"), QStringLiteral("Settings…"));
        QCOMPARE(errorText(offTick), QStringLiteral("The price is not a multiple of the tick size: 100.05"));
    }

    void theDialogSwitchesTheLanguage()
    {
        TerminalFixture fixture;
        fixture.speak(QStringLiteral("en"));
        auto* dialog = new SettingsDialog(fixture.terminal.settings(), fixture.terminal.window());
        dialog->open();
        auto* spoken = dialog->findChild<QComboBox*>(QStringLiteral("language"));
        QCOMPARE(spoken->count(), static_cast<int>(languages().size()) + 1);
        QCOMPARE(spoken->itemText(spoken->findData(QStringLiteral("ru"))), QStringLiteral("Русский"));
        spoken->setCurrentIndex(spoken->findData(QStringLiteral("ru")));
        emit spoken->activated(spoken->currentIndex());
        TerminalFixture::settle();
        QCOMPARE(fixture.terminal.settings().language(), QStringLiteral("ru"));
        QCOMPARE(fixture.actionText("settings"), QStringLiteral("Настройки…"));
    }

    void thingsAreCountedAsTheLanguageCounts()
    {
        NoOpener const opener;
        auto const countIn = [&](QString const& code, QStringList const& books) {
            m_translation.take(code);
            const LiveDialog dialog(opener.venues(), books);
            QStringList texts;
            for (auto const* label : dialog.findChildren<QLabel*>()) {
                texts << label->text();
            }
            return texts.join(u'\n');
        };
        const QStringList one{QStringLiteral("BINANCE:BTCUSDT")};
        const QStringList two{QStringLiteral("BINANCE:BTCUSDT"), QStringLiteral("BINANCE:ETHUSDT")};
        QVERIFY(
            countIn(QStringLiteral("en"), one).contains(QStringLiteral("1 book\n")) ||
            countIn(QStringLiteral("en"), one).endsWith(QStringLiteral("1 book"))
        );
        QVERIFY(countIn(QStringLiteral("en"), two).contains(QStringLiteral("2 books")));
        QVERIFY(countIn(QStringLiteral("ru"), one).contains(QStringLiteral("1 стакан")));
        QVERIFY(countIn(QStringLiteral("ru"), two).contains(QStringLiteral("2 стакана")));
    }

    void moneyAndDatesAreWrittenByTheLanguage()
    {
        const Timestamp time(1'783'000'003'250'000'000);
        auto const sum = Amount(Int128{pow10(amountScale)} * 12'043'325 / 10);
        QCOMPARE(amountText(sum, 2), QStringLiteral("1,204,332.50"));
        QCOMPARE(dateTimeText(time), QStringLiteral("2026-07-02 13:46:43"));
        QCOMPARE(percentText(12.5, 2), QStringLiteral("12.50 %"));

        m_translation.take(QStringLiteral("de"));
        QCOMPARE(amountText(sum, 2), QStringLiteral("1.204.332,50"));
        QCOMPARE(signedAmountText(units(-999), 0), QStringLiteral("-999"));
        QCOMPARE(amountText(units(-1000), 0), QStringLiteral("-1.000"));
        QCOMPARE(dateTimeText(time), QStringLiteral("02.07.2026 13:46:43"));
        QCOMPARE(minuteText(time), QStringLiteral("02.07.2026 13:46"));
        QCOMPARE(durationText(microseconds(3'440)), QStringLiteral("3,4 ms"));
        QCOMPARE(averageText(sum, 2), QStringLiteral("1204332.50")); // a price
        QCOMPARE(isoDateTimeText(time), QStringLiteral("2026-07-02 13:46:43"));

        m_translation.take(QStringLiteral("tr"));
        QCOMPARE(percentText(12.5, 2), QStringLiteral("%12,50"));
    }

    void aDateThatIsShownCanBeTyped_data() { addLanguages(); }

    void aDateThatIsShownCanBeTyped()
    {
        QFETCH(QString, code);
        m_translation.take(code);
        const QDate day(2026, 7, 2);
        QCOMPARE(dateFrom(dateText(Timestamp(1'783'000'003'250'000'000))), day);
        QCOMPARE(dateFrom(QStringLiteral("2026-07-02")), day);
        QVERIFY(!dateFrom(QStringLiteral("soon")).isValid());
    }

    void aDecimalCommaIsAPointWhereTheLanguageHasIt()
    {
        NumberEdit english;
        QTest::keyClicks(&english, QStringLiteral("1.5"));
        QCOMPARE(english.text(), QStringLiteral("1.5"));
        QCOMPARE(
            plainDecimal(QStringLiteral("1,5")), QStringLiteral("1,5")
        ); // could be thousands: refused later

        m_translation.take(QStringLiteral("de"));
        NumberEdit german;
        QTest::keyClicks(&german, QStringLiteral("1,5"));
        QCOMPARE(german.text(), QStringLiteral("1.5"));
        german.clear();
        QTest::keyClicks(&german, QStringLiteral("2.25"));
        QCOMPARE(german.text(), QStringLiteral("2.25"));
    }

    void moneyIsSortedByItsWorthNotByItsText()
    {
        m_translation.take(QStringLiteral("de"));
        BalancesModel model;
        model.apply({{{AssetName("USDT"), units(1500), {}}, {AssetName("USDC"), units(900), {}}}, {}});
        QCOMPARE(model.index(0, BalancesModel::Free).data().toString(), QStringLiteral("1.500,00"));
        RowFilter rows(model);
        rows.sort(BalancesModel::Free, Qt::AscendingOrder);
        QCOMPARE(rows.index(0, BalancesModel::Asset).data().toString(), QStringLiteral("USDC"));
        rows.sort(BalancesModel::Free, Qt::DescendingOrder);
        QCOMPARE(rows.index(0, BalancesModel::Asset).data().toString(), QStringLiteral("USDT"));
    }

    void wordsHaveRoomOnALaptop_data() { addLanguages(); }

    void wordsHaveRoomOnALaptop()
    {
        QFETCH(QString, code);
        TerminalFixture fixture;
        fixture.speak(code);
        auto& window = fixture.terminal.window();
        QCOMPARE(window.size(), QSize(1366, 768)); // not made wider by its words
        auto const* header = window.findChild<HeaderBar*>();
        QVERIFY2(clipped(*header).isEmpty(), qPrintable(clipped(*header).join(u'\n')));

        std::vector<std::unique_ptr<QDialog>> dialogs;
        dialogs.push_back(std::make_unique<SettingsDialog>(fixture.terminal.settings(), window));
        dialogs.push_back(std::make_unique<LiveDialog>(fixture.opener.venues(), QStringList()));
        auto const& view = fixture.terminal.models().groups.at(0).view;
        dialogs.push_back(std::make_unique<AlertDialog>(AlertRule(), view, nullptr));
        for (auto& dialog : dialogs) {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            TerminalFixture::settle();
            QVERIFY2(clipped(*dialog).isEmpty(), qPrintable(clipped(*dialog).join(u'\n')));
            QVERIFY2(dialog->width() <= 900, qPrintable(dialog->windowTitle()));
        }
    }

    void theTicketHasRoomForItsWords_data() { addLanguages(); }

    void theTicketHasRoomForItsWords()
    {
        QFETCH(QString, code);
        m_translation.take(code);
        UiFixture fixture;
        auto const* kind = findPanelKind(QStringLiteral("ticket"));
        const std::unique_ptr<QWidget> ticket(
            kind->make({fixture.models, fixture.models.groups.at(0), fixture.theme})
        );
        fixture.publishBook(Price(10010), Price(10030));
        fixture.show(*ticket, kind->size);
        QVERIFY2(clipped(*ticket).isEmpty(), qPrintable(clipped(*ticket).join(u'\n')));
        for (auto const* edit : ticket->findChildren<NumberEdit*>()) {
            auto const wanted = edit->fontMetrics().horizontalAdvance(QStringLiteral("61837.5")) + 12;
            QVERIFY2(!edit->isVisible() || edit->width() >= wanted, qPrintable(edit->objectName()));
        }
    }

private:
    Translation m_translation;
};

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
