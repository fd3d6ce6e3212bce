#include "tests/support/candle_kit.h"
#include "tests/support/ui_fixture.h"
#include "ui/models/display_text.h"
#include "ui/models/performance.h"
#include "ui/models/table_roles.h"
#include "ui/models/venues_model.h"
#include "ui/panels/log/log_panel.h"
#include "ui/panels/table/data_table.h"
#include "ui/panels/watchlist/watchlist.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace qob;

namespace {

struct TableFixture : UiFixture {
    TableFixture() : model(0, 3), table(model, theme)
    {
        model.setHorizontalHeaderLabels({"Name", "Price", "P&L"});
        add("alpha", "1,200.50", "+3.00 USDT");
        add("beta", "99.75", "-12.50 USDT");
        add("gamma, \"quoted\"", "10,000.00", "–");
        show(table, QSize(500, 300));
    }

    void add(char const* name, char const* price, char const* profit)
    {
        model.appendRow({new QStandardItem(name), new QStandardItem(price), new QStandardItem(profit)});
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            all << table.model()->index(row, 0).data().toString().left(5);
        }
        return all;
    }

    void clickTitle(int column)
    {
        auto* header = table.horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    }

    QStandardItemModel model;
    DataTable table;
};

} // namespace

class TablesTest : public QObject {
    Q_OBJECT

private slots:

    void titlesSortNumbersAsNumbersAndThenNotAtAll()
    {
        TableFixture fixture;
        fixture.clickTitle(1);
        QCOMPARE(fixture.names(), (QStringList{"gamma", "alpha", "beta"}));
        fixture.clickTitle(1);
        QCOMPARE(fixture.names(), (QStringList{"beta", "alpha", "gamma"}));
        fixture.clickTitle(1);
        QCOMPARE(fixture.names(), (QStringList{"alpha", "beta", "gamma"}));
    }

    void whatHasNoNumberIsLastEitherWay()
    {
        TableFixture fixture;
        fixture.clickTitle(2);
        QCOMPARE(fixture.names(), (QStringList{"alpha", "beta", "gamma"}));
        fixture.clickTitle(2);
        QCOMPARE(fixture.names(), (QStringList{"beta", "alpha", "gamma"}));
    }

    void everyWordMustBeInTheRow()
    {
        TableFixture fixture;
        fixture.table.rows().setWords(QStringLiteral("usdt ALP"));
        QCOMPARE(fixture.names(), QStringList{"alpha"});
        fixture.table.rows().setWords({});
        fixture.table.rows().setCondition([](int row) { return row > 0; });
        QCOMPARE(fixture.names(), (QStringList{"beta", "gamma"}));
    }

    void csvHasWhatIsShownAndQuotesWhatNeedsIt()
    {
        TableFixture fixture;
        fixture.table.setColumnHidden(2, true);
        fixture.table.horizontalHeader()->moveSection(1, 0);
        QCOMPARE(
            fixture.table.csv(),
            QStringLiteral(
                "Price,Name\n\"1,200.50\",alpha\n99.75,beta\n\"10,000.00\",\"gamma, \"\"quoted\"\"\"\n"
            )
        );
    }

    void rowsAreCopied()
    {
        TableFixture fixture;
        fixture.table.selectRow(1);
        fixture.table.setFocus();
        QTest::keyClick(&fixture.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("beta\t99.75\t-12.50 USDT"));
    }

    void aTableComesBackAsItWasLeft()
    {
        TableFixture fixture;
        fixture.clickTitle(1);
        fixture.table.setColumnHidden(2, true);
        TableFixture other;
        other.table.restoreState(fixture.table.saveState());
        QCOMPARE(other.names(), fixture.names());
        QVERIFY(other.table.isColumnHidden(2));
        other.table.restoreState(
            {{QStringLiteral("sort"), 99}, {QStringLiteral("header"), QStringLiteral("?")}}
        );
    }

    void columnsAreTickedInTheMenu()
    {
        TableFixture fixture;
        QMenu menu;
        fixture.table.fillColumns(menu);
        QCOMPARE(menu.actions().size(), 3);
        menu.actions()[1]->trigger();
        QVERIFY(fixture.table.isColumnHidden(1));
    }

