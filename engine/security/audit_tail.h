#pragma once

#include "engine/security/audit_format.h"

namespace qob {

// Reads a trail's records in their order while it is being written. One thread at a time.
class AuditTail {
public:
    // Behind that record; 0: from the first one.
    AuditTail(FileSystem& files, std::string directory, std::uint64_t after)
        : m_files(files)
        , m_directory(std::move(directory))
        , m_last(after)
    {}

    // The next ones up to `upTo`, which must be on disk (AuditTrail::durableSequence), at most `most` of
    // them. AuditCorrupt: the next one is not there, or is none; those before it were read, and reading goes
    // no further.
    [[nodiscard]] Expected<std::vector<AuditLine>> read(std::uint64_t upTo, std::size_t most);

private:
    [[nodiscard]] Expected<AuditLine> next();
    [[nodiscard]] Expected<std::string_view> nextLine();
    [[nodiscard]] Expected<void> openNext();
    [[nodiscard]] Expected<bool> fetch();

    FileSystem& m_files;
    std::string const m_directory;
    std::uint64_t m_last;
    std::unique_ptr<File> m_file;
    std::string m_name;
    std::uint64_t m_offset = 0; // of what was not fetched yet
    std::string m_text;         // what was fetched
    std::size_t m_at = 0;       // how much of it was read
};

} // namespace qob
