#pragma once

#include "engine/book/level_book.h"
#include "engine/history/history_block.h"

#include <map>
#include <memory>

namespace qob {

// The books that recorded events make: kept beside a recording so that it can write key frames, and by
// whoever plays one. One thread.
class HistoryBooks {
public:
    struct Book {
        Instrument instrument;
        FeedStatus status;
        std::optional<InstrumentStatistics> statistics; // keepLast()
        std::uint64_t sequence = 0;
        Timestamp time; // of the last Updated
        LevelBook levels;
        bool known = false;    // its definition has come
        bool met = false;      // a level or a trade has come
        bool doubtful = false; // events are missing: it is empty until it is told anew
    };

    // Takes one event. False: it changes nothing, because it is a level of a book that is doubtful.
    bool apply(HistoryItem const& item);

    // Every book as the events that would make it at that time, appended to `out`.
    void snapshot(Timestamp time, HistoryBlock& out) const;

    // Null when nothing of it has come.
    [[nodiscard]] Book* find(InstrumentId instrument);
    [[nodiscard]] Book const* find(InstrumentId instrument) const;

    [[nodiscard]] std::map<InstrumentId, std::unique_ptr<Book>> const& all() const { return m_books; }

    void clear();

    // Every book as if nothing of it had come; what was found of it stays where it is, and so does its
    // definition.
    void reset();

private:
    Book& bookOf(InstrumentId instrument);
    void applyExtra(HistoryItem const& item);

    std::map<InstrumentId, std::unique_ptr<Book>> m_books;
    InstrumentId m_lastId{0};
    Book* m_last = nullptr;
    mutable std::vector<PriceLevel> m_scratch;
};

} // namespace qob