    void aClickInTheWatchlistShowsTheMarket()
    {
        UiFixture fixture;
        Watchlist list(fixture.session, fixture.view, fixture.theme);
        fixture.show(list, QSize(520, 300));
        auto* table = list.table();
        auto const at = table->visualRect(table->model()->index(1, InstrumentsModel::Symbol)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(fixture.view.shown()->id == UiFixture::eth().id);
        fixture.view.show(UiFixture::btc().id);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void theWatchlistDrawsTheLastHourOfWhatIsInSight()
    {
        UiFixture fixture;
        Watchlist list(fixture.session, fixture.view, fixture.theme);
        fixture.show(list, QSize(620, 300));
        const Topic topic{TopicKind::Candles, UiFixture::btc().id, CandleInterval::Min1};
        QTRY_COMPARE(fixture.session.subscribers(topic), std::size_t{1});
        auto const cell = list.table()->model()->index(0, InstrumentsModel::Line);
        QVERIFY(cell.data(lineRole).value<QVector<double>>().isEmpty());
        fixture.session.publishSnapshot(topic, test::batchOf(test::wave(90)));
        fixture.pump();
        auto const line = cell.data(lineRole).value<QVector<double>>();
        QCOMPARE(line.size(), 60);
        QCOMPARE(line.back(), static_cast<double>(test::wave(90).back().close.value));
        QSignalSpy changes(list.table()->model(), &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 5; ++i) {
            fixture.session.publish(topic, test::batchOf({test::candleAt(90, 9'000 + i, false)}));
            fixture.pump();
        }
        QCOMPARE(changes.count(), 0); // not five times a second
        QTRY_COMPARE(changes.count(), 1);
        QCOMPARE(cell.data(lineRole).value<QVector<double>>().back(), 9'004.0);
        list.hide();
        QCOMPARE(fixture.session.subscribers(topic), std::size_t{0});
        list.show();
        QTRY_COMPARE(fixture.session.subscribers(topic), std::size_t{1});
    }

    void theLogShowsWhatIsBadEnough()
    {
        UiFixture fixture;
        LogPanel log(fixture.models.notices, fixture.theme);
        fixture.show(log, QSize(620, 300));
        auto const tell = [&](Notice::Level level, char const* text) {
            const Notice notice{level, fixture.clock.now(), text, std::nullopt};
            fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Notices), NoticeList{{notice}});
            fixture.pump();
        };
        auto const* rows = log.table()->model();
        auto const textAt = [&](int row) {
            return rows->index(row, NoticesModel::Text).data().toString();
        };
        fixture.models.notices.addOwn({Notice::Level::Info, fixture.clock.now(), "a market opened", {}});
        fixture.models.notices.addOwn({Notice::Level::Warning, fixture.clock.now(), "a feed is slow", {}});
        tell(Notice::Level::Error, "a disk is full");
        QCOMPARE(rows->rowCount(), 3);
        log.setLevel(Notice::Level::Warning);
        QCOMPARE(rows->rowCount(), 2);
        fixture.models.notices.addOwn({Notice::Level::Error, fixture.clock.now(), "a feed is gone", {}});
        fixture.models.notices.addOwn({Notice::Level::Info, fixture.clock.now(), "a feed is back", {}});
        QCOMPARE(rows->rowCount(), 3); // also of what comes later
        log.findChild<QLineEdit*>()->setText(QStringLiteral("feed gone"));
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(textAt(0), QStringLiteral("a feed is gone"));
        LogPanel other(fixture.models.notices, fixture.theme);
        other.restoreState(log.saveState());
        QCOMPARE(other.table()->model()->rowCount(), 3);
        other.restoreState({{QStringLiteral("level"), 77}});
        QCOMPARE(other.table()->model()->rowCount(), 5);
    }

    void starsStayAndHideTheRest()
    {
        UiFixture fixture;
        Watchlist list(fixture.session, fixture.view, fixture.theme);
        fixture.show(list, QSize(520, 300));
        list.setStarred(QStringLiteral("SIM-A:ETH-USDT"), true);
        list.setOnlyStarred(true);
        QCOMPARE(list.table()->model()->rowCount(), 1);
        Watchlist other(fixture.session, fixture.view, fixture.theme);
        other.restoreState(list.saveState());
        QCOMPARE(other.table()->model()->rowCount(), 1);
        auto const symbol = other.table()->model()->index(0, InstrumentsModel::Symbol).data().toString();
        QVERIFY(symbol.startsWith(QStringLiteral("★")) && symbol.contains(QStringLiteral("ETH")));
    }

    void aVenuesLampTellsTheTruth()
    {
        UiFixture fixture;
        VenuesModel model(fixture.models.market);
        auto const publish = [&](InstrumentId id, FeedState state, std::uint64_t messages) {
            FeedStatus feed;
            feed.instrument = id;
            feed.state = state;
            feed.messages = messages;
            feed.gaps = state == FeedState::Stale ? 1 : 0;
            feed.latency = milliseconds(12);
            if (state == FeedState::Stale) {
                feed.problem = Error{ErrorCode::FeedGap, "expected 7, got 9"};
            }
            fixture.session.publish(UiFixture::topic(TopicKind::Feed), feed);
            fixture.pump();
        };
        auto const cell = [&](int column, int role = Qt::DisplayRole) {
            return model.data(model.index(0, column), role);
        };
        publish(UiFixture::btc().id, FeedState::Live, 100);
        publish(UiFixture::eth().id, FeedState::Live, 50);
        model.refresh(seconds(1));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(VenuesModel::State, toneRole).toInt(), static_cast<int>(Tone::Good));
        QCOMPARE(cell(VenuesModel::Books).toString(), QStringLiteral("2 of 2 live"));
        publish(UiFixture::eth().id, FeedState::Stale, 350);
        model.refresh(seconds(3));
        QCOMPARE(cell(VenuesModel::State, toneRole).toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(cell(VenuesModel::Rate).toString(), QStringLiteral("150"));
        QCOMPARE(cell(VenuesModel::Gaps).toString(), QStringLiteral("1"));
        QVERIFY(cell(VenuesModel::State, Qt::ToolTipRole).toString().contains(QStringLiteral("expected 7")));
        QCOMPARE(model.latencyLine(0), (QVector<double>{12.0, 12.0}));
    }

    void profitAndItsLargestFall()
    {
        UiFixture fixture;
        EquityCurve curve(fixture.models.market);
        auto const report = [&](std::int64_t realised, std::int64_t fees) {
            Position position;
            position.instrument = UiFixture::btc().id;
            position.asset = AssetName("USDT");
            position.realised = Amount(static_cast<Int128>(realised) * pow10(amountScale));
            position.fees = Amount(static_cast<Int128>(fees) * pow10(amountScale));
            curve.apply({{}, {position}});
        };
        auto const usdt = AssetName("USDT");
        for (auto const& [realised, fees] : {std::pair{10, 0}, {30, 2}, {30, 2}, {12, 3}, {50, 4}, {49, 4}}) {
            report(realised, fees);
        }
        QCOMPARE(curve.points(usdt).size(), std::size_t(5)); // the same again is no point
        QCOMPARE(amountText(curve.points(usdt).back().profit, 2), QStringLiteral("45.00"));
        QCOMPARE(amountText(curve.maxDrawdown(usdt), 2), QStringLiteral("19.00")); // from 28 to 9
        for (int i = 0; i < 10'000; ++i) {
            report(i % 2, 0);
        }
        QVERIFY(curve.points(usdt).size() <= EquityCurve::most);
        QCOMPARE(amountText(curve.points(usdt).front().profit, 2), QStringLiteral("10.00"));
    }

    void fillsAreAddedUpByMarketAndByHour()
    {
        UiFixture fixture;
        auto const fill = [&](char const* id, Liquidity liquidity, Duration after) {
            ExecutionReport report;
            report.execType = ExecType::Trade;
            report.ordStatus = OrdStatus::Filled;
            report.clOrdId = ClOrdId(id);
            report.instrument = UiFixture::btc().id;
            report.lastPx = Price(10000);
            report.lastQty = Qty(500);
            report.fee = Amount(pow10(amountScale) / 10);
            report.feeAsset = AssetName("USDT");
            report.liquidity = liquidity;
            report.transactTime = Timestamp(1'783'000'000'000'000'000) + after;
            fixture.publishReport(report);
        };
        const FillSums bySymbol(FillSums::By::Symbol, fixture.models.orders, fixture.models.market);
        const FillSums byHour(FillSums::By::Hour, fixture.models.orders, fixture.models.market);
        fill("a", Liquidity::Maker, seconds(1));
        fill("b", Liquidity::Taker, hours(1));
        fill("c", Liquidity::Maker, hours(1) + seconds(1));
        fill("d", Liquidity::Maker, hours(1) + seconds(2));
        QCOMPARE(bySymbol.rowCount(), 1);
        QCOMPARE(byHour.rowCount(), 2);
        auto const cell = [](FillSums const& sums, int row, int column) {
            return sums.data(sums.index(row, column), Qt::DisplayRole).toString();
        };
        QCOMPARE(cell(bySymbol, 0, FillSums::Fills), QStringLiteral("4"));
        QCOMPARE(cell(bySymbol, 0, FillSums::Volume), QStringLiteral("200.00 USDT"));
        QCOMPARE(cell(bySymbol, 0, FillSums::Fees), QStringLiteral("0.40 USDT"));
        QCOMPARE(cell(bySymbol, 0, FillSums::Maker), QStringLiteral("75 %"));
        QCOMPARE(cell(byHour, 1, FillSums::Fills), QStringLiteral("3"));
    }
};

QTEST_MAIN(TablesTest)
#include "tables_test.moc"
