#include "ui/panels/depth_chart/depth_chart.h"

#include "ui/look/fonts.h"
#include "ui/look/paint.h"
#include "ui/models/display_text.h"

#include <qcustomplot.h>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace qob {
namespace {

constexpr Duration replotEvery = milliseconds(250);
constexpr int bestLevelsShown = 200;
constexpr int priceLabelCount = 3;
constexpr int sizeLabelCount = 4;

// Lies over the plot and lets the mouse through.
class Veil final : public QWidget {
public:
    Veil(Theme const& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void setWords(QString const& words)
    {
        if (words != m_words) {
            m_words = words;
            setVisible(!words.isEmpty());
            update();
        }
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        drawStale(painter, rect(), m_words, m_theme.stale, m_theme.window);
    }

private:
    Theme const& m_theme;
    QString m_words;
};

void styleAxis(QCPAxis& axis, Theme const& theme)
{
    axis.setBasePen(QPen(theme.line));
    axis.setTickPen(QPen(theme.line));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(theme.textDim);
    axis.setTickLabelFont(numberFont(theme.numberFont, 10));
    axis.setTickLength(0, 3);
    axis.grid()->setPen(QPen(theme.line, 1, Qt::DotLine));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.setNumberFormat(QStringLiteral("f"));
}

// Each one replaces the one before.
bool newestBook(Payload& into, Payload const& next)
{
    if (!std::holds_alternative<ConsolidatedPtr>(into) || !std::holds_alternative<ConsolidatedPtr>(next)) {
        return false;
    }
    into = next;
    return true;
}

// As many as tell the labels of an axis apart that has about so many: steps are 1, 1.5, 2, 2.5 ... times a
// power of ten.
int decimalsFor(double range, int labels, int most)
{
    double const step = std::max(range / labels, 1e-18);
    double const power = std::floor(std::log10(step));
    double const mantissa = step / std::pow(10.0, power);
    bool const half = mantissa <= 5 && std::fmod(std::floor(mantissa * 2), 2) > 0;
    return std::clamp(static_cast<int>(-power) + (half ? 1 : 0), 0, most);
}

QBrush areaBrush(QColor color)
{
    color.setAlpha(45);
    return color;
}

} // namespace

DepthChart::DepthChart(
    Session& session, FrameClock& frames, MarketView const& market, Theme const& theme, QWidget* parent
)
    : QWidget(parent)
    , FrameClient(frames, *this)
    , m_session(session)
    , m_market(market)
    , m_theme(theme)
    , m_plot(new QCustomPlot(this))
    , m_veil(new Veil(theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setAccessibleName(tr("Depth chart"));
    m_plot->setLocale(QLocale::c()); // prices and sizes have a point
    setUpPlot();
    connect(&market, &MarketView::depthChanged, this, [this] { markDirty(); });
    connect(&market, &MarketView::shownChanged, this, [this] {
        m_lastReplot = Duration(0);
        follow();
        markDirty();
    });
    m_allVenues = new QAction(tr("All venues together"), this);
    m_allVenues->setObjectName(QStringLiteral("depth.allVenues"));
    m_allVenues->setCheckable(true);
    connect(m_allVenues, &QAction::toggled, this, &DepthChart::setAllVenues);
    addAction(m_allVenues);
    m_venues = new QLabel(this);
    m_venues->setProperty("role", "faint");
    m_venues->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_venues->move(52, 4);
}

DepthChart::~DepthChart() = default;

void DepthChart::setAllVenues(bool on)
{
    m_allVenues->setChecked(on);
    m_lastReplot = Duration(0);
    follow();
    markDirty();
}

void DepthChart::follow()
{
    auto const* instrument = m_market.shown();
    bool const wanted = m_allVenues->isChecked() && instrument != nullptr && !instrument->canonical.empty();
    if (!wanted) {
        m_inbox.reset();
        m_consolidated.reset();
        return;
    }
    const Topic topic{TopicKind::Consolidated, {}, {}, CanonicalName(instrument->canonical), false};
    if (m_inbox && m_inbox->topic() == topic) {
        return;
    }
    m_consolidated.reset();
    m_inbox = std::make_unique<TopicInbox>(m_session, topic, &newestBook);
    connect(m_inbox.get(), &TopicInbox::arrived, this, &DepthChart::takeConsolidated);
}

void DepthChart::takeConsolidated(std::vector<Event> const& events)
{
    for (auto const& event : events) {
        auto const* view = std::get_if<ConsolidatedPtr>(&event.payload);
        m_consolidated = view == nullptr ? nullptr : *view; // null: a snapshot follows
    }
    markDirty();
}

QString DepthChart::venuesText() const
{
    if (!m_consolidated) {
        return {};
    }
    QStringList in;
    QStringList out;
    for (auto const& member : m_consolidated->members) {
        auto const* instrument = m_market.market().find(member.instrument);
        auto const name = instrument == nullptr ? QString() : QString::fromStdString(instrument->venue);
        if (member.leftOut == LeftOut::No) {
            in << name;
        } else {
            auto const why = member.leftOut == LeftOut::NotLive   ? feedStateText(member.state)
                             : member.leftOut == LeftOut::Loading ? tr("loading")
                                                                  : tr("sizes cannot be compared");
            out << tr("%1 (%2)").arg(name, why);
        }
    }
    auto const joined = in.join(QStringLiteral(" + "));
    return out.isEmpty() ? joined : tr("%1, without %2").arg(joined, out.join(QStringLiteral(", ")));
}

QJsonObject DepthChart::saveState() const
{
    return {{QStringLiteral("allVenues"), m_allVenues->isChecked()}};
}

void DepthChart::restoreState(QJsonObject const& state)
{
    setAllVenues(state[QStringLiteral("allVenues")].toBool());
}

void DepthChart::setUpPlot()
{
    m_plot->setBackground(QBrush(m_theme.panel));
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    m_plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    m_plot->axisRect()->setMargins(QMargins(4, 8, 10, 4));
    styleAxis(*m_plot->xAxis, m_theme);
    styleAxis(*m_plot->yAxis, m_theme);
    m_plot->xAxis->ticker()->setTickCount(priceLabelCount);
    m_plot->yAxis->ticker()->setTickCount(sizeLabelCount);
    m_bids = m_plot->addGraph();
    m_asks = m_plot->addGraph();
    m_bids->setPen(QPen(m_theme.bid, 1.0));
    m_asks->setPen(QPen(m_theme.ask, 1.0));
    m_bids->setBrush(areaBrush(m_theme.bid));
    m_asks->setBrush(areaBrush(m_theme.ask));
    m_cursor = new QCPItemStraightLine(m_plot);
    m_cursor->setPen(QPen(m_theme.textFaint, 1, Qt::DashLine));
    m_cursorText = new QCPItemText(m_plot);
    m_cursorText->setColor(m_theme.textStrong);
    m_cursorText->setFont(numberFont(m_theme.numberFont, 11));
    m_cursorText->setBrush(QBrush(m_theme.raised));
    m_cursorText->setPadding(QMargins(6, 3, 6, 3));
    m_cursorText->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_cursorText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_cursorText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    hideCursor();
}

void DepthChart::onFrame(Duration now)
{
    if (m_replots > 0 && m_lastReplot > Duration(0) && now - m_lastReplot < replotEvery) {
        markDirty();
        return;
    }
    m_lastReplot = now;
    static_cast<Veil*>(m_veil)->setWords(
        m_market.shown() != nullptr && !m_inbox ? staleWords(m_market.bookState(), m_market.shownFeed())
                                                : QString()
    );
    m_veil->setGeometry(rect());
    replot();
}

std::vector<DepthChart::Step> DepthChart::steps(Side side) const
{
    std::vector<Step> steps;
    if (m_consolidated) {
        auto const priceUnit = static_cast<double>(pow10(m_consolidated->priceScale));
        auto const sizeUnit = static_cast<double>(pow10(amountScale));
        for (auto const& level : side == Side::Buy ? m_consolidated->bids : m_consolidated->asks) {
            steps.push_back(
                {static_cast<double>(level.price) / priceUnit,
                 static_cast<double>(level.size.value) / sizeUnit}
            );
        }
        return steps;
    }
    auto const& depth = m_market.depth();
    auto const* instrument = m_market.shown();
    if (instrument == nullptr || !depth || m_inbox) {
        return steps;
    }
    auto const priceUnit = static_cast<double>(pow10(instrument->priceScale));
    auto const sizeUnit = static_cast<double>(pow10(instrument->qtyScale));
    for (auto const& level : side == Side::Buy ? depth->bids : depth->asks) {
        steps.push_back(
            {static_cast<double>(level.price.value) / priceUnit,
             static_cast<double>(level.qty.value) / sizeUnit}
        );
    }
    return steps;
}

DepthChart::Curve DepthChart::curveOf(std::vector<Step> const& steps, double reach)
{
    Curve curve;
    double sum = 0;
    auto const best = steps.front().price;
    for (auto const& step : steps) {
        if (std::abs(step.price - best) > reach) {
            break;
        }
        curve.prices << step.price << step.price;
        curve.sizes << sum;
        sum += step.size;
        curve.sizes << sum;
    }
    auto const outwards = steps.back().price < best ? -1 : 1;
    curve.prices << best + outwards * reach;
    curve.sizes << sum;
    return curve;
}

void DepthChart::replot()
{
    auto const* instrument = m_market.shown();
    auto const bidSteps = steps(Side::Buy);
    auto const askSteps = steps(Side::Sell);
    m_venues->setText(venuesText());
    m_venues->adjustSize();
    if (instrument == nullptr || bidSteps.size() < 2 || askSteps.size() < 2) {
        m_bids->setData({}, {});
        m_asks->setData({}, {});
        m_plot->replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    auto const span = [](std::vector<Step> const& levels) {
        const auto last = std::min(levels.size() - 1, static_cast<std::size_t>(bestLevelsShown));
        return std::abs(levels[last].price - levels.front().price);
    };
    auto const reach = std::min(span(bidSteps), span(askSteps));
    auto const bids = curveOf(bidSteps, reach);
    auto const asks = curveOf(askSteps, reach);
    // Turned round, not sorted: the two ends of a step have one price and must stay in order.
    m_bids->setData(
        {bids.prices.crbegin(), bids.prices.crend()}, {bids.sizes.crbegin(), bids.sizes.crend()}, true
    );
    m_asks->setData(asks.prices, asks.sizes, true);
    auto const top = std::max(bids.sizes.last(), asks.sizes.last());
    m_plot->xAxis->setRange(bids.prices.last(), asks.prices.last());
    m_plot->yAxis->setRange(0, top * 1.08);
    auto const across = m_plot->xAxis->range().size();
    m_plot->xAxis->setNumberPrecision(decimalsFor(across, priceLabelCount, priceDecimals()));
    m_plot->yAxis->setNumberPrecision(decimalsFor(top * 1.08, sizeLabelCount, amountScale));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    ++m_replots;
}

int DepthChart::priceDecimals() const
{
    int most = m_market.shown()->priceDecimals();
    if (m_consolidated) {
        for (auto const& member : m_consolidated->members) {
            auto const* instrument = m_market.market().find(member.instrument);
            most = std::max(most, instrument == nullptr ? 0 : instrument->priceDecimals());
        }
    }
    return most;
}

QStringList DepthChart::priceLabels() const
{
    auto const& axis = *m_plot->xAxis;
    QVector<double> ticks;
    QVector<QString> labels;
    axis.ticker()->generate(
        axis.range(), m_plot->locale(), QLatin1Char('f'), axis.numberPrecision(), ticks, nullptr, &labels
    );
    QStringList shown;
    for (int i = 0; i < ticks.size(); ++i) {
        if (axis.range().contains(ticks[i])) {
            shown << labels[i];
        }
    }
    return shown;
}

QString DepthChart::cursorText() const
{
    return m_cursorText->visible() ? m_cursorText->text() : QString();
}

bool DepthChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        showAt(static_cast<QMouseEvent*>(event)->position());
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        hideCursor();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    return QWidget::eventFilter(watched, event);
}

void DepthChart::showAt(QPointF const& at)
{
    auto const* shown = m_market.shown();
    if (shown == nullptr || m_bids->data()->isEmpty() || m_asks->data()->isEmpty()) {
        return;
    }
    auto const price = m_plot->xAxis->pixelToCoord(at.x());
    bool const bid = price <= (m_bids->data()->constEnd() - 1)->key;
    auto const& graph = bid ? *m_bids : *m_asks;
    auto const point = graph.data()->findBegin(price, false);
    if (point == graph.data()->constEnd()) {
        return;
    }
    m_cursor->point1->setCoords(price, 0);
    m_cursor->point2->setCoords(price, 1);
    auto const range = m_plot->xAxis->range();
    auto const margin = range.size() * 0.22;
    m_cursorText->position->setCoords(std::clamp(price, range.lower + margin, range.upper - margin), 0.02);
    auto const& instrument = *shown;
    const Price near(std::llround(price * static_cast<double>(pow10(instrument.priceScale))));
    auto const decimals = std::max(sizeDecimals(instrument, near), m_plot->yAxis->numberPrecision());
    m_cursorText->setText(
        QString::number(price, 'f', priceDecimals()) + QStringLiteral("  Σ ") +
        QString::number(point->value, 'f', decimals)
    );
    m_cursor->setVisible(true);
    m_cursorText->setVisible(true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void DepthChart::hideCursor()
{
    m_cursor->setVisible(false);
    m_cursorText->setVisible(false);
}

} // namespace qob
