#include "engine/security/audit_tail.h"

#include <algorithm>

namespace qob {

Expected<std::vector<AuditLine>> AuditTail::read(std::uint64_t upTo, std::size_t most)
{
    std::vector<AuditLine> lines;
    while (m_last < upTo && lines.size() < most) {
        auto line = next();
        if (!line && lines.empty()) {
            return tl::unexpected(line.error());
        }
        if (!line) {
            break; // it is told the next time
        }
        m_last = line->sequence;
        lines.push_back(std::move(*line));
    }
    return lines;
}

Expected<AuditLine> AuditTail::next()
{
    while (true) {
        auto const line = nextLine();
        if (!line) {
            return tl::unexpected(line.error());
        }
        auto parsed = parseAuditLine(*line);
        if (!parsed || parsed->sequence > m_last + 1) {
            return fail(
                ErrorCode::AuditCorrupt,
                m_name + ": expected record " + std::to_string(m_last + 1) + ", found " +
                    (parsed ? "record " + std::to_string(parsed->sequence) : parsed.error().detail)
            );
        }
        m_at += line->size() + 1;
        if (parsed->sequence > m_last) {
            return parsed;
        }
    }
}

// The first whole line that was not read; the text is valid until the next call.
Expected<std::string_view> AuditTail::nextLine()
{
    auto end = std::string::npos;
    while ((end = m_text.find('\n', m_at)) == std::string::npos) {
        auto const more = m_file ? fetch() : Expected<bool>(false);
        auto const opened = more && !*more ? openNext() : Expected<void>();
        if (!more || !opened) {
            return tl::unexpected(!more ? more.error() : opened.error());
        }
    }
    return std::string_view(m_text).substr(m_at, end - m_at);
}

// The file that has the next record, from its beginning.
Expected<void> AuditTail::openNext()
{
    auto const all = listAuditFiles(m_files, m_directory);
    if (!all) {
        return tl::unexpected(all.error());
    }
    auto const after = std::upper_bound(all->begin(), all->end(), m_last + 1);
    auto const name = after == all->begin() ? std::string() : auditFileName(*std::prev(after));
    if (name.empty() || name == m_name) {
        return fail(
            ErrorCode::AuditCorrupt,
            m_directory + ": record " + std::to_string(m_last + 1) + " was written; it is not there"
        );
    }
    auto file = m_files.open(m_directory + "/" + name, OpenMode::Read);
    if (!file) {
        return tl::unexpected(file.error());
    }
    m_file = std::move(*file);
    m_name = name;
    m_offset = 0;
    m_text.clear();
    m_at = 0;
    return {};
}

// False: the file ends here.
Expected<bool> AuditTail::fetch()
{
    constexpr std::size_t piece = 65'536;
    m_text.erase(0, std::exchange(m_at, 0));
    auto const had = m_text.size();
    m_text.resize(had + piece);
    auto const count = m_file->read(m_offset, std::as_writable_bytes(std::span(m_text).subspan(had)));
    m_text.resize(had + (count ? *count : 0));
    if (!count) {
        return tl::unexpected(count.error());
    }
    m_offset += *count;
    return *count > 0;
}

} // namespace qob
