#include "app/journal_command.h"

#include "engine/base/hash.h"
#include "engine/base/json_writer.h"
#include "engine/exchange/exchange_text.h"
#include "engine/exchange/journaled_exchange.h"
#include "engine/session/order_records.h"
#include "engine/storage/journal_recovery.h"
#include "engine/storage/posix_file_system.h"
#include "engine/storage/snapshot.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>

namespace qob {

namespace {

int complain(Error const& error)
{
    std::cerr << "qob: " << error.message() << '\n';
    return 1;
}

// Whether the journal is one of orders, as a server keeps it: its first record is one of those and no
// command.
bool isServers(FileSystem& files, std::string const& directory)
{
    bool orders = false;
    auto const from = oldestReadable(files, directory).value_or(ReplayFrom{});
    static_cast<void>(verify(files, directory, from, [&](JournalRecord const& record) {
        orders = !decodeCommand(record.kind, record.payload) &&
                 decodeAccountRecord(record.kind, record.payload).has_value();
        return Expected<void>(fail(ErrorCode::JournalCorrupt, "one record is enough"));
    }));
    return orders;
}

// What cannot be read as an exchange's journal may be a good one of something else.
int complainOfJournal(FileSystem& files, std::string const& directory, Error const& error)
{
    if (!isServers(files, directory)) {
        return complain(error);
    }
    return complain(
        {ErrorCode::ConfigBadValue,
         directory + " is not the journal of `qob exchange`; of a server's only `verify` reads"}
    );
}

void printNotices(std::vector<std::string> const& notices)
{
    for (std::string const& notice : notices) {
        std::cerr << "qob: " << notice << '\n';
    }
}

int verifyJournal(FileSystem& files, std::string const& directory)
{
    auto const from = oldestReadable(files, directory);
    if (!from) {
        return complain(from.error());
    }
    std::uint64_t records = 0;
    auto const seen = verify(files, directory, *from, [&](JournalRecord const& /*record*/) {
        ++records;
        return Expected<void>();
    });
    if (!seen) {
        return complain(seen.error());
    }
    printNotices(seen->notices);
    for (SegmentSummary const& segment : seen->segments) {
        std::cout << segment.name << ": records " << segment.firstSequence << " to " << segment.lastSequence
                  << ", " << segment.usedBytes << " of " << segment.fileBytes << " bytes used\n";
    }
    if (from->sequence > 1) {
        std::cout << "records before " << from->sequence << " were pruned; a snapshot stands for them\n";
    }
    std::cout << "good: " << records << " records, durable up to " << seen->mark.sequence << '\n';
    return 0;
}

void teachSymbols(ExchangeText& text, Exchange const& exchange)
{
    for (const InstrumentId id : exchange.instruments()) {
        text.learn(*exchange.instrument(id));
    }
}

int dumpJournal(FileSystem& files, std::string const& directory)
{
    auto const from = oldestReadable(files, directory);
    if (!from) {
        return complain(from.error());
    }
    ExchangeText text;
    if (from->sequence > 1) {
        // What the commands name was listed in what is gone.
        auto const snapshot = replayJournal(files, directory, {}, 0);
        if (!snapshot) {
            return complainOfJournal(files, directory, snapshot.error());
        }
        teachSymbols(text, *snapshot->exchange);
    }
    auto const seen = verify(files, directory, *from, [&](JournalRecord const& record) {
        auto const command = decodeCommand(record.kind, record.payload);
        if (!command) {
            return Expected<void>(tl::unexpected(command.error()));
        }
        std::cout << record.sequence << ' ' << record.time.value << ' ' << text.format(*command) << '\n';
        return Expected<void>();
    });
    return seen ? 0 : complainOfJournal(files, directory, seen.error());
}

int pruneJournal(FileSystem& files, CommandLine const& line)
{
    if (isServers(files, line.journal)) {
        return complain(
            {ErrorCode::ConfigBadValue,
             line.journal +
                 " is a server's journal, which its database reads, too: with serve.prune_journal it "
                 "is pruned after backups"}
        );
    }
    auto const pruned = pruneBefore(files, line.journal, static_cast<std::size_t>(line.keptSnapshots));
    if (!pruned) {
        return complain(pruned.error());
    }
    for (std::string const& name : pruned->removed) {
        std::cout << "removed " << name << '\n';
    }
    std::cout << pruned->removed.size() << " files removed; ";
    if (pruned->oldestSnapshot == 0) {
        std::cout << "there are fewer than " << line.keptSnapshots
                  << " good snapshots, nothing is superfluous\n";
    } else {
        std::cout << "a start may begin at the snapshot of record " << pruned->oldestSnapshot
                  << " or later\n";
    }
    return 0;
}

int replayJournalCommand(FileSystem& files, CommandLine const& line)
{
    auto const replayed = replayJournal(files, line.journal, {}, ~std::uint64_t{0}, !line.noSnapshot);
    if (!replayed) {
        return complainOfJournal(files, line.journal, replayed.error());
    }
    printNotices(replayed->recovery.notices);
    auto const audited = replayed->exchange->audit();
    JsonWriter json;
    json.beginObject();
    json.key("snapshot").integer(replayed->recovery.snapshotSequence);
    json.key("replayed").integer(replayed->recovery.replayed);
    json.key("lastSequence").integer(replayed->recovery.lastSequence);
    json.key("stateHash").string(StreamHash::textOf(replayed->recovery.stateHash));
    json.key("workingOrders").integer(replayed->exchange->workingOrders());
    json.key("audit").string(audited ? "good" : audited.error().detail);
    std::cout << json.endObject().text() << '\n';
    return audited ? 0 : 1;
}

// Prints what an exchange says.
class Printer final : public ExchangeOutput {
public:
    explicit Printer(Acknowledge acknowledge)
        : m_ack(acknowledge == Acknowledge::Durable ? "durable" : "matched")
    {}

