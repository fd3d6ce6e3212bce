#include "engine/database/sql.h"

#include <charconv>

namespace qob {

std::int64_t SqlRow::integer()
{
    std::int64_t value = 0;
    if (m_next >= m_columns.size()) {
        m_good = false;
        return 0;
    }
    std::string const& column = m_columns[m_next++];
    auto const [end, error] = std::from_chars(column.data(), column.data() + column.size(), value);
    m_good = m_good && error == std::errc() && end == column.data() + column.size();
    return value;
}

std::string SqlRow::text()
{
    if (m_next >= m_columns.size()) {
        m_good = false;
        return {};
    }
    return std::move(m_columns[m_next++]);
}

Amount SqlRow::decimal()
{
    auto const value = parseScaled128(text(), amountScale);
    m_good = m_good && value;
    return value ? Amount(*value) : Amount(0);
}

std::vector<std::string_view> columnNames(std::string_view list)
{
    std::vector<std::string_view> names;
    while (!list.empty()) {
        auto const end = list.find(", ");
        names.push_back(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 2);
    }
    return names;
}

std::string onConflict(SqlTable const& table)
{
    std::string text = " ON CONFLICT (" + std::string(table.key) + ") DO ";
    if (table.onConflict == OnConflict::Keep) {
        return text + "NOTHING";
    }
    text += "UPDATE SET ";
    bool first = true;
    for (std::string_view const column : columnNames(table.columns)) {
        text += first ? "" : ", ";
        text += std::string(column) + " = excluded." + std::string(column);
        first = false;
    }
    if (!table.onlyIf.empty()) {
        text += " WHERE " + std::string(table.onlyIf);
    }
    return text;
}

std::string insertStatement(SqlTable const& table)
{
    std::string text =
        "INSERT INTO " + std::string(table.name) + " (" + std::string(table.columns) + ") VALUES (";
    auto const count = columnNames(table.columns).size();
    for (std::size_t i = 1; i <= count; ++i) {
        text += (i == 1 ? "$" : ", $") + std::to_string(i);
    }
    return text + ")" + onConflict(table);
}

namespace {

// How many bytes of `text` at `at` are one character of UTF-8; 0: they are none.
std::size_t characterAt(std::string_view text, std::size_t at)
{
    auto const byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[at + i])) : 0U;
    };
    auto const follows = [&](std::size_t i) {
        return (byte(i) & 0xC0U) == 0x80U;
    };
    unsigned const first = byte(0);
    if (first < 0x80U) {
        return first == 0 ? 0 : 1;
    }
    if (first >= 0xC2U && first < 0xE0U) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0U && first < 0xF0U) {
        bool const shortest = first != 0xE0U || byte(1) >= 0xA0U;
        bool const surrogate = first == 0xEDU && byte(1) >= 0xA0U;
        return follows(1) && follows(2) && shortest && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0U && first < 0xF5U) {
        bool const inRange = (first != 0xF0U || byte(1) >= 0x90U) && (first != 0xF4U || byte(1) < 0x90U);
        return follows(1) && follows(2) && follows(3) && inRange ? 4 : 0;
    }
    return 0;
}

} // namespace

std::string storableText(std::string_view text)
{
    std::string good;
    good.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const size = characterAt(text, at);
        if (size == 0) {
            good += "\xEF\xBF\xBD";
            ++at;
        } else {
            good += text.substr(at, size);
            at += size;
        }
    }
    return good;
}

std::string textOf(SqlValue const& value)
{
    if (auto const* const number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (auto const* const amount = std::get_if<Amount>(&value)) {
        return formatTrimmed(amount->value, amountScale);
    }
    return storableText(std::get<std::string>(value));
}

Expected<void> inTransaction(SqlConnection& to, std::function<Expected<void>()> const& change)
{
    if (auto begun = to.begin(); !begun) {
        return begun;
    }
    auto done = change();
    if (done) {
        done = to.commit();
    }
    if (!done) {
        to.rollback();
    }
    return done;
}

} // namespace qob
