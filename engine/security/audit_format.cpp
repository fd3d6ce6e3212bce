#include "engine/security/audit_format.h"

#include "engine/base/decimal.h"
#include "engine/base/json_writer.h"
#include "engine/security/base64url.h"
#include "engine/security/json_members.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <ctime>

namespace qob {

namespace {

constexpr std::size_t mostField = 1'024;
constexpr std::size_t hexBytes = 2 * digestBytes;
constexpr std::string_view hashPart = R"(,"hash":")";
constexpr std::string_view macPart = R"(","mac":")";
constexpr std::string_view endPart = R"("})";
constexpr std::size_t chainBytes = hashPart.size() + hexBytes + macPart.size() + hexBytes + endPart.size();
constexpr std::string_view sequencePart = R"({"seq":)";
constexpr std::string_view filePrefix = "audit-";
constexpr std::string_view fileSuffix = ".jsonl";
constexpr std::size_t fileDigits = 20;

// "2026-11-21T17:40:17.123456789Z"
std::string utcText(Timestamp at)
{
    constexpr std::int64_t second = 1'000'000'000;
    auto const whole = static_cast<std::time_t>(at.value / second);
    std::tm parts{};
    gmtime_r(&whole, &parts);
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}Z",
        parts.tm_year + 1900,
        parts.tm_mon + 1,
        parts.tm_mday,
        parts.tm_hour,
        parts.tm_min,
        parts.tm_sec,
        at.value % second
    );
}

std::optional<Timestamp> timeOfUtc(std::string_view text)
{
    std::tm parts{};
    std::int64_t nanoseconds = 0;
    auto const number = [&](std::size_t at, std::size_t digits, auto& into) {
        auto const* const begin = text.data() + at;
        return std::from_chars(begin, begin + digits, into).ptr == begin + digits;
    };
    if (text.size() != utcText({}).size() || !number(0, 4, parts.tm_year) || !number(5, 2, parts.tm_mon) ||
        !number(8, 2, parts.tm_mday) || !number(11, 2, parts.tm_hour) || !number(14, 2, parts.tm_min) ||
        !number(17, 2, parts.tm_sec) || !number(20, 9, nanoseconds)) {
        return std::nullopt;
    }
    if (parts.tm_year < 1970 || parts.tm_year > 2261) { // what a Timestamp holds
        return std::nullopt;
    }
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    return Timestamp(std::int64_t{timegm(&parts)} * 1'000'000'000 + nanoseconds);
}

// What comes from a client is cut to a size and is UTF-8 afterwards.
std::string fieldText(std::string_view text)
{
    std::string field(text.substr(0, mostField));
    if (!simdjson::validate_utf8(field.data(), field.size())) {
        std::replace_if(
            field.begin(), field.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7E; }, '?'
        );
    }
    return field;
}

std::string macOf(SecretBytes const& key, AuditMark const& mark)
{
    return hmacSha256(key.view(), "record " + std::to_string(mark.sequence) + " " + mark.hash);
}

// The record, `begin`, with its chain behind it.
std::string chained(std::string begin, AuditMark const& mark, SecretBytes const& key)
{
    begin.append(hashPart)
        .append(toHex(mark.hash))
        .append(macPart)
        .append(toHex(macOf(key, mark)))
        .append(endPart);
    return begin;
}

std::string nextHash(AuditMark const& before, std::string_view begin)
{
    return sha256(before.hash + std::string(begin));
}

} // namespace

std::string auditLine(AuditRecord const& record, Timestamp at, SecretBytes const& key, AuditMark& mark)
{
    JsonWriter json;
    json.beginObject().key("seq").integer(mark.sequence + 1).key("at").string(utcText(at));
    json.key("actor").string(fieldText(record.actor)).key("address").string(fieldText(record.address));
    json.key("action").string(fieldText(record.action)).key("target").string(fieldText(record.target));
    json.key("outcome").string(fieldText(record.outcome)).key("detail").string(fieldText(record.detail));
    std::string begin = json.text();
    mark.hash = nextHash(mark, begin);
    ++mark.sequence;
    return chained(std::move(begin), mark, key);
}

std::optional<std::string>
auditLineFault(std::string_view line, std::vector<SecretBytes> const& keys, AuditMark& mark)
{
    auto const expected = mark.sequence + 1;
    if (auto const sequence = auditSequence(line); sequence != expected) {
        return "expected record " + std::to_string(expected) +
               (sequence == 0 ? ", found none" : ", found record " + std::to_string(sequence));
    }
    if (line.size() <= chainBytes) {
        return "record " + std::to_string(expected) + " is cut short";
    }
    std::string const begin(line.substr(0, line.size() - chainBytes));
    const AuditMark next{expected, nextHash(mark, begin)};
    if (line.substr(begin.size(), hashPart.size() + hexBytes) != std::string(hashPart) + toHex(next.hash)) {
        return "record " + std::to_string(expected) + " was changed, or the one before it";
    }
    bool const ours = std::any_of(keys.begin(), keys.end(), [&](SecretBytes const& key) {
        return chained(begin, next, key) == line;
    });
    if (!ours) {
        return "record " + std::to_string(expected) + " was written by somebody without the key";
    }
    mark = next;
    return std::nullopt;
}

