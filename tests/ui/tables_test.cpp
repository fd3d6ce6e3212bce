#include "tests/support/ui_fixture.h"
#include "ui/models/table_roles.h"
#include "ui/models/venues_model.h"
#include "ui/panels/table/data_table.h"
#include "ui/panels/watchlist/watchlist.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
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
        Watchlist list(fixture.view, fixture.theme);
        fixture.show(list, QSize(520, 300));
        auto* table = list.table();
        auto const at = table->visualRect(table->model()->index(1, InstrumentsModel::Symbol)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(fixture.view.shown()->id == UiFixture::eth().id);
        fixture.view.show(UiFixture::btc().id);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void starsStayAndHideTheRest()
    {
        UiFixture fixture;
        Watchlist list(fixture.view, fixture.theme);
        fixture.show(list, QSize(520, 300));
        list.setStarred(QStringLiteral("SIM-A:ETH-USDT"), true);
        list.setOnlyStarred(true);
        QCOMPARE(list.table()->model()->rowCount(), 1);
        Watchlist other(fixture.view, fixture.theme);
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
};

QTEST_MAIN(TablesTest)
#include "tables_test.moc"