    void watch(Exchange const& exchange) { m_exchange = &exchange; }

    void onReport(ExchangeReport const& report) override
    {
        Instrument const* instrument =
            m_exchange == nullptr ? nullptr : m_exchange->instrument(report.instrument);
        m_text += reportJson(report, instrument, report.command == 0 ? "refused" : m_ack);
        m_text += '\n';
    }

    void onBookEvent(BookEvent const& /*event*/) override {}

    void say(std::string const& text) { m_text += text + '\n'; }

    // False: nobody reads any more.
    bool flush()
    {
        bool const written = std::fwrite(m_text.data(), 1, m_text.size(), stdout) == m_text.size();
        m_text.clear();
        return written && std::fflush(stdout) == 0;
    }

private:
    std::string m_ack;
    Exchange const* m_exchange = nullptr;
    std::string m_text;
};

// Lines as they come: those that are there already make one batch.
class LineInput {
public:
    explicit LineInput(int descriptor) : m_descriptor(descriptor) {}

    // Waits for at least one line; empty: there are no more.
    std::vector<std::string> batch()
    {
        std::vector<std::string> lines;
        while (lines.empty() && !m_ended) {
            std::array<char, 65536> chunk{};
            const ssize_t got = read(m_descriptor, chunk.data(), chunk.size());
            m_ended = got <= 0;
            m_rest.append(chunk.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
            if (m_ended && !m_rest.empty()) {
                m_rest += '\n';
            }
            std::size_t begin = 0;
            for (auto end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', begin)) {
                lines.push_back(m_rest.substr(begin, end - begin));
                begin = end + 1;
            }
            m_rest.erase(0, begin);
        }
        return lines;
    }

private:
    int m_descriptor;
    bool m_ended = false;
    std::string m_rest;
};

std::string startText(JournaledExchange const& venue)
{
    ExchangeRecovery const& recovery = venue.recovery();
    JsonWriter json;
    json.beginObject().key("kind").string("ready").key("snapshot").integer(recovery.snapshotSequence);
    json.key("replayed").integer(recovery.replayed).key("lastSequence").integer(recovery.lastSequence);
    json.key("stateHash").string(StreamHash::textOf(recovery.stateHash));
    return json.endObject().text();
}

// Why a line is no command.
std::string lineText(Error const& error)
{
    bool const shape = error.code == ErrorCode::ConfigBadValue || error.code == ErrorCode::ConfigUnknownKey;
    return shape ? "This is no command: " + error.detail : error.message();
}

// Reads, journals, matches and answers until there is no more to read.
int serve(JournaledExchange& venue, Printer& printer, LineInput& input, Clock const& clock)
{
    ExchangeText text;
    teachSymbols(text, venue.exchange());
    std::uint64_t number = 0;
    for (auto lines = input.batch(); !lines.empty(); lines = input.batch()) {
        for (std::string const& line : lines) {
            ++number;
            if (line.empty() || line.front() == '#') {
                continue;
            }
            auto const command = text.parse(line);
            if (!command) {
                JsonWriter json;
                json.beginObject().key("kind").string("error").key("line").integer(number);
                json.key("text").string(lineText(command.error()));
                printer.say(json.endObject().text());
                continue;
            }
            venue.submit(clock.now(), *command);
            if (auto const* list = std::get_if<ListInstrument>(&*command)) {
                auto const* listed = venue.exchange().instrument(list->instrument.id);
                listed != nullptr ? text.learn(*listed) : void();
            }
        }
        auto const committed = venue.commit();
        venue.deliver(true);
        if (!printer.flush() || !committed) {
            return committed ? 1 : complain(committed.error());
        }
    }
    return 0;
}

} // namespace

int runJournal(CommandLine const& line)
{
    PosixFileSystem files;
    if (line.journalAction == "verify") {
        return verifyJournal(files, line.journal);
    }
    if (line.journalAction == "dump") {
        return dumpJournal(files, line.journal);
    }
    if (line.journalAction == "replay") {
        return replayJournalCommand(files, line);
    }
    if (line.journalAction == "prune") {
        return pruneJournal(files, line);
    }
    auto const durable = oldestReadable(files, line.journal).and_then([&](ReplayFrom const& from) {
        return verify(files, line.journal, from);
    });
    if (!durable) {
        return complain(durable.error());
    }
    auto const taken = takeSnapshot(files, line.journal, {}, durable->mark.sequence);
    if (!taken) {
        return complainOfJournal(files, line.journal, taken.error());
    }
    std::cout << "snapshot of record " << *taken << '\n';
    return 0;
}

int runExchange(CommandLine const& line, Runtime& runtime)
{
    PosixFileSystem files;
    JournaledExchangeOptions options;
    options.directory = line.journal;
    // Where nothing is synced, nothing is said to be durable.
    bool const matched = line.ack == "matched" || line.durability == "none";
    options.acknowledge = matched ? Acknowledge::Matched : Acknowledge::Durable;
    options.journal.durability = line.durability == "sync"   ? Durability::Sync
                                 : line.durability == "none" ? Durability::None
                                                             : Durability::Group;
    Printer printer(options.acknowledge);
    auto venue = JournaledExchange::open(files, options, printer);
    if (!venue) {
        return complain(venue.error());
    }
    printNotices((*venue)->recovery().notices);
    printer.watch((*venue)->exchange());
    printer.say(startText(**venue));
    printer.flush();
    int const descriptor =
        line.files.empty() ? STDIN_FILENO : open(line.files.front().c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return complain({ErrorCode::FileUnreadable, line.files.front()});
    }
    LineInput input(descriptor);
    int const result = serve(**venue, printer, input, runtime.clock);
    if (!line.files.empty()) {
        close(descriptor);
    }
    return result;
}

} // namespace qob
