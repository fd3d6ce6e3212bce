#pragma once

#include "engine/database/sql.h"

#include <functional>

namespace qob::test {

// A database that goes away in the middle: each call asks first whether it is to fail.
class FaultyConnection final : public SqlConnection {
public:
    enum class Fault : std::uint8_t {
        None,
        NotDone,    // it fails
        AnswerLost, // it is done, and then fails all the same
    };

    // Asked with the call's name: "script", "query", "put", "begin", "commit".
    using Ask = std::function<Fault(std::string_view call)>;

    FaultyConnection(std::unique_ptr<SqlConnection> to, Ask ask) : m_to(std::move(to)), m_ask(std::move(ask))
    {}

    using SqlConnection::query;

    Expected<void> script(std::string const& statements) override
    {
        return perhaps<Expected<void>>("script", [&] { return m_to->script(statements); });
    }

    Expected<SqlResult> query(std::string const& statement, std::span<SqlValue const> values) override
    {
        return perhaps<Expected<SqlResult>>("query", [&] { return m_to->query(statement, values); });
    }

    Expected<void> put(SqlTable const& table, std::span<SqlValues const> rows) override
    {
        return perhaps<Expected<void>>("put", [&] { return m_to->put(table, rows); });
    }

    Expected<void> begin() override
    {
        return perhaps<Expected<void>>("begin", [&] { return m_to->begin(); });
    }

    Expected<void> commit() override
    {
        return perhaps<Expected<void>>("commit", [&] { return m_to->commit(); });
    }

    void rollback() override { m_to->rollback(); }

    std::string word(std::string_view name) const override { return m_to->word(name); }

    Expected<void> copyTo(std::string const& file) override { return m_to->copyTo(file); }

private:
    template <class Result, class Call>
    Result perhaps(std::string_view name, Call call)
    {
        auto const fault = m_ask(name);
        if (fault == Fault::NotDone) {
            return fail(ErrorCode::DatabaseUnavailable, "the test took it away");
        }
        auto result = call();
        if (fault == Fault::AnswerLost && result) {
            return fail(ErrorCode::DatabaseUnavailable, "the test lost its answer");
        }
        return result;
    }

    std::unique_ptr<SqlConnection> m_to;
    Ask m_ask;
};

} // namespace qob::test
