#include "ui/panels/performance/performance_panel.h"

#include "ui/look/fonts.h"
#include "ui/models/display_text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace qob {
namespace {

constexpr int top = 26;
constexpr int bottom = 8;
constexpr int axis = 90;

double unitsOf(Amount amount)
{
    return static_cast<double>(amount.value) / static_cast<double>(pow10(amountScale));
}

} // namespace

EquityChart::EquityChart(FrameClock& frames, EquityCurve const& curve, Theme const& theme, QWidget* parent)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_curve(curve)
    , m_theme(theme)
    , m_text(numberFont(theme.numberFont, 11))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Profit over time"));
    connect(&curve, &EquityCurve::changed, this, [this] { markDirty(); });
}

void EquityChart::setAsset(AssetName const& asset)
{
    m_asset = asset;
    markDirty();
}

void EquityChart::onFrame(Duration /*now*/)
{
    auto const& points = m_curve.points(m_asset);
    m_line.clear();
    m_summary.clear();
    update();
    if (points.empty()) {
        return;
    }
    auto const name = QString::fromStdString(m_asset.text());
    int const decimals = assetDecimals(m_asset);
    m_summary = tr("Profit %1 %3, largest drawdown %2 %3")
                    .arg(
                        signedAmountText(points.back().profit, decimals),
                        amountText(m_curve.maxDrawdown(m_asset), decimals),
                        name
                    );
    Amount low;
    Amount high; // nothing is always in sight
    for (auto const& point : points) {
        low = std::min(low, point.profit);
        high = std::max(high, point.profit);
    }
    m_high = amountText(high, decimals);
    m_low = amountText(low, decimals);
    double const span = std::max(unitsOf(high - low), 1e-9);
    double const room = height() - top - bottom;
    auto const yOf = [&](double units) {
        return top + room * (unitsOf(high) - units) / span;
    };
    m_zero = yOf(0);
    double const begin = static_cast<double>(points.front().time.value);
    double const length = std::max(1.0, static_cast<double>(points.back().time.value) - begin);
    for (auto const& point : points) {
        double const x = (static_cast<double>(point.time.value) - begin) / length * (width() - axis);
        m_line << QPointF(x, yOf(unitsOf(point.profit)));
    }
    m_line << QPointF(width() - axis, m_line.back().y());
}

void EquityChart::resizeEvent(QResizeEvent* /*event*/)
{
    markDirty();
}

void EquityChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    if (m_line.isEmpty()) {
        painter.setPen(m_theme.textDim);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing was traded yet"));
        return;
    }
    painter.setPen(m_theme.text);
    painter.drawText(QRect(8, 0, width() - 16, top), Qt::AlignVCenter | Qt::AlignLeft, m_summary);
    painter.setPen(QPen(m_theme.lineStrong, 1, Qt::DashLine));
    painter.drawLine(QPointF(0, m_zero), QPointF(width() - axis, m_zero));
    auto area = m_line;
    area << QPointF(m_line.back().x(), m_zero) << QPointF(m_line.front().x(), m_zero);
    bool const gain = m_line.back().y() <= m_zero;
    painter.setPen(Qt::NoPen);
    painter.setBrush(gain ? m_theme.bidBar : m_theme.askBar);
    painter.drawPolygon(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(gain ? m_theme.bid : m_theme.ask, 1.4));
    painter.drawPolyline(m_line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF right(width() - axis + 6, 0, axis - 12, 16);
    m_text.drawRight(painter, right.translated(0, top - 8), m_high, m_theme.textDim);
    m_text.drawRight(painter, right.translated(0, height() - bottom - 12), m_low, m_theme.textDim);
}

PerformancePanel::PerformancePanel(
    FrameClock& frames,
    EquityCurve const& curve,
    OrderReplica const& orders,
    MarketReplica const& market,
    Theme const& theme,
    QWidget* parent
)
    : QFrame(parent)
    , m_curve(curve)
    , m_bySymbol(FillSums::By::Symbol, orders, market)
    , m_byHour(FillSums::By::Hour, orders, market)
    , m_chart(new EquityChart(frames, curve, theme))
    , m_assets(new QComboBox)
    , m_tabs(new QTabWidget)
{
    setObjectName(QStringLiteral("panel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    column->addWidget(split);
    split->addWidget(m_chart);
    split->addWidget(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false); // a line that no style sheet reaches
    m_assets->setAccessibleName(tr("Settle asset"));
    m_tabs->setCornerWidget(m_assets);
    auto const add = [&](FillSums& model, QString const& title) {
        auto* table = new DataTable(model, theme, m_tabs);
        table->setAccessibleName(title);
        table->setWidths({150, 60, 150, 120, 80});
        table->horizontalHeader()->setStretchLastSection(true);
        m_tabs->addTab(table, title);
    };
    add(m_bySymbol, tr("By market"));
    add(m_byHour, tr("By hour"));
    connect(&curve, &EquityCurve::changed, this, &PerformancePanel::takeAssets);
    connect(m_assets, &QComboBox::currentTextChanged, this, [this](QString const& name) {
        m_chart->setAsset(AssetName(name.toStdString()));
    });
    takeAssets();
}

void PerformancePanel::takeAssets()
{
    auto const assets = m_curve.assets();
    if (static_cast<int>(assets.size()) == m_assets->count()) {
        return;
    }
    auto const chosen = m_assets->currentText();
    m_assets->clear();
    for (auto const& asset : assets) {
        m_assets->addItem(QString::fromStdString(asset.text()));
    }
    m_assets->setCurrentIndex(std::max(0, m_assets->findText(chosen)));
}

QJsonObject PerformancePanel::saveState() const
{
    return {{QStringLiteral("tab"), m_tabs->currentIndex()}};
}

void PerformancePanel::restoreState(QJsonObject const& state)
{
    m_tabs->setCurrentIndex(state[QStringLiteral("tab")].toInt());
}

} // namespace qob
