#include "ui/charts/profile_chart.h"

#include "ui/models/display_text.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace qob {

namespace {

constexpr SlotWindow::Limits limits{1, 120, 10, 56};
constexpr Duration studyEvery = milliseconds(250);
constexpr int visibleRow = 3; // pixels

} // namespace

QString profileModeText(ProfileMode mode)
{
    switch (mode) {
    case ProfileMode::Session:
        return ProfileChart::tr("Session");
    case ProfileMode::Visible:
        return ProfileChart::tr("Visible");
    case ProfileMode::Fixed:
        break;
    }
    return ProfileChart::tr("Fixed range");
}

ProfileChart::ProfileChart(ChartSources const& sources, FlowFootprint& flow, QWidget* parent)
    : PriceChart(sources, limits, parent)
    , m_flow(flow)
{
    setAccessibleName(tr("Volume profile"));
    connect(&flow, &FlowFootprint::changed, this, [this](Timestamp from) {
        m_changedFrom = m_changedFrom ? std::min(*m_changedFrom, from) : from;
        markDirty();
    });
}

void ProfileChart::setSettings(ProfileSettings const& settings)
{
    m_settings = settings;
    m_profiles.clear();
    m_naked.clear();
    m_changedFrom = Timestamp::min();
    m_lastStudy = Duration(0);
    followCandles();
    paintAll();
    emit settingsChanged();
}

void ProfileChart::chooseRange(Timestamp from, Timestamp until)
{
    m_range = std::minmax(from, until);
    auto settings = m_settings;
    settings.mode = ProfileMode::Fixed;
    setSettings(settings);
}

void ProfileChart::candlesChanged(std::size_t first)
{
    PriceChart::candlesChanged(first);
    followCandles();
    // The last profile is as wide as its session by now.
    if (std::exchange(m_slotCount, candles().size()) != candles().size() && !m_profiles.empty() &&
        !candles().empty()) {
        paintFrom(candles().slotOf(m_profiles.back().from));
    }
}

// Its bars are no longer than a session.
void ProfileChart::followCandles()
{
    auto const interval = m_settings.mode == ProfileMode::Session
                              ? std::min(candles().interval(), m_settings.session)
                              : candles().interval();
    m_flow.setCandles(interval, instrument().tickSize);
}

// Not more often than can be read.
void ProfileChart::takeNews()
{
    if (!m_changedFrom) {
        return;
    }
    if (m_studies > 0 && frameClock().now() - m_lastStudy < studyEvery && m_lastStudy != Duration(0)) {
        markDirty();
        return;
    }
    study();
}

void ProfileChart::study()
{
    m_lastStudy = frameClock().now();
    ++m_studies;
    switch (m_settings.mode) {
    case ProfileMode::Session:
        studySessions();
        break;
    case ProfileMode::Visible:
        m_visible = {};
        break;
    case ProfileMode::Fixed:
        m_profiles.clear();
        if (m_range) {
            m_profiles.push_back(profileOf(
                m_flow.footprint(), m_range->first, m_range->second, m_rowStep, m_settings.valuePercent
            ));
        }
        paintAll();
        break;
    }
    m_changedFrom.reset();
}

// Mostly only the last session has changed.
void ProfileChart::studySessions()
{
    auto const& footprint = m_flow.footprint();
    bool const lastOnly = !m_profiles.empty() && *m_changedFrom >= m_profiles.back().from &&
                          !footprint.bars().empty() &&
                          footprint.bars().back().start < m_profiles.back().until;
    if (lastOnly) {
        auto const before = m_profiles.back();
        m_profiles.back() =
            profileOf(footprint, before.from, before.until, m_rowStep, m_settings.valuePercent);
    } else {
        m_profiles = sessionProfiles(footprint, m_settings.session, m_rowStep, m_settings.valuePercent);
    }
    auto const naked = qob::nakedPoints(m_profiles);
    if (!lastOnly || naked != m_naked || candles().empty()) {
        m_naked = naked;
        paintAll();
    } else {
        paintFrom(candles().slotOf(m_profiles.back().from));
    }
}

bool ProfileChart::fitPanes(std::int64_t /*first*/, std::int64_t /*end*/)
{
    auto const tick = instrument().tickSize;
    double const least = visibleRow * priceScale().perPixel() / unitsOf(tick);
    auto const step = m_settings.ticksPerRow > 0
                          ? tick * m_settings.ticksPerRow
                          : tick * std::max<std::int64_t>(1, std::llround(niceStep(std::max(least, 1.0))));
    if (step == m_rowStep) {
        return false;
    }
    m_rowStep = step;
    m_profiles.clear();
    m_changedFrom = Timestamp::min();
    study();
    return true;
}

