#include "ui/models/heat_past.h"

namespace qob {

namespace {

constexpr std::int64_t hourColumns = hours(1).value / heatColumnTime.value;
constexpr std::size_t mostUnderWay = 2;
// After its end the last of an hour is on the disk.
constexpr Duration settled = minutes(5);

// A page comes whole, and once.
bool foldNothing(Payload& /*into*/, Payload const& /*next*/)
{
    return false;
}

std::int64_t hourOf(std::int64_t column)
{
    return column / hourColumns - (column % hourColumns < 0 ? 1 : 0);
}

} // namespace

HeatPast::HeatPast(Session& session, HeatStore& store, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
{}

HeatPast::~HeatPast() = default;

void HeatPast::follow(InstrumentId instrument)
{
    for (auto& [hour, page] : m_pages) {
        m_store.setPast(hour, {});
        drop(page);
    }
    m_pages.clear();
    m_underWay = 0;
    m_instrument = instrument;
}

void HeatPast::want(std::int64_t from, std::int64_t to, Timestamp now)
{
    if (from >= to || from < 0 || m_instrument == InstrumentId()) {
        return;
    }
    const std::int64_t last = hourOf(to - 1);
    const std::int64_t first = std::max(hourOf(from), last - static_cast<std::int64_t>(mostHours) + 1);
    for (std::int64_t hour = last; hour >= first && m_underWay < mostUnderWay; --hour) {
        bool const over = now >= Timestamp((hour + 1) * hours(1).value) + settled;
        auto const page = m_pages.find(hour);
        bool const here =
            page != m_pages.end() && (page->second.inbox != nullptr || page->second.whole || !over);
        if (!here) {
            makeRoom(first, last);
            ask(hour, over);
        }
    }
}

void HeatPast::ask(std::int64_t hour, bool whole)
{
    Topic topic{TopicKind::HeatPast, m_instrument};
    topic.hour = hour;
    Page& page = m_pages[hour];
    page.whole = whole;
    page.inbox = std::make_unique<TopicInbox>(m_session, topic, foldNothing);
    ++m_underWay;
    connect(page.inbox.get(), &TopicInbox::arrived, this, [this, hour](std::vector<Event> const& events) {
        take(hour, events);
    });
}

void HeatPast::take(std::int64_t hour, std::vector<Event> const& events)
{
    auto const* update = events.empty() ? nullptr : std::get_if<HeatUpdate>(&events.back().payload);
    if (update == nullptr) {
        return; // a Resync: the snapshot follows
    }
    m_store.setPast(hour, update->chunks);
    drop(m_pages.at(hour));
    --m_underWay;
    emit changed();
}

void HeatPast::makeRoom(std::int64_t first, std::int64_t last)
{
    while (m_pages.size() >= mostHours) {
        auto const newest = std::prev(m_pages.end());
        auto const away = first - m_pages.begin()->first > newest->first - last ? m_pages.begin() : newest;
        m_underWay -= away->second.inbox != nullptr ? 1U : 0U;
        m_store.setPast(away->first, {});
        drop(away->second);
        m_pages.erase(away);
    }
}

// Not at once: it may be what calls us.
void HeatPast::drop(Page& page)
{
    if (page.inbox != nullptr) {
        page.inbox->close();
        page.inbox.release()->deleteLater();
    }
}

} // namespace qob