std::uint64_t auditSequence(std::string_view line)
{
    std::uint64_t sequence = 0;
    if (line.starts_with(sequencePart)) {
        line.remove_prefix(sequencePart.size());
        auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), sequence);
        return error == std::errc() ? sequence : 0;
    }
    return 0;
}

std::optional<AuditMark> auditMarkOf(std::string_view line)
{
    auto const sequence = auditSequence(line);
    if (sequence == 0 || line.size() <= chainBytes) {
        return std::nullopt;
    }
    auto hash = fromHex(line.substr(line.size() - chainBytes + hashPart.size(), hexBytes));
    if (!hash) {
        return std::nullopt;
    }
    return AuditMark{sequence, std::move(*hash)};
}

Expected<AuditLine> parseAuditLine(std::string_view line)
{
    AuditLine parsed;
    parsed.sequence = auditSequence(line);
    auto const members = JsonMembers::read(line);
    bool whole = members && parsed.sequence != 0;
    auto const text = [&](char const* name) {
        auto const* const found = whole ? members->text(name) : nullptr;
        whole = found != nullptr;
        return whole ? *found : std::string();
    };
    auto const at = timeOfUtc(text("at"));
    parsed.record = {
        text("actor"), text("address"), text("action"), text("target"), text("outcome"), text("detail")};
    parsed.hash = text("hash");
    if (!whole || !at) {
        return fail(
            ErrorCode::AuditCorrupt,
            "expected a record of the audit trail, found: " + std::string(line.substr(0, 80))
        );
    }
    parsed.at = *at;
    return parsed;
}

std::string auditAnchor(AuditMark const& mark, SecretBytes const& key)
{
    auto const text = "qob audit 1 " + std::to_string(mark.sequence) + " " + toHex(mark.hash);
    return text + " " + toHex(hmacSha256(key.view(), "anchor " + text)) + "\n";
}

std::optional<AuditMark> readAuditAnchor(std::string_view text, std::vector<SecretBytes> const& keys)
{
    constexpr std::string_view head = "qob audit 1 ";
    AuditMark mark;
    if (!text.starts_with(head)) {
        return std::nullopt;
    }
    auto const rest = text.substr(head.size());
    auto const space = rest.find(' ');
    auto const [end, error] =
        std::from_chars(rest.data(), rest.data() + std::min(space, rest.size()), mark.sequence);
    auto hash = space == std::string_view::npos ? std::nullopt : fromHex(rest.substr(space + 1, hexBytes));
    if (error != std::errc() || !hash) {
        return std::nullopt;
    }
    mark.hash = std::move(*hash);
    bool const ours = std::any_of(keys.begin(), keys.end(), [&](SecretBytes const& key) {
        return auditAnchor(mark, key) == text;
    });
    return ours ? std::optional(mark) : std::nullopt;
}

std::string auditFileName(std::uint64_t firstSequence)
{
    return fmt::format("{}{:020}{}", filePrefix, firstSequence, fileSuffix);
}

std::optional<std::uint64_t> auditFileSequence(std::string_view name)
{
    std::uint64_t sequence = 0;
    if (name.size() != filePrefix.size() + fileDigits + fileSuffix.size()) {
        return std::nullopt;
    }
    std::from_chars(name.data() + filePrefix.size(), name.data() + filePrefix.size() + fileDigits, sequence);
    return auditFileName(sequence) == name ? std::optional(sequence) : std::nullopt;
}

Expected<std::vector<std::uint64_t>> listAuditFiles(FileSystem& files, std::string const& directory)
{
    auto const names = files.list(directory);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::vector<std::uint64_t> sequences;
    for (std::string const& name : *names) {
        if (auto const sequence = auditFileSequence(name)) {
            sequences.push_back(*sequence);
        }
    }
    std::sort(sequences.begin(), sequences.end());
    return sequences;
}

Expected<std::string> readWholeFile(FileSystem& files, std::string const& path, std::uint64_t most)
{
    auto const file = files.open(path, OpenMode::Read);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto const size = (*file)->size();
    if (!size) {
        return tl::unexpected(size.error());
    }
    auto const wanted = std::min(*size, most);
    std::string text(wanted, '\0');
    auto const count = (*file)->read(*size - wanted, std::as_writable_bytes(std::span(text)));
    if (!count) {
        return tl::unexpected(count.error());
    }
    text.resize(*count);
    return text;
}

Expected<void>
replaceFile(FileSystem& files, std::string const& directory, std::string_view name, std::string_view text)
{
    auto const path = directory + "/" + std::string(name);
    auto const fresh = path + ".new";
    {
        auto const file = files.open(fresh, OpenMode::Replace);
        if (!file) {
            return tl::unexpected(file.error());
        }
        if (auto written = (*file)->write(0, std::as_bytes(std::span(text))); !written) {
            return written;
        }
        if (auto synced = (*file)->sync(); !synced) {
            return synced;
        }
    }
    if (auto renamed = files.rename(fresh, path); !renamed) {
        return renamed;
    }
    return files.syncDirectory(directory);
}

} // namespace qob