void ProfileChart::prepareOver(std::int64_t /*slot*/)
{
    if (m_settings.mode == ProfileMode::Visible) {
        studyVisible();
    }
}

void ProfileChart::studyVisible()
{
    auto const first = window().first();
    auto const end = window().end();
    const std::pair range(candles().startOf(first), candles().startOf(end));
    if (range != m_visible || m_profiles.empty()) {
        m_visible = range;
        m_profiles.assign(
            1, profileOf(m_flow.footprint(), range.first, range.second, m_rowStep, m_settings.valuePercent)
        );
    }
}

std::optional<ProfileChart::Place> ProfileChart::placeOf(VolumeProfile const& profile) const
{
    int const wide = plotRect().width();
    if (m_settings.mode == ProfileMode::Visible) {
        return Place{wide, -wide * 3 / 10, 0, wide};
    }
    if (candles().empty()) {
        return std::nullopt;
    }
    auto const last = static_cast<std::int64_t>(candles().size());
    auto const left =
        static_cast<int>(window().xOf(std::max<std::int64_t>(0, candles().slotOf(profile.from))));
    auto const until = std::min(candles().slotOf(profile.until - nanoseconds(1)) + 1, last);
    auto const right = std::max(left + 50, static_cast<int>(window().xOf(until)));
    return Place{left, (right - left) * 7 / 10, left, right};
}

VolumeProfile const* ProfileChart::profileAt(std::int64_t slot) const
{
    auto const time = candles().startOf(slot);
    auto const found = std::find_if(m_profiles.begin(), m_profiles.end(), [&](VolumeProfile const& profile) {
        return profile.from <= time && time < profile.until;
    });
    return found == m_profiles.end() ? (m_profiles.size() == 1 ? &m_profiles.front() : nullptr) : &*found;
}

QString ProfileChart::sourceText() const
{
    if (m_flow.knownSince() == Timestamp::max()) {
        return tr("No volume at price yet");
    }
    auto const text = tr("Volume at price since %1").arg(clockText(m_flow.knownSince(), false));
    return m_flow.knownSince() < m_flow.exactSince()
               ? tr("%1, prices rough before %2").arg(text, clockText(m_flow.exactSince(), false))
               : text;
}

std::vector<PriceChart::Part> ProfileChart::readoutOf(std::int64_t slot) const
{
    auto parts = PriceChart::readoutOf(slot);
    auto const* profile = profileAt(slot);
    if (profile != nullptr && profile->pointOfControl && profile->valueArea) {
        auto const price = [&](Price at) {
            return QString::fromStdString(instrument().priceText(at));
        };
        parts.push_back({tr("POC"), theme().textFaint});
        parts.push_back({price(*profile->pointOfControl), theme().own});
        parts.push_back({tr("VAH"), theme().textFaint});
        parts.push_back({price(profile->valueArea->high), theme().accent});
        parts.push_back({tr("VAL"), theme().textFaint});
        parts.push_back({price(profile->valueArea->low), theme().accent});
    }
    if (m_settings.mode == ProfileMode::Fixed && !m_range) {
        parts.push_back({tr("Hold Shift and drag over a range"), theme().warn});
    }
    parts.push_back({sourceText(), theme().textDim});
    return parts;
}

Timestamp ProfileChart::timeAt(double x) const
{
    return candles().startOf(window().slotAt(static_cast<std::int64_t>(x)));
}

void ProfileChart::mousePressEvent(QMouseEvent* event)
{
    bool const selects = event->button() == Qt::LeftButton &&
                         event->modifiers().testFlag(Qt::ShiftModifier) &&
                         plotRect().contains(event->position().toPoint()) && !candles().empty();
    if (selects) {
        m_selectFrom = event->position().x();
    } else {
        PriceChart::mousePressEvent(event);
    }
}

void ProfileChart::mouseMoveEvent(QMouseEvent* event)
{
    PriceChart::mouseMoveEvent(event);
    if (m_selectFrom) {
        double const x = event->position().x();
        chooseRange(
            timeAt(std::min(*m_selectFrom, x)), timeAt(std::max(*m_selectFrom, x) + window().slotPx())
        );
    }
}

void ProfileChart::mouseReleaseEvent(QMouseEvent* event)
{
    m_selectFrom.reset();
    PriceChart::mouseReleaseEvent(event);
}

} // namespace qob
