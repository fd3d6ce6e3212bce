// The journal of a real engine in both databases: what the tables say is what the engine comes back with.

#include "app/order_rows.h"
#include "engine/storage/posix_file_system.h"
#include "tests/support/database_kit.h"
#include "tests/support/order_kit.h"

namespace qob::test {

namespace {

class DatabaseOrders : public DatabaseTest {
protected:
    [[nodiscard]] std::string journal() const { return directory() + "/orders"; }

    // A run of the engine in which is traded, with databases catching up meanwhile and afterwards.
    void trade(int life)
    {
        auto engineSettings = orderSettings();
        engineSettings.directory = journal();
        auto opened = OrderJournal::open(m_files, engineSettings);
        ASSERT_TRUE(opened) << opened.error().message();
        OrderJournal const& orders = **opened;
        HandEngine engine(std::move(*opened), simStart + hours(life));
        ProjectorSettings projectorSettings;
        projectorSettings.directory = journal();
        projectorSettings.durable = [&orders] {
            return orders.durableSequence();
        };
        projectorSettings.batchRecords = 7;
        projectorSettings.pace.poll = milliseconds(2);
        Projector projector(
            m_files,
            projectorSettings,
            [this] { return Database::open(settings()); },
            makeOrderTranslator(),
            m_log
        );
        Rng rng(static_cast<std::uint64_t>(life));
        tradeALittle(engine, rng, std::to_string(life) + "-", 120);
        ASSERT_TRUE(engine.journal->makeDurable());
        ASSERT_TRUE(projector.waitFor(orders.durableSequence(), seconds(60)))
            << projector.status().problem.value_or(Error{}).message();
    }

    PosixFileSystem m_files;
    Log m_log{{.consoleLevel = LogLevel::Off, .file = {}}};
};

Amount money(std::int64_t count, int scale)
{
    return Amount(static_cast<Int128>(count) * pow10(amountScale - scale));
}

void expectSame(OrderRow const& row, ExecutionReport const& state, Instrument const& of)
{
    EXPECT_EQ(row.orderId, state.orderId);
    EXPECT_EQ(row.clOrdId, state.clOrdId);
    EXPECT_EQ(row.venue + row.symbol, of.venue + of.symbol);
    EXPECT_EQ(row.status, state.ordStatus);
    EXPECT_EQ(row.ordType, state.ordType);
    EXPECT_EQ(row.side, state.side);
    EXPECT_EQ(row.price, money(state.price.value, of.priceScale));
    EXPECT_EQ(row.orderQty, money(state.orderQty.value, of.qtyScale));
    EXPECT_EQ(row.leavesQty, money(state.leavesQty.value, of.qtyScale));
    EXPECT_EQ(row.cumQty, money(state.cumQty.value, of.qtyScale));
    EXPECT_EQ(row.avgPx, state.avgPx);
    EXPECT_EQ(row.updated, state.transactTime);
}

void expectSame(FillRow const& row, ExecutionReport const& fill, Instrument const& of)
{
    EXPECT_EQ(row.execId, fill.execId);
    EXPECT_EQ(row.orderId, fill.orderId);
    EXPECT_EQ(row.time, fill.transactTime);
    EXPECT_EQ(row.symbol, of.symbol);
    EXPECT_EQ(row.price, money(fill.lastPx.value, of.priceScale));
    EXPECT_EQ(row.qty, money(fill.lastQty.value, of.qtyScale));
    EXPECT_EQ(row.fee, fill.fee);
    EXPECT_EQ(row.feeAsset, fill.feeAsset);
    EXPECT_EQ(row.liquidity, fill.liquidity);
}

} // namespace

TEST_P(DatabaseOrders, TheTablesAreWhatTheEngineComesBackWith)
{
    for (int life = 0; life < 3; ++life) {
        ASSERT_NO_FATAL_FAILURE(trade(life));
    }
    auto const recovered = readOrders(m_files, journal(), MarketKind::Sim);
    ASSERT_TRUE(recovered) << recovered.error().message();
    auto const database = open();
    ASSERT_EQ(database->accounts()->size(), recovered->accounts.size());
    auto const instrumentOf = [&](InstrumentId id) {
        return recovered->instruments.at(id.value - firstStranger.value);
    };
    std::size_t fillsSeen = 0;
    for (auto const& [id, account] : recovered->accounts) {
        auto const orders = database->orders({.account = id, .limit = 100'000});
        ASSERT_TRUE(orders) << orders.error().message();
        ASSERT_EQ(orders->size(), account.orders.size());
        for (std::size_t i = 0; i < orders->size(); ++i) {
            auto const& state = account.orders[i].state;
            expectSame((*orders)[orders->size() - 1 - i], state, instrumentOf(state.instrument));
        }
        auto const fills = database->fills({.account = id, .limit = 100'000});
        ASSERT_TRUE(fills);
        ASSERT_EQ(fills->size(), account.fills.size());
        for (std::size_t i = 0; i < fills->size(); ++i) {
            auto const& fill = account.fills[i];
            expectSame((*fills)[fills->size() - 1 - i], fill, instrumentOf(fill.instrument));
        }
        fillsSeen += fills->size();
        std::map<std::string, Amount> balances;
        for (auto const& row : account.portfolio.accounts) {
            balances[row.asset.text()] = row.amounts[static_cast<std::size_t>(LedgerAccount::Free)] +
                                         row.amounts[static_cast<std::size_t>(LedgerAccount::Held)];
        }
        std::map<std::string, Amount> stored;
        auto const held = database->balances(id);
        ASSERT_TRUE(held);
        for (auto const& row : *held) {
            stored[row.asset.text()] = row.total;
        }
        EXPECT_EQ(stored, balances);
        auto const positions = database->positions(id);
        ASSERT_EQ(positions->size(), account.portfolio.holdings.size());
        for (auto const& [instrument, holding] : account.portfolio.holdings) {
            auto const found =
                std::find_if(positions->begin(), positions->end(), [&](PositionRow const& row) {
                    return row.venue == holding.instrument.venue && row.symbol == holding.instrument.symbol;
                });
            ASSERT_NE(found, positions->end());
            EXPECT_EQ(found->net, money(holding.net.value, holding.instrument.qtyScale));
            EXPECT_EQ(found->cost, holding.cost);
            EXPECT_EQ(found->realised, holding.realised);
            EXPECT_EQ(found->fees, holding.fees);
        }
    }
    EXPECT_GT(fillsSeen, 100U);
    EXPECT_FALSE(database->rejects(AccountId(1), 0, 10)->empty());
}

INSTANTIATE_TEST_SUITE_P(, DatabaseOrders, bothBackends, nameOfBackend);

} // namespace qob::test
