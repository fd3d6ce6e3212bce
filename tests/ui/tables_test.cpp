#include "tests/support/candle_kit.h"
#include "tests/support/ui_fixture.h"
#include "ui/models/display_text.h"
#include "ui/models/fills_model.h"
#include "ui/models/orders_model.h"
#include "ui/models/performance.h"
#include "ui/models/table_roles.h"
#include "ui/models/venues_model.h"
#include "ui/panels/log/log_panel.h"
#include "ui/panels/performance/performance_panel.h"
#include "ui/panels/table/data_table.h"
#include "ui/panels/watchlist/watchlist.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
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

    void anOrdersStatusTellsWhatWasHeardOfIt()
    {
        UiFixture fixture;
        OrdersModel orders(fixture.models.orders, fixture.models.market);
        auto const status = [&] {
            return orders.index(0, OrdersModel::Status).data().toString();
        };
        NewOrderSingle order;
        order.clOrdId = ClOrdId("mine");
        order.instrument = UiFixture::btc().id;
        order.price = Price(10000);
        order.orderQty = Qty(5);
        fixture.models.orders.addSent(order, fixture.models.market.status().now);
        QCOMPARE(status(), QStringLiteral("Sent"));
        auto report = UiFixture::accepted(order);
        report.execType = ExecType::PendingNew;
        report.ordStatus = OrdStatus::PendingNew;
        fixture.publishReport(report);
        QCOMPARE(status(), QStringLiteral("Acknowledged"));
        fixture.publishReport(UiFixture::accepted(order));
        QCOMPARE(status(), QStringLiteral("Working"));
    }

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

    void timesAreSortedAsTimes()
    {
        UiFixture fixture;
        NoticesModel notices;
        auto const midnight = Timestamp(1'782'950'400'000'000'000);
        QStringList came;
        // In minutes; the last one is after midnight.
        for (int const at :
             {9 * 60 + 15, 10 * 60 + 59, 10 * 60 + 30, 10 * 60 + 5, 11 * 60 + 50, 24 * 60 + 10}) {
            ExecutionReport report;
            report.clOrdId = fixture.ids.next();
            report.execType = ExecType::Trade;
            report.ordStatus = OrdStatus::Filled;
            report.instrument = UiFixture::btc().id;
            report.transactTime = report.sendingTime = midnight + minutes(at);
            fixture.publishReport(report);
            notices.addOwn({Notice::Level::Info, report.transactTime, "a notice", {}});
        }
        OrdersModel orders(fixture.models.orders, fixture.models.market);
        FillsModel fills(fixture.models.orders, fixture.models.market);
        for (QAbstractItemModel* model :
             {static_cast<QAbstractItemModel*>(&orders),
              static_cast<QAbstractItemModel*>(&fills),
              static_cast<QAbstractItemModel*>(&notices)}) {
            RowFilter rows(*model);
            rows.sort(0, Qt::AscendingOrder);
            QStringList times;
            for (int row = 0; row < rows.rowCount(); ++row) {
                times << rows.index(row, 0).data().toString().left(5);
            }
            QCOMPARE(times, (QStringList{"09:15", "10:05", "10:30", "10:59", "11:50", "00:10"}));
        }
    }

    void whatIsExportedIsWholeInEveryLanguage()
    {
        UiFixture fixture;
        QLocale::setDefault(QLocale(QLocale::German));
        auto const back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
        auto const amount = [](char const* text) {
            return Amount(*parseScaled128(text, amountScale));
        };
        ExecutionReport report;
        report.clOrdId = ClOrdId("a");
        report.execType = ExecType::Trade;
        report.ordStatus = OrdStatus::Filled;
        report.instrument = UiFixture::btc().id;
        report.side = Side::Buy;
        report.price = report.lastPx = Price(6'183'750);
        report.orderQty = report.cumQty = report.lastQty = Qty(500);
        report.avgPx = amount("61837.4567");
        report.fee = amount("0.00001234");
        report.feeAsset = AssetName("USDT");
        report.liquidity = Liquidity::Maker;
        auto const time = QDateTime(QDate(2026, 7, 14), QTime(23, 59, 59, 500), Qt::UTC);
        report.transactTime = report.sendingTime = Timestamp(time.toMSecsSinceEpoch() * 1'000'000);
        fixture.publishReport(report);
        FillsModel fills(fixture.models.orders, fixture.models.market);
        QCOMPARE(
            DataTable(fills, fixture.theme).csv(),
            QStringLiteral("Time,Market,Side,Price,Quantity,Fee,Fee (asset),Liquidity\n"
                           "2026-07-14T23:59:59.500Z,BTC-USDT · SIM-A,Buy,61837.5,0.5,0.00001234,USDT,Maker\n"
            )
        );
        OrdersModel orders(fixture.models.orders, fixture.models.market);
        auto const order = DataTable(orders, fixture.theme).csv();
        QVERIFY2(
            order.contains("\n2026-07-14T23:59:59.500Z,") && order.contains(",61837.4567,"), qPrintable(order)
        );
        Position position;
        position.instrument = UiFixture::btc().id;
        position.net = Qty(1500);
        position.avgPx = amount("61837.4567");
        position.unrealised = amount("1234567.891");
        position.realised = amount("-0.004");
        position.fees = amount("0.000001");
        position.asset = AssetName("USDT");
        PositionsModel positions(fixture.models.market);
        BalancesModel balances;
        const AccountReport account{{{AssetName("USDT"), amount("1234567.891"), amount("0")}}, {position}};
        positions.apply(account);
        balances.apply(account);
        auto const held = DataTable(positions, fixture.theme).csv();
        QVERIFY2(
            held.endsWith(",1.5,61837.4567,1234567.891,USDT,-0.004,USDT,0.000001,USDT\n"), qPrintable(held)
        );
        auto const owned = DataTable(balances, fixture.theme).csv();
        QVERIFY2(owned.endsWith("\nUSDT,1234567.891,0,1234567.891\n"), qPrintable(owned));
        FillSums sums(FillSums::By::Hour, fixture.models.orders, fixture.models.market);
        auto const hourly = DataTable(sums, fixture.theme).csv();
        QVERIFY2(
            hourly.endsWith("\n2026-07-14T23:00:00.000Z,1,30918.75,USDT,0.00001234,USDT,100.00\n"),
            qPrintable(hourly)
        );
    }

    void aCellWithALineEndIsQuoted()
    {
        TableFixture fixture;
        fixture.model.item(0, 0)->setText("one\rtwo");
        QVERIFY(fixture.table.csv().contains("\"one\rtwo\",\"1,200.50\""));
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

    void aQuietMarketsLastHourIsAnHour()
    {
        UiFixture fixture;
        Watchlist list(fixture.session, fixture.view, fixture.theme);
        fixture.show(list, QSize(620, 300));
        const Topic topic{TopicKind::Candles, UiFixture::btc().id, CandleInterval::Min1};
        QTRY_COMPARE(fixture.session.subscribers(topic), std::size_t{1});
        std::vector<Candle> candles;
        for (int i = 0; i < 30; ++i) {
            candles.push_back(test::candleAt(i, 9'000 + i));
        }
        candles.push_back(test::candleAt(100, 9'500, false));
        fixture.session.publishSnapshot(topic, test::batchOf(candles));
        fixture.pump();
        auto const cell = list.table()->model()->index(0, InstrumentsModel::Line);
        auto line = cell.data(lineRole).value<QVector<double>>();
        QCOMPARE(line.size(), 60);
        QCOMPARE(line.front(), 9'029.0);
        QCOMPARE(line[58], 9'029.0);
        QCOMPARE(line[59], 9'500.0);
        const MarketStatus later{.now = test::start + minutes(150)};
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Market), later);
        fixture.pump();
        line = cell.data(lineRole).value<QVector<double>>();
        QCOMPARE(std::count(line.begin(), line.end(), 9'500.0), 50);
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
        Ticker ticker;
        ticker.instrument = UiFixture::eth().id;
        ticker.last = UiFixture::eth().tickSize;
        ticker.dayOpen = Price(4 * ticker.last.value);
        ticker.dayChange = Price(-3 * ticker.last.value);
        ticker.dayTurnover = Amount(5 * pow10(amountScale) + pow10(amountScale) / 2);
        fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Ticker), TickerList{{ticker}});
        fixture.pump();
        auto const lines = other.table()->csv().split(u'\n');
        QCOMPARE(lines.at(0), QStringLiteral("Symbol,Venue,Last,24 h (%),Spread,Turnover,Turnover (asset)"));
        QCOMPARE(
            lines.at(1),
            QStringLiteral("ETH-USDT,SIM-A,%1,-75.0000,,5.5,USDT")
                .arg(QString::fromStdString(UiFixture::eth().priceText(ticker.last)))
        );
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
            feed.connection = 3; // both books come by it
            feed.reconnects = feed.gaps;
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
        QCOMPARE(cell(VenuesModel::Reconnects).toString(), QStringLiteral("0"));
        publish(UiFixture::eth().id, FeedState::Stale, 350);
        model.refresh(seconds(3));
        QCOMPARE(cell(VenuesModel::State, toneRole).toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(cell(VenuesModel::Rate).toString(), QStringLiteral("150"));
        QCOMPARE(cell(VenuesModel::Gaps).toString(), QStringLiteral("1"));
        QCOMPARE(
            cell(VenuesModel::Reconnects).toString(), QStringLiteral("1")
        ); // one connection, counted once
        QCOMPARE(cell(VenuesModel::Reconnects, toneRole).toInt(), static_cast<int>(Tone::Warn));
        QVERIFY(cell(VenuesModel::State, Qt::ToolTipRole).toString().contains(QStringLiteral("expected 7")));
        QCOMPARE(model.latencyLine(0), (QVector<double>{12.0, 12.0}));
        QCOMPARE(
            DataTable(model, fixture.theme).csv(),
            QStringLiteral("Venue,Live books,Latency (s),Messages/s,Trades/s,Gaps,Bad checksums,Last "
                           "heard,Reconnects\nSIM-A,1,0.012,150.0,0.0,1,,1970-01-01T00:00:00.000Z,1\n")
        );
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

    void whatASeekUndidLeavesTheCurve()
    {
        UiFixture fixture;
        EquityCurve curve(fixture.models.market);
        auto const usdt = AssetName("USDT");
        auto const report = [&](int at, std::int64_t realised) {
            const MarketStatus status{.now = fixture.clock.now() + seconds(at)};
            fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Market), status);
            fixture.pump();
            Position position;
            position.instrument = UiFixture::btc().id;
            position.asset = usdt;
            position.realised = Amount(static_cast<Int128>(realised) * pow10(amountScale));
            curve.apply({{}, {position}});
        };
        report(100, 20);
        report(120, 15);
        report(200, 90);
        report(210, 1);
        QCOMPARE(amountText(curve.maxDrawdown(usdt), 0), QStringLiteral("89"));
        report(150, 18);
        auto const& points = curve.points(usdt);
        QCOMPARE(points.size(), std::size_t(3));
        QVERIFY(std::is_sorted(points.begin(), points.end(), [](auto const& a, auto const& b) {
            return a.time < b.time;
        }));
        QCOMPARE(amountText(curve.maxDrawdown(usdt), 0), QStringLiteral("5"));
        report(90, 18); // before all of them
        QCOMPARE(curve.points(usdt).size(), std::size_t(1));
    }

    void theCurveIsDrawnInItsNewSize()
    {
        UiFixture fixture;
        EquityCurve curve(fixture.models.market);
        Position position;
        position.asset = AssetName("USDT");
        for (int i = 0; i < 4; ++i) {
            const MarketStatus status{.now = fixture.clock.now() + seconds(i)};
            fixture.session.publishSnapshot(UiFixture::topic(TopicKind::Market), status);
            fixture.pump();
            position.realised = Amount(static_cast<Int128>(i * i) * pow10(amountScale));
            curve.apply({{}, {position}});
        }
        EquityChart resized(fixture.models.frames, curve, fixture.theme);
        EquityChart fresh(fixture.models.frames, curve, fixture.theme);
        resized.setAsset(position.asset);
        fresh.setAsset(position.asset);
        fixture.show(resized, QSize(300, 200));
        fixture.show(fresh, QSize(500, 260));
        resized.resize(500, 260);
        fixture.pump();
        fixture.frame();
        QCOMPARE(resized.grab().toImage(), fresh.grab().toImage());
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
