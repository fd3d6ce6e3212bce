#include "engine/security/audit_verify.h"

namespace qob {

namespace {

class Verification {
public:
    Verification(AuditMark anchor, std::vector<SecretBytes> const& keys)
        : m_anchor(std::move(anchor))
        , m_keys(keys)
    {
        m_report.anchored = m_anchor.sequence;
    }

    // False: a finding.
    bool file(std::uint64_t firstSequence, std::string_view text, bool last)
    {
        auto const name = auditFileName(firstSequence);
        if (firstSequence != m_mark.sequence + 1) {
            return found(
                name, 0, "expected a file that begins with record " + std::to_string(m_mark.sequence + 1)
            );
        }
        ++m_report.files;
        std::uint64_t line = 1;
        while (!text.empty()) {
            auto const end = text.find('\n');
            bool const behindAnchor = last && m_mark.sequence >= m_anchor.sequence;
            if (end == std::string_view::npos) {
                m_report.unfinishedBytes = text.size();
                return behindAnchor || found(name, line, "its end is missing");
            }
            if (auto const fault = auditLineFault(text.substr(0, end), m_keys, m_mark)) {
                return found(name, line, *fault);
            }
            if (m_mark.sequence == m_anchor.sequence && !(m_mark == m_anchor)) {
                return found(name, line, "it is not the record that the anchor knows");
            }
            m_report.records = m_mark.sequence;
            text.remove_prefix(end + 1);
            ++line;
        }
        if (m_mark.sequence < firstSequence && !last) {
            return found(name, 0, "it is empty");
        }
        m_lastName = name;
        m_lastLine = line;
        return true;
    }

    AuditReport finish()
    {
        if (!m_report.finding && m_mark.sequence < m_anchor.sequence) {
            found(
                m_lastName,
                m_lastLine,
                "records up to " + std::to_string(m_anchor.sequence) + " were written; they are not there"
            );
        }
        return m_report;
    }

private:
    bool found(std::string const& file, std::uint64_t line, std::string what)
    {
        m_report.finding = AuditFinding{file, line, std::move(what)};
        return false;
    }

    AuditMark m_anchor;
    std::vector<SecretBytes> const& m_keys;
    AuditMark m_mark;
    AuditReport m_report;
    std::string m_lastName = auditFileName(1);
    std::uint64_t m_lastLine = 1;
};

} // namespace

Expected<AuditReport>
verifyAudit(FileSystem& files, std::string const& directory, std::vector<SecretBytes> const& keys)
{
    // The anchor first: what is written meanwhile is behind it.
    auto const anchorText = readWholeFile(files, directory + "/" + std::string(auditAnchorName));
    auto const all = listAuditFiles(files, directory);
    if (!all) {
        return tl::unexpected(all.error());
    }
    AuditReport bad;
    bad.finding = AuditFinding{std::string(auditAnchorName), 1, "it is missing"};
    if (!anchorText && anchorText.error().code == ErrorCode::StorageFileMissing) {
        return bad;
    }
    if (!anchorText) {
        return tl::unexpected(anchorText.error());
    }
    auto const anchor = readAuditAnchor(*anchorText, keys);
    if (!anchor) {
        bad.finding->what = "it was changed, or is under another key";
        return bad;
    }
    Verification verification(*anchor, keys);
    for (std::size_t i = 0; i < all->size(); ++i) {
        auto const text = readWholeFile(files, directory + "/" + auditFileName((*all)[i]));
        if (!text) {
            return tl::unexpected(text.error());
        }
        if (!verification.file((*all)[i], *text, i + 1 == all->size())) {
            break;
        }
    }
    return verification.finish();
}

} // namespace qob
