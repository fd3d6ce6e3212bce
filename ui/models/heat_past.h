#pragma once

#include "ui/bridge/topic_inbox.h"
#include "ui/models/heat_store.h"

#include <map>
#include <memory>

namespace qob {

// Brings recorded hours of an instrument into a heat store's past as they are looked at. GUI thread.
class HeatPast final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostHours = 26; // held; those farthest from what is looked at go first

    // Both must outlive it.
    HeatPast(Session& session, HeatStore& store, QObject* parent = nullptr);
    ~HeatPast() override;

    // Of this instrument from now on; nothing of another's is in the store's past any more.
    void follow(InstrumentId instrument);

    // Columns [from, to) are looked at, at this market time: hours that are not here are asked for, the
    // newest first. Cheap when all are.
    void want(std::int64_t from, std::int64_t to, Timestamp now);

signals:
    void changed();

private:
    struct Page {
        std::unique_ptr<TopicInbox> inbox; // until it has come
        bool whole = false;                // it was over when it was asked for
    };

    void ask(std::int64_t hour, bool whole);
    void take(std::int64_t hour, std::vector<Event> const& events);
    void makeRoom(std::int64_t first, std::int64_t last);
    static void drop(Page& page);

    Session& m_session;
    HeatStore& m_store;
    InstrumentId m_instrument;
    std::map<std::int64_t, Page> m_pages; // by hour
    std::size_t m_underWay = 0;
};

} // namespace qob
