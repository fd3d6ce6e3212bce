#include "engine/security/audit.h"

#include "engine/base/thread.h"

#include <algorithm>

namespace qob {

namespace {

constexpr auto untilTriedAgain = std::chrono::seconds(1);
constexpr std::size_t mostLooked = 50'000; // records that one page looks through

std::string pathOf(std::string const& directory, std::uint64_t firstSequence)
{
    return directory + "/" + auditFileName(firstSequence);
}

tl::unexpected<Error> corrupt(std::string detail)
{
    return fail(ErrorCode::AuditCorrupt, std::move(detail));
}

// "actor":"…" as auditLine writes it; names that would be escaped match nothing.
bool fits(std::string_view line, AuditFilter const& filter)
{
    auto const has = [&](std::string_view name, std::string const& value) {
        auto const text = "\"" + std::string(name) + "\":\"" + value + "\",";
        return value.empty() || (value.find_first_of("\"\\") == std::string::npos &&
                                 line.find(text) != std::string_view::npos);
    };
    return has("actor", filter.actor) && has("action", filter.action);
}

// The chain's place before the first record of `file`.
Expected<AuditMark>
markBefore(FileSystem& files, std::string const& directory, std::vector<std::uint64_t> const& all)
{
    if (all.size() < 2) {
        return AuditMark{};
    }
    auto text = readWholeFile(files, pathOf(directory, all[all.size() - 2]), mostAuditLine);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto const name = auditFileName(all[all.size() - 2]);
    if (text->empty() || text->back() != '\n') {
        return corrupt(name + " has lost its end");
    }
    text->pop_back();
    auto const mark = auditMarkOf(std::string_view(*text).substr(text->rfind('\n') + 1));
    if (!mark || mark->sequence + 1 != all.back()) {
        return corrupt(name + " has lost its end");
    }
    return *mark;
}

} // namespace

std::vector<SecretBytes> auditKeys(std::vector<MasterKey> const& keys)
{
    std::vector<SecretBytes> derived;
    derived.reserve(keys.size());
    for (MasterKey const& key : keys) {
        derived.push_back(deriveKey(key.bytes, "audit"));
    }
    return derived;
}

AuditTrail::AuditTrail(
    FileSystem& files, AuditSettings settings, SecretBytes key, Clock const& clock, std::unique_ptr<File> lock
)
    : m_files(files)
    , m_settings(std::move(settings))
    , m_key(std::move(key))
    , m_clock(clock)
    , m_lock(std::move(lock))
{}

Expected<std::unique_ptr<AuditTrail>>
AuditTrail::open(FileSystem& files, AuditSettings settings, std::vector<SecretBytes> keys, Clock const& clock)
{
    if (keys.empty()) {
        return fail(ErrorCode::SecretUnavailable, "no key for the audit trail");
    }
    if (auto const made = files.createDirectory(settings.directory); !made) {
        return tl::unexpected(made.error());
    }
    auto lock = files.lock(settings.directory + "/lock");
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    std::unique_ptr<AuditTrail> trail(new AuditTrail(
        files, std::move(settings), keys.front(), clock, std::move(*lock)
    ) // private constructor
    );
    if (auto const recovered = trail->recover(keys); !recovered) {
        return tl::unexpected(recovered.error());
    }
    trail->m_thread = startThread("audit", ThreadWork::Behind, [raw = trail.get()] { raw->run(); });
    return trail;
}

Expected<void> AuditTrail::recover(std::vector<SecretBytes> const& keys)
{
    auto const& directory = m_settings.directory;
    auto const all = listAuditFiles(m_files, directory);
    if (!all) {
        return tl::unexpected(all.error());
    }
    auto const anchorText = readWholeFile(m_files, directory + "/" + std::string(auditAnchorName));
    if (!anchorText && (anchorText.error().code != ErrorCode::StorageFileMissing || !all->empty())) {
        return corrupt("the anchor: " + anchorText.error().detail);
    }
    if (!anchorText) {
        return replaceFile(m_files, directory, auditAnchorName, auditAnchor(m_mark, m_key));
    }
    auto const anchor = readAuditAnchor(*anchorText, keys);
    if (!anchor) {
        return corrupt("the anchor was changed, or is under another key");
    }
    auto const lost = all->empty() ? Expected<std::size_t>(0) : recoverLast(*all, *anchor, keys);
    if (!lost) {
        return tl::unexpected(lost.error());
    }
    if (m_mark.sequence < anchor->sequence || (m_mark.sequence == anchor->sequence && !(m_mark == *anchor))) {
        return corrupt(
            "records up to " + std::to_string(anchor->sequence) + " were written; they are not there"
        );
    }
    // Whole records that a crash left behind the anchor may not have been synced: nobody is told of them
    // before.
    if (m_file != nullptr && m_mark.sequence > anchor->sequence) {
        auto kept = m_file->sync().and_then([&] {
            return replaceFile(m_files, directory, auditAnchorName, auditAnchor(m_mark, m_key));
        });
        if (!kept) {
            return kept;
        }
    }
    m_written = m_durable = m_mark.sequence;
    return *lost == 0 ? Expected<void>()
                      : record(
                            {{},
                             {},
                             "audit.recovered",
                             {},
                             "ok",
                             std::to_string(*lost) + " bytes of unfinished records were cut off"}
                        );
}

// Goes to the last good record of the last file; how many bytes behind it were cut off.
Expected<std::size_t> AuditTrail::recoverLast(
    std::vector<std::uint64_t> const& all, AuditMark const& anchor, std::vector<SecretBytes> const& keys
)
{
    auto before = markBefore(m_files, m_settings.directory, all);
    auto const text = readWholeFile(m_files, pathOf(m_settings.directory, all.back()));
    if (!before || !text) {
        return tl::unexpected(!before ? before.error() : text.error());
    }
    m_mark = *before;
    std::size_t good = 0;
    for (auto end = text->find('\n'); end != std::string::npos; end = text->find('\n', good)) {
        auto const fault = auditLineFault(std::string_view(*text).substr(good, end - good), keys, m_mark);
        if (fault && m_mark.sequence < anchor.sequence) {
            return corrupt(auditFileName(all.back()) + ": " + *fault);
        }
        if (fault) {
            break;
        }
        good = end + 1;
    }
    auto const cut = cutTo(all.back(), *text, good);
    return cut ? Expected<std::size_t>(text->size() - good) : tl::unexpected(cut.error());
}

Expected<void> AuditTrail::cutTo(std::uint64_t file, std::string const& text, std::size_t good)
{
    if (good < text.size()) {
        auto cut = replaceFile(
            m_files, m_settings.directory, auditFileName(file), std::string_view(text).substr(0, good)
        );
        if (!cut) {
            return cut;
        }
    }
    auto opened = m_files.open(pathOf(m_settings.directory, file), OpenMode::Write);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_file = std::move(*opened);
    m_fileSize = good;
    return {};
}

AuditTrail::~AuditTrail()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Expected<void> AuditTrail::record(AuditRecord record)
{
    {
        const std::lock_guard lock(m_mutex);
        if (auto const refused = refusal()) {
            return tl::unexpected(*refused);
        }
        if (m_waiting.text.size() >= m_settings.mostWaitingBytes) {
            return fail(ErrorCode::RequestBusy, "the audit trail's disk is behind");
        }
        m_waiting.text += auditLine(record, m_clock.now(), m_key, m_mark);
        m_waiting.text += '\n';
        m_waiting.lineEnds.push_back(m_waiting.text.size());
        m_waiting.last = m_mark;
    }
    m_wake.notify_one();
    return {};
}

Expected<void> AuditTrail::ready() const
{
    const std::lock_guard lock(m_mutex);
    auto const refused = refusal();
    return refused ? Expected<void>(tl::unexpected(*refused)) : Expected<void>();
}

std::optional<Error> AuditTrail::refusal() const
{
    return m_failure ? m_failure : m_full;
}

Expected<void> AuditTrail::flush()
{
    std::unique_lock lock(m_mutex);
    auto const wanted = m_mark.sequence;
    m_done.wait(lock, [&] { return m_failure || m_full || m_durable >= wanted; });
    auto const refused = m_durable >= wanted ? std::nullopt : refusal();
    return refused ? Expected<void>(tl::unexpected(*refused)) : Expected<void>();
}

std::uint64_t AuditTrail::durableSequence() const
{
    const std::lock_guard lock(m_mutex);
    return m_durable;
}

void AuditTrail::run()
{
    std::unique_lock lock(m_mutex);
    Batch batch;
    while (true) {
        if (m_full) { // nothing is taken meanwhile
            m_wake.wait_for(lock, untilTriedAgain, [&] { return m_stop; });
        } else {
            m_wake.wait(lock, [&] { return m_stop || !m_waiting.text.empty(); });
            if (m_waiting.text.empty()) {
                return;
            }
            batch = std::exchange(m_waiting, {});
        }
        lock.unlock();
        auto const written = write(batch);
        lock.lock();
        m_full.reset();
        if (written) {
            m_durable = batch.last.sequence;
        } else if (written.error().code == ErrorCode::JournalFull && !m_unsure && !m_stop) {
            m_full = written.error();
        } else {
            // After a failed sync nobody knows what was kept; going on would only hide it.
            m_failure = written.error();
            m_waiting = {};
        }
        m_done.notify_all();
        if (m_failure) {
            return;
        }
    }
}

// What is in the files is taken from the batch: after a full disk the rest is written.
Expected<void> AuditTrail::write(Batch& batch)
{
    while (!batch.text.empty()) {
        auto const begun = m_fileSize < m_settings.fileBytes ? m_fileSize : 0;
        std::size_t lines = 1;
        while (lines < batch.lineEnds.size() && begun + batch.lineEnds[lines - 1] < m_settings.fileBytes) {
            ++lines;
        }
        auto const end = batch.lineEnds[lines - 1];
        if (auto done = writePart(std::string_view(batch.text).substr(0, end), m_written + 1); !done) {
            return done;
        }
        m_written += lines;
        batch.text.erase(0, end);
        batch.lineEnds.erase(
            batch.lineEnds.begin(), batch.lineEnds.begin() + static_cast<std::ptrdiff_t>(lines)
        );
        for (auto& lineEnd : batch.lineEnds) {
            lineEnd -= end;
        }
    }
    return replaceFile(m_files, m_settings.directory, auditAnchorName, auditAnchor(batch.last, m_key));
}

Expected<void> AuditTrail::writePart(std::string_view text, std::uint64_t firstSequence)
{
    if (!m_file || m_fileSize >= m_settings.fileBytes) {
        auto made = m_files.open(pathOf(m_settings.directory, firstSequence), OpenMode::Replace);
        if (!made) {
            return tl::unexpected(made.error());
        }
        m_file = std::move(*made);
        m_fileSize = 0;
        if (auto synced = m_files.syncDirectory(m_settings.directory); !synced) {
            m_file.reset(); // made again
            return synced;
        }
    }
    if (auto written = m_file->write(m_fileSize, std::as_bytes(std::span(text))); !written) {
        return written;
    }
    m_fileSize += text.size();
    auto synced = m_file->sync();
    m_unsure = !synced;
    return synced;
}

Expected<AuditPage> AuditTrail::page(std::uint64_t before, std::size_t limit, AuditFilter const& filter) const
{
    auto const all = listAuditFiles(m_files, m_settings.directory);
    if (!all) {
        return tl::unexpected(all.error());
    }
    {
        const std::lock_guard lock(m_mutex);
        before = before == 0 ? m_durable + 1 : std::min(before, m_durable + 1);
    }
    AuditPage page;
    std::size_t looked = 0;
    for (auto file = all->rbegin(); file != all->rend(); ++file) {
        if (*file >= before) {
            continue;
        }
        auto const text = readWholeFile(m_files, pathOf(m_settings.directory, *file));
        if (!text) {
            return tl::unexpected(text.error());
        }
        std::vector<std::string_view> lines;
        std::size_t begin = 0;
        for (auto end = text->find('\n'); end != std::string::npos; end = text->find('\n', begin)) {
            lines.push_back(std::string_view(*text).substr(begin, end - begin));
            begin = end + 1;
        }
        auto at = std::min<std::uint64_t>(lines.size(), before - *file);
        for (; at > 0 && page.lines.size() < limit && looked < mostLooked; --at, ++looked) {
            if (fits(lines[at - 1], filter)) {
                page.lines.emplace_back(lines[at - 1]);
            }
        }
        before = *file + at;
        if (at > 0) {
            break;
        }
    }
    page.next = before > 1 && (page.lines.size() == limit || looked == mostLooked) ? before : 0;
    return page;
}

} // namespace qob
