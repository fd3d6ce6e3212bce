#pragma once

#include "ui/models/alert_rule.h"
#include "ui/models/market_replica.h"

#include <QObject>

#include <memory>
#include <set>

namespace qob {

// One that fired.
struct FiredAlert {
    AlertRule rule;
    Timestamp time; // the market's
    QString text;   // what it says, and why
};

// The user's alerts and what became of them: watches every armed one whatever the panels show, and says once
// when it fires. Rules are kept in a file. GUI thread.
class Alerts final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t history = 500;

    // Both must outlive it.
    Alerts(Session& session, MarketReplica const& market, QObject* parent = nullptr);
    ~Alerts() override;

    // Reads the file and, if it `writes`, writes every change to it. What cannot be read is left out and the
    // file set aside; one that cannot even be opened is left alone and nothing is written. The sentence that
    // says so, else empty.
    QString keepIn(QString const& path, bool writes = true);

    [[nodiscard]] std::vector<AlertRule> const& rules() const { return m_rules; }

    // Newest first.
    [[nodiscard]] std::deque<FiredAlert> const& fired() const { return m_fired; }

    // Gives it an id, which is returned.
    std::uint64_t add(AlertRule rule);
    // Of the same id; it watches from now on as if it were new.
    void change(AlertRule const& rule);
    void remove(std::uint64_t id);
    void setArmed(std::uint64_t id, bool armed);

    // What the account holds now, for the alerts on risk.
    void takeAccount(AccountReport const& report);

signals:
    void changed();
    void fires(qob::FiredAlert const& alert);
    void problem(QString const& text); // the file could not be written

private:
    class Watcher;

    void watchAll();
    void watch(AlertRule const& rule);
    void fire(std::uint64_t id, QString const& because);
    void save();

    Session& m_session;
    MarketReplica const& m_market;
    QString m_path;
    std::uint64_t m_nextId = 1;
    std::vector<AlertRule> m_rules;
    std::deque<FiredAlert> m_fired;
    std::set<std::uint64_t> m_restingForReplay; // fired by a past: still armed for the market's next day
    std::map<std::uint64_t, std::unique_ptr<Watcher>> m_watchers;
    std::optional<AccountReport> m_account;
};

} // namespace qob
